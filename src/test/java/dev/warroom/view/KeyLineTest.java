package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Mode;
import dev.warroom.room.Signal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the last line says of the keys. */
class KeyLineTest {

    @ParameterizedTest
    @CsvSource({"ACTS, Enter show and run", "DRY_RUN, Enter make ready", "READ_ONLY, Enter show"})
    void enterOnAStepIsCalledWhatItDoesInThisRoom(Mode mode, String words) {
        Desk desk = Desk.inIncident().signal(new Signal.ModeGiven(mode));
        desk.select("Look at the disks");

        String keys = ScreensTest.text(desk).lines().toList().getLast();
        assertThat(keys).contains(words);
        assertThat(keys.contains("show and run")).isEqualTo(mode == Mode.ACTS);
    }
}
