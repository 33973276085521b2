package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.cli.Doctor.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is found in terminals of several kinds, and what is advised. */
class DoctorTest {

    private static final Map<String, String> GOOD =
            Map.of("TERM", "tmux-256color", "LANG", "C.UTF-8", "COLORTERM", "truecolor");

    @TempDir private Path folder;

    private Finding found(String what, Map<String, String> environment, Path state)
            throws Exception {
        return new Doctor(environment, true, state)
                .examine().stream().filter(it -> it.what().equals(what)).findFirst().orElseThrow();
    }

    @Test
    void aGoodTerminalNeedsNothing() throws Exception {
        assertThat(new Doctor(GOOD, true, folder.resolve("not/yet/there")).examine())
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
        assertThat(new Doctor(GOOD, false, folder).examine().getFirst().advice()).contains("-t");
    }

    @Test
    void aStateFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(found("state", GOOD, file.resolve("state")).says())
                .contains(file + " stands in the way");
    }
}
