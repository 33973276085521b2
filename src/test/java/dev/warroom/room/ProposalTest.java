package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.StatusUpdated;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ProposalTest {

    private final Desk desk = Desk.inIncident();

    private Optional<Proposal.Act> proposed() {
        return Proposal.of(desk.room()).map(Proposal::act);
    }

    @Test
    void nothingIsProposedWhileEveryClockRuns() {
        desk.pass(Duration.ofMinutes(5));
        assertThat(proposed()).isEmpty();

        desk.clear().type("c");
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("No clock has run out");
    }

    @Test
    void whatIsToBeAcknowledgedIsOnOneKeyAndThatIsNoted() {
        desk.pass(Duration.ofMinutes(15).plusSeconds(4));
        assertThat(Proposal.of(desk.room()).orElseThrow().words())
                .isEqualTo("acknowledge ran out 4.0 s ago: c acknowledge, C more");

        desk.clear().type("c");
        assertThat(desk.events())
                .containsExactly(
                        new ClockAnswered("acknowledge", "acknowledge"), new Acknowledged());
    }

    @Test
    void anUpdateThatIsDueIsAskedForAndItsClockStartsAgain() {
        desk.type("a").pass(Duration.ofMinutes(16));
        assertThat(proposed()).contains(Proposal.Act.UPDATE);

        desk.clear().type("c").type("rolling back").press(Key.Kind.ENTER);
        desk.type("").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.events())
                .startsWith(
                        new ClockAnswered("update", "send an update"),
                        new StatusUpdated("rolling back"));
        assertThat(Clocks.of(desk.room()))
                .filteredOn(it -> it.id().equals(Clocks.UPDATE))
                .extracting(Clocks.Clock::left)
                .containsExactly(Duration.ofMinutes(15));
    }

    @Test
    void whenAPhaseRunsOutTheNextPhaseIsProposedAndTheCursorGoesThere() {
        desk.type("a").select("Look at the disks").pass(Duration.ofMinutes(6));
        assertThat(proposed()).contains(Proposal.Act.NEXT_PHASE);

        desk.clear().type("c");
        assertThat(desk.events())
                .containsExactly(new ClockAnswered("phase First look", "go on to the next phase"));
        assertThat(desk.room().checklist().selected().orElseThrow().title())
                .isEqualTo("Read the errors of the last deployment");
        assertThat(proposed()).isEmpty();
    }

    /** Before anything is done there: the clock of a phase that was left tells nobody anything. */
    @Test
    void whoeverGoesOnToTheNextPhaseIsInIt() {
        desk.type("a").pass(Duration.ofMinutes(6)).type("c");

        assertThat(Phase.current(desk.room()).orElseThrow().title()).isEqualTo("Diagnosis");
        assertThat(Clocks.of(desk.room()))
                .filteredOn(it -> it.id().startsWith(Clocks.PHASE))
                .extracting(Clocks.Clock::words, Clocks.Clock::left)
                .containsExactly(tuple("Diagnosis", Duration.ofMinutes(9)));
        desk.goTo("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(Phase.current(desk.room()).orElseThrow().title()).isEqualTo("Diagnosis");
    }

    @Test
    void whatWasSaidMakesRoomForTheNextProposalWhenThereWasTimeToReadIt() {
        desk.pass(Duration.ofMinutes(16)).type("c");
        assertThat(proposed()).contains(Proposal.Act.UPDATE);
        assertThat(desk.room().notice().text()).isNotEmpty();

        desk.pass(Duration.ofSeconds(7));
        assertThat(desk.room().notice().text()).isNotEmpty();
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.room().notice()).isEqualTo(Notice.NONE);

        desk.signal(new Signal.Said(Notice.bad("the disk is full"))).pass(Duration.ofHours(1));
        assertThat(desk.room().notice().text()).isEqualTo("the disk is full");
    }

    @Test
    void anExtensionThatCannotBeTakenIsNamedAndStaysToBeMended() {
        desk.pass(Duration.ofMinutes(16)).clear();
        desk.type("Ce").type("ten minutes").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).contains("needs a time and a reason");
        assertThat(((Question.Text) desk.room().question().orElseThrow()).line().text())
                .isEqualTo("ten minutes");

        for (int i = 0; i < "ten minutes".length(); i++) {
            desk.press(Key.Kind.BACKSPACE);
        }
        desk.type("10m on the phone").press(Key.Kind.ENTER);
        assertThat(desk.events()).hasSize(1);
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void whenThePhaseOfTheOptionsRunsOutTheNextOptionIsProposed() {
        desk.type("a").select("Watch the queue").type("s").type("idle").press(Key.Kind.ENTER);
        desk.select("Restart the service").type("s").type("of no use").press(Key.Kind.ENTER);
        desk.pass(Duration.ofMinutes(61)).update("we work on it");
        while (proposed().filter(it -> it == Proposal.Act.ESCALATE).isPresent()) {
            desk.type("c").press(Key.Kind.ENTER);
        }
        assertThat(proposed()).contains(Proposal.Act.NEXT_OPTION);

        desk.type("c");
        assertThat(proposed()).isNotEqualTo(Optional.of(Proposal.Act.NEXT_OPTION));
    }

    @Test
    void aClockIsExtendedWithAReasonInstead() {
        desk.pass(Duration.ofMinutes(15).plusSeconds(1)).clear();
        desk.type("Ce").type("10m ana is on the phone").press(Key.Kind.ENTER);

        assertThat(desk.events())
                .containsExactly(
                        new DeadlineExtended(
                                "acknowledge",
                                Duration.ofMinutes(10).plusSeconds(1),
                                "ana is on the phone"));
        assertThat(Clocks.of(desk.room()).getFirst().left()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void onlyWhatThereIsSomethingToDoForIsOfferedAndTaken() {
        assertThat(Proposal.Act.offered(desk.room())).containsExactly(Proposal.Act.values());

        desk.type("a").pass(Duration.ofMinutes(16)).clear();
        assertThat(Proposal.Act.offered(desk.room())).doesNotContain(Proposal.Act.ACKNOWLEDGE);
        desk.type("Ca");
        assertThat(desk.events()).isEmpty();
        assertThat(desk.room().question()).containsInstanceOf(Question.ClockChoice.class);
        assertThat(proposed()).contains(Proposal.Act.UPDATE);
    }

    @Test
    void clocksAndWhatWasChosenHoldAcrossARestart() {
        desk.pass(Duration.ofMinutes(15).plusSeconds(1));
        desk.type("Ce").type("10m on the phone").press(Key.Kind.ENTER);
        var before = Clocks.of(desk.room());

        desk.signal(
                new Signal.JournalOpened(
                        dev.warroom.incident.Incident.replay("INC-1", desk.recorded())));

        assertThat(Clocks.of(desk.room())).isEqualTo(before);
        assertThat(proposed()).isEqualTo(Optional.of(Proposal.Act.UPDATE));
    }

    @Test
    void aClockThatIsSetBackMakesNoTimeUpAndNothingFail() {
        desk.pass(Duration.ofHours(-3));

        assertThat(proposed()).isEmpty();
        assertThat(Clocks.of(desk.room()))
                .isNotEmpty()
                .allMatch(it -> it.left().equals(it.whole()), "no more is left than there was");
    }
}
