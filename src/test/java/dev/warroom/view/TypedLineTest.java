package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneOffset;

/** A line that is being typed, and the cursor in it. */
class TypedLineTest {

    private final Desk desk = Desk.ready(80, 24).keys().type("f");

    private Frame paint() {
        return ScreensTest.paint(desk, new Look(ZoneOffset.UTC, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "订单",
                "👩\u200D🚒 🇩🇪",
                "a\tb",
                "\u001b[2J",
                "\u001b[31mred",
                "a\u202eb",
                "\u200b\u00ad",
                "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
            })
    void theCursorStandsRightBehindWhatWasTyped(String text) {
        desk.signal(new Signal.Pasted(text + "X"));
        Frame frame = paint();
        Frame.Cursor cursor = frame.cursor().orElseThrow();

        assertThat(frame.glyph(cursor.column() - 1, cursor.row())).isEqualTo("X");
        assertThat(frame.glyph(cursor.column(), cursor.row())).isEqualTo(" ");

        desk.press(Key.Kind.LEFT);
        cursor = paint().cursor().orElseThrow();
        assertThat(frame.glyph(cursor.column(), cursor.row())).isEqualTo("X");
    }

    /** Somebody who does not look up types the root cause into another question. */
    @Test
    void whatHappensMeanwhileDoesNotHideWhatIsAsked() {
        Desk incident = Desk.inIncident();
        incident.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        incident.type(":resolve").press(Key.Kind.ENTER).type("y");

        assertThat(incident.room().notice().text()).isEqualTo("Look at the disks: stopped");
        assertThat(ScreensTest.text(incident))
                .contains("Root cause:")
                .doesNotContain(" Look at the disks: stopped:");
    }

    @Test
    void howACommandMayGoOnIsInSightWhileItIsTyped() {
        Desk incident = Desk.inIncident();
        incident.type(":role Comm").press(Key.Kind.TAB);

        assertThat(ScreensTest.text(incident))
                .contains(":role Comm")
                .contains("Tab Commander Communicator");
    }

    @Test
    void allCommandsAreInSightBeforeOneIsTypedAndThatThereIsNoneAsSoonAsThatIsSure() {
        Desk incident = Desk.inIncident();
        incident.type(":");
        assertThat(ScreensTest.text(incident)).contains("Tab ack note filter");

        incident.type("op");
        assertThat(ScreensTest.text(incident)).contains("no command begins like that");
    }

    @Test
    void theEndOfALongLineStaysInSight() {
        desk.signal(new Signal.Pasted("订\u202e".repeat(1_000) + "END"));
        Frame frame = paint();

        assertThat(frame.text()).contains("END");
        assertThat(frame.cursor().orElseThrow().column()).isBetween(60, 79);
    }
}
