package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.cli.Doctor.Finding;
import dev.warroom.view.CellWidth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is found in terminals of several kinds, and what is advised. */
class DoctorTest {

    private static final Map<String, String> GOOD =
            Map.of("TERM", "tmux-256color", "LANG", "C.UTF-8", "COLORTERM", "truecolor");

    @TempDir private Path folder;

    private static Optional<Map<String, Integer>> asExpected(List<String> texts) {
        return Optional.of(
                texts.stream().collect(Collectors.toMap(it -> it, it -> CellWidth.of(it))));
    }

    @Test
    void aTerminalThatDrawsOtherWidthsIsNamedWithWhatItDraws() throws Exception {
        Doctor.Widths narrow =
                texts -> {
                    Map<String, Integer> cells = new HashMap<>(asExpected(texts).orElseThrow());
                    cells.put("🔥", 1);
                    return Optional.of(cells);
                };

        Finding width = width(GOOD, narrow).orElseThrow();

        assertThat(width.well()).isFalse();
        assertThat(width.says()).isEqualTo("🔥 takes 1 of 2 cells");
        assertThat(width.advice()).contains("LANG to C");
        assertThat(width(GOOD, texts -> Optional.empty()).orElseThrow().says())
                .contains("does not say where its cursor is");
        assertThat(width(Map.of("TERM", "xterm", "LANG", "C"), narrow))
                .as("where nothing but ASCII is drawn")
                .isEmpty();
    }

    private Optional<Finding> width(Map<String, String> environment, Doctor.Widths widths)
            throws Exception {
        return new Doctor(environment, true, Optional.of(folder), widths)
                .examine().stream().filter(it -> it.what().equals("width")).findFirst();
    }

    private Finding found(String what, Map<String, String> environment, Path state)
            throws Exception {
        return new Doctor(environment, true, Optional.of(state), DoctorTest::asExpected)
                .examine().stream().filter(it -> it.what().equals(what)).findFirst().orElseThrow();
    }

    @Test
    void aGoodTerminalNeedsNothing() throws Exception {
        assertThat(
                        new Doctor(
                                        GOOD,
                                        true,
                                        Optional.of(folder.resolve("not/yet/there")),
                                        DoctorTest::asExpected)
                                .examine())
                .allSatisfy(it -> assertThat(it.well()).as(it.toString()).isTrue());
    }

    @Test
    void whatIsNotWellIsNamedWithWhatToDo() throws Exception {
        assertThat(found("terminal", Map.of("TERM", "dumb"), folder).advice())
                .contains("xterm-256color");
        assertThat(found("letters", Map.of("LANG", "C"), folder).advice()).contains("C.UTF-8");
        assertThat(found("letters", Map.of("LC_ALL", "C", "LANG", "C.UTF-8"), folder).well())
                .isFalse();
        assertThat(found("colours", Map.of("TERM", "xterm"), folder).says())
                .isEqualTo("16 at most");
        assertThat(found("colours", Map.of("TERM", "xterm", "NO_COLOR", "1"), folder).well())
                .isTrue();
        assertThat(
                        new Doctor(GOOD, false, Optional.of(folder), DoctorTest::asExpected)
                                .examine()
                                .getFirst()
                                .advice())
                .contains("-t");
    }

    @Test
    void aStateFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(found("state", GOOD, file.resolve("state")).says())
                .contains(file + " stands in the way");
    }

    @Test
    void withoutAHomeItSaysHowToNameAFolder() throws Exception {
        Finding state =
                new Doctor(GOOD, true, Optional.empty(), DoctorTest::asExpected)
                        .examine().stream()
                                .filter(it -> it.what().equals("state"))
                                .findFirst()
                                .orElseThrow();

        assertThat(state.well()).isFalse();
        assertThat(state.says()).contains("no home folder");
        assertThat(state.advice()).contains("--state DIR");
    }
}
