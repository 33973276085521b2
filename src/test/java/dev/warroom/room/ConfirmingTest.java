package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.StepState;
import dev.warroom.incident.Where;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again before it is done, and what pasted text may not answer. */
class ConfirmingTest {

    private final Desk desk = Desk.inIncident();

    private Desk running() {
        return desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
    }

    @Test
    void stoppingAsksFirst() {
        running().type("K");

        assertThat(desk.room().question())
                .contains(new Question.Stop("INC-1-1", "Look at the disks"));
        assertThat(desk.asked()).isEmpty();

        desk.type("y");

        assertThat(desk.asked()).contains(new Effect.StopRun("INC-1-1", Where.HERE));
        assertThat(desk.incident().state(Practice.step("Look at the disks").id()))
                .isEqualTo(StepState.STOPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N"})
    void noStopsNothing(String no) {
        running().type("K" + no);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void noOtherKeyStops() {
        running().type("K").type("kKqx zZ1;").press(Key.Kind.ENTER).press(Key.Kind.TAB);

        assertThat(desk.room().question()).containsInstanceOf(Question.Stop.class);
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void whatDoesNotRunCannotBeStopped() {
        desk.select("Look at the disks").clear().type("K");

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("Nothing is running");
    }

    @Test
    void leavingAsksFirstAndLeavesRunsAlone() {
        running().type("q");
        assertThat(desk.room().question()).contains(new Question.Leave());
        assertThat(desk.asked()).isEmpty();

        desk.type("y");

        assertThat(desk.asked()).containsExactly(new Effect.Quit());
        assertThat(desk.running()).hasSize(1);
    }

    @Test
    void leavingCanBeTakenBack() {
        desk.type("q").press(Key.Kind.ESCAPE).type("qn");

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void controlCLeavesAQuestionAndNotTheRoom() {
        desk.type("tsomething").press(Key.control('c'));
        assertThat(desk.room().question()).isEmpty();

        desk.press(Key.control('c'));
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).contains("^c has no meaning here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "y\n", "\r", "\n\n", "Y", "\u001b", "q"})
    void pastedTextNeverAnswers(String pasted) {
        running().type("K").signal(new Signal.Pasted(pasted));
        assertThat(desk.room().question()).containsInstanceOf(Question.Stop.class);

        desk.type("n").type("q").signal(new Signal.Pasted(pasted));
        assertThat(desk.room().question()).contains(new Question.Leave());

        desk.type("n").select("Look at the gateway");
        desk.press(Key.Kind.ENTER).signal(new Signal.Pasted(pasted));
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);

        desk.press(Key.Kind.ESCAPE).signal(new Signal.Pasted(pasted));
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void pastedTextGoesIntoALineAndDoesNotSendIt() {
        desk.type("t").signal(new Signal.Pasted("first\r\nsecond\nthird"));

        assertThat(((Question.Text) desk.room().question().orElseThrow()).line().text())
                .isEqualTo("first second third");
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void pastedTextOutsideOfALineIsIgnoredAndThatIsSaid() {
        desk.signal(new Signal.Pasted("q"));

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("Pasted text is ignored");
    }
}
