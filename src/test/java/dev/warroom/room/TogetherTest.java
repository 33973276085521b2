package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepStarted;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A room whose incident is shared with rooms on other machines. */
class TogetherTest {

    private final Desk desk = shared();

    private static Desk shared() {
        Desk desk = Desk.inIncident();
        return desk.signal(new Signal.SharedAs(Together.as("a1"))).clear();
    }

    /** The operator runs a step, and nobody can say whether it runs elsewhere. */
    private StepStarted unconfirmed() {
        desk.slow().select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        StepStarted start =
                desk.events().stream()
                        .filter(StepStarted.class::isInstance)
                        .map(StepStarted.class::cast)
                        .findFirst()
                        .orElseThrow();
        desk.clear().signal(new Signal.ClaimUnconfirmed(start, "the server does not answer"));
        return start;
    }

    private void learn(IncidentEvent event) {
        long number = desk.incident().facts().size() + 1L;
        desk.signal(new Signal.Learned(new Fact(number, Desk.START, "ben", "app-2", event)));
    }

    @Test
    void aRunIsNamedAsNoOtherMachineNamesOne() {
        assertThat(unconfirmed().run()).isEqualTo("INC-1-1.a1");
    }

    @Test
    void whoeverIsAskedMayStartItAllTheSameAndTheRecordSaysSo() {
        StepStarted start = unconfirmed();
        assertThat(desk.room().question().orElseThrow())
                .isInstanceOfSatisfying(
                        Question.Unclaimed.class,
                        it -> {
                            assertThat(it.words())
                                    .isEqualTo(
                                            "It may run elsewhere. Start \"Look at the disks\" all"
                                                    + " the same?");
                            assertThat(it.why())
                                    .isEqualTo("Nobody can be asked: the server does not answer");
                        });
        desk.type("y");
        List<Effect> asked = desk.asked();

        assertThat(asked).contains(new Effect.StartUnclaimed(start));
        assertThat(asked)
                .anyMatch(
                        it ->
                                it instanceof Effect.Record(StepNoted note)
                                        && note.text().contains("without the room's confirmation"));
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void whoeverLeavesItStartsNothing() {
        unconfirmed();
        desk.press(Key.Kind.ESCAPE);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().launches().starting()).isEmpty();
        assertThat(desk.room().notice().text()).isEqualTo("Look at the disks was not started.");
    }

    @Test
    void aClaimThatComesThroughWhileTheQuestionIsOpenIsTakenBackOrStarted() {
        StepStarted start = unconfirmed();
        learn(start);
        assertThat(desk.asked()).noneMatch(Effect.JoinRun.class::isInstance);
        desk.type("n");
        assertThat(desk.events())
                .anyMatch(it -> it instanceof StepFinished end && end.run().equals(start.run()));
    }

    @Test
    void aRunOnAnotherMachineIsSeenAndNotFollowedNorStopped() {
        String step = desk.room().checklist().steps().get(1).id();
        learn(new StepStarted("INC-1-1.b2", step, "Look at the disks", "df -h", "local"));
        assertThat(desk.asked()).isEmpty();

        desk.select("Look at the disks").type("K").type("y");
        assertThat(desk.asked()).noneMatch(Effect.StopRun.class::isInstance);
        assertThat(desk.room().notice().text()).contains("was started in the room of ben");
    }

    @Test
    void factsThatComeInBetweenAreSaidAndTheIncidentIsAsTheRecordHasIt() {
        List<Fact> facts = new ArrayList<>(desk.incident().facts());
        Fact theirs =
                new Fact(facts.size() + 1L, Desk.START, "ben", "app-2", new NoteAdded("restarted"));
        facts.add(theirs);
        Incident now = Incident.replay("INC-1", facts);
        desk.signal(new Signal.Rearranged(now, List.of(theirs)));

        assertThat(desk.incident()).isEqualTo(now);
        assertThat(desk.room().notice().text()).isEqualTo("1 fact of ben has come in between.");
    }
}
