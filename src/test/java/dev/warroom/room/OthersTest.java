package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Where;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What other rooms of the same incident do, and a room that only looks. */
class OthersTest {

    private final Desk desk = Desk.inIncident();

    private Desk learned(IncidentEvent event) {
        long number = desk.incident().facts().size() + 1L;
        return desk.clear()
                .signal(new Signal.Learned(new Fact(number, Desk.START, "ben", "app-1", event)));
    }

    @Test
    void whatAnotherDoesIsSaidAndCountsButIsNotDoneAgain() {
        learned(new Resolved("cause", "cure"));

        assertThat(desk.incident().open()).isFalse();
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("ben: resolved");
    }

    @Test
    void aRunThatAnotherStartsIsFollowedAndNotStarted() {
        String step = desk.room().checklist().steps().get(1).id();
        learned(new StepStarted("INC-1-1", step, "Look at the disks", "df -h", "local"));

        assertThat(desk.asked()).containsExactly(new Effect.JoinRun("INC-1-1", Where.HERE));
        desk.select("Look at the disks").type("o");
        assertThat(desk.asked()).noneMatch(Effect.ReadOutput.class::isInstance);
        desk.select("Look at the disks").press(Key.Kind.ENTER);
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void aStartThatIsRecordedWhenTheIncidentIsOpenedMayBeAboutToHappen() {
        String step = desk.room().checklist().steps().get(1).id();
        learned(new StepStarted("INC-1-1", step, "Look at the disks", "df -h", "local"));
        Desk later = Desk.ready().signal(new Signal.PresenceSeen(List.of("ben"))).clear();
        later.signal(new Signal.JournalOpened(desk.incident()));

        assertThat(later.asked()).contains(new Effect.JoinRun("INC-1-1", Where.HERE));
    }

    @Test
    void aStartThatCameSecondIsToldAndForgotten() {
        desk.slow().select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.room().launches().starting()).hasSize(1);
        String run = desk.room().launches().starting().keySet().iterator().next();
        StepStarted start = new StepStarted(run, "s", "Look at the disks", "df -h", "local");
        desk.signal(new Signal.Refused(start, "running since 02:14:00 UTC, by ben"));

        assertThat(desk.room().launches().starting()).isEmpty();
        assertThat(desk.room().notice().text()).isEqualTo("running since 02:14:00 UTC, by ben");
    }

    @Test
    void aRoomThatObservesRunsAndWritesNothing() {
        desk.signal(new Signal.ModeGiven(Mode.OBSERVES)).clear();
        desk.type("xatuUcC").press(Key.Kind.ENTER).type(":mitigate rolled back");
        desk.press(Key.Kind.ENTER);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).contains("only observes");
        desk.type("jk2z?");
        assertThat(desk.room().screen().help()).isPresent();
    }

    @Test
    void whoElseIsHereIsKnown() {
        desk.signal(new Signal.PresenceSeen(List.of("ben")));

        assertThat(desk.room().others()).containsExactly("ben");
        learned(new NoteAdded("x"));
        assertThat(desk.room().others()).containsExactly("ben");
    }
}
