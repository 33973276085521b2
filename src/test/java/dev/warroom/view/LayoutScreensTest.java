package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Signal;
import dev.warroom.workspace.LayoutReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Each layout that comes with the program, on a screen of the size it is made for. */
class LayoutScreensTest {

    private static final Path LAYOUTS = Path.of("layouts");
    private static final Path FOLDER = Path.of("src/test/resources/view");
    private static final Look USUAL = new Look(ZoneOffset.UTC, true);

    private static Desk asked(String layout, int columns, int rows) {
        Desk desk = Scenes.incident(columns, rows);
        desk.signal(new Signal.LayoutsRead(LayoutReader.readAll(LAYOUTS)));
        return desk.type(":layout " + layout).press(Key.Kind.ENTER);
    }

    @ParameterizedTest
    @CsvSource({
        "war-room, 150, 40",
        "deployment-watch, 150, 40",
        "checklist-only, 120, 40",
        "logs-and-health, 120, 40",
        "narrow, 80, 24",
        "wide, 240, 50"
    })
    void theScreenIsTheOneThatIsKept(String layout, int columns, int rows) throws Exception {
        Frame frame = ScreensTest.paint(asked(layout, columns, rows), USUAL);
        Cells.areStraight(frame);
        Path file = FOLDER.resolve("layout-" + layout + ".screen");
        String actual = Picture.of(frame);
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    @Test
    void aWideTerminalGetsTheWideLayoutByItself() {
        Desk desk = Scenes.incident(240, 50);
        desk.signal(new Signal.LayoutsRead(LayoutReader.readAll(LAYOUTS)));

        assertThat(Picture.of(ScreensTest.paint(desk, USUAL)).lines().skip(1).findFirst())
                .isEqualTo(
                        Picture.of(ScreensTest.paint(asked("wide", 240, 50), USUAL))
                                .lines()
                                .skip(1)
                                .findFirst());
    }
}
