package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.keys.Bindings;
import dev.warroom.room.Desk;
import dev.warroom.room.Practice;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whole screens, as they are kept in {@code src/test/resources/view}. They are written anew with
 * {@code -Dwarroom.rewrite=true}.
 */
class ScreensTest {

    private static final Path FOLDER = Path.of("src/test/resources/view");
    private static final Look USUAL = new Look(ZoneOffset.UTC, true);

    private static final int MOST_SHOWN = 6;

    private record Size(int columns, int rows) {}

    static Stream<String> screens() {
        List<Size> sizes = List.of(new Size(200, 50), new Size(120, 30), new Size(80, 24));
        return Scenes.all().keySet().stream()
                .flatMap(
                        scene ->
                                sizes.stream()
                                        .map(it -> scene + "-" + it.columns() + "x" + it.rows()));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theScreenIsTheOneThatIsKept(String name) throws Exception {
        String[] parts = name.split("[-x]");
        Desk desk =
                Scenes.all()
                        .get(parts[0])
                        .apply(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        check(name, paint(desk, USUAL));
    }

    @Test
    void aTerminalThatIsTooSmallSaysSo() throws Exception {
        Desk desk = Scenes.incident(120, 30).signal(new Signal.Resized(30, 8));
        check("small-30x8", paint(desk, USUAL));
    }

    @Test
    void runbooksAreNotCalledMissingBeforeTheyWereLookedFor() {
        Desk desk = Desk.bare(80, 24).signal(new Signal.LayoutsRead(Practice.layouts()));
        assertThat(paint(desk, USUAL).text())
                .contains("Reading the runbooks …")
                .doesNotContain("no runbooks", "0 runbooks");
        desk.signal(Signal.LibraryRead.of(Library.EMPTY));
        assertThat(paint(desk, USUAL).text()).contains("There are no runbooks here yet.");
    }

    @Test
    void withoutUnicodeEverythingIsAscii() throws Exception {
        Frame frame = paint(Scenes.incident(120, 30), new Look(ZoneOffset.UTC, false));

        assertThat(frame.text()).matches("[\\n -~]*");
        check("ascii-120x30", frame);
    }

    @Test
    void afterASmallTerminalGrowsTheScreenIsTheSame() {
        Desk desk = Scenes.incident(120, 30);
        String before = Picture.of(paint(desk, USUAL));
        desk.signal(new Signal.Resized(3, 1)).signal(new Signal.Resized(120, 30));

        assertThat(Picture.of(paint(desk, USUAL))).isEqualTo(before);
    }

    static Frame paint(Desk desk, Look look) {
        return new RoomPainter(Bindings.usual(), look).paint(desk.room());
    }

    /** What stands on the screen, a line a row. */
    static String text(Desk desk) {
        return paint(desk, new Look(ZoneOffset.UTC, true)).text();
    }

    private static void check(String name, Frame frame) throws IOException {
        Cells.areStraight(frame);
        Path file = FOLDER.resolve(name + ".screen");
        String actual = Picture.of(frame);
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        String expected = Files.exists(file) ? Files.readString(file) : "(no such file)\n";
        assertThat(actual.equals(expected))
                .as("%s differs:\n%s", file, differences(expected, actual))
                .isTrue();
    }

    private static String differences(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        return IntStream.range(0, Math.max(before.size(), after.size()))
                .filter(it -> !line(before, it).equals(line(after, it)))
                .limit(MOST_SHOWN)
                .mapToObj(it -> (it + 1) + " - " + line(before, it) + "\n  + " + line(after, it))
                .collect(Collectors.joining("\n"));
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at) : "";
    }
}
