package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The output of a run that was begun in ben's room, as the room of ana asks for it. */
class OutputElsewhereTest {

    private static final String RUN = "INC-1-1.b2";
    private static final String TITLE = "Look at the disks";

    private final Desk desk = Desk.inIncident();

    OutputElsewhereTest() {
        desk.signal(new Signal.SharedAs(Together.as("a1"))).clear();
        learn(new StepStarted(RUN, Practice.step(TITLE).id(), TITLE, "df -h", "local"));
    }

    private void learn(IncidentEvent event) {
        long number = desk.incident().facts().size() + 1L;
        desk.signal(new Signal.Learned(new Fact(number, Desk.START, "ben", "app-2", event)));
    }

    private void ends() {
        learn(
                new StepFinished(
                        RUN, Outcome.PASSED, OptionalInt.of(0), Duration.ofSeconds(1), 9, ""));
    }

    private Desk told(String trouble, String... lines) {
        return desk.signal(new Signal.OutputTold(RUN, List.of(lines), 4, trouble));
    }

    private List<Effect> opened() {
        desk.clear();
        desk.select(TITLE).type("o");
        return desk.asked();
    }

    private FarOutput far() {
        return desk.room().outputs().of(RUN).flatMap(Outputs.Output::far).orElseThrow();
    }

    @Test
    void whoeverOpensItAsksItsRoomAndHasItMaskedWhenThatAnswers() {
        assertThat(opened()).containsExactly(new Effect.AskOutput(RUN));
        assertThat(far().waiting()).isTrue();
        desk.pass(Duration.ofSeconds(2));
        told("", "password=hunter22", "all well");

        Outputs.Output output = desk.room().outputs().of(RUN).orElseThrow();
        assertThat(output.lines().all()).containsExactly("password=*****", "all well");
        assertThat(output.dropped()).isEqualTo(4);
        assertThat(far().told()).contains(Desk.START);
    }

    @Test
    void whileItGoesOnAndIsLookedAtItIsAskedForAgainAndWhenItHasEndedOnceMore() {
        opened();
        told("", "one");
        desk.clear().pass(Duration.ofSeconds(4));
        assertThat(desk.asked()).isEmpty();
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.asked()).containsExactly(new Effect.AskOutput(RUN));
        told("", "one", "two");
        ends();
        desk.clear().pass(Duration.ofSeconds(5));
        assertThat(desk.asked()).contains(new Effect.AskOutput(RUN));
        told("", "one", "two", "three");
        desk.clear().pass(Duration.ofSeconds(60));
        assertThat(desk.asked()).noneMatch(Effect.AskOutput.class::isInstance);
        assertThat(opened()).isEmpty();
    }

    @Test
    void aSlowWayIsUsedLessOften() {
        opened();
        desk.pass(Duration.ofSeconds(3));
        told("", "one");
        desk.clear().pass(Duration.ofSeconds(20));
        assertThat(desk.asked()).isEmpty();
        desk.pass(Duration.ofSeconds(7));
        assertThat(desk.asked()).containsExactly(new Effect.AskOutput(RUN));
    }

    @Test
    void whatDoesNotComeIsSaidAndWhatWasThereStaysAndOpeningItAsksAgain() {
        opened();
        told("", "one");
        ends();
        opened();
        told("its room does not answer");

        assertThat(far().trouble()).isEqualTo("its room does not answer");
        assertThat(desk.room().outputs().of(RUN).orElseThrow().lines().all())
                .containsExactly("one");
        desk.clear().pass(Duration.ofSeconds(60));
        assertThat(desk.asked()).isEmpty();
        assertThat(opened()).containsExactly(new Effect.AskOutput(RUN));
    }

    @Test
    void anAnswerThatNobodyWaitsForIsNothing() {
        told("", "from nowhere");

        assertThat(desk.room().outputs().of(RUN)).isEmpty();
    }
}
