package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepState;
import dev.warroom.incident.Where;
import dev.warroom.policy.Target;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class RunningTest {

    private static final String DISKS = "df -h /";
    private static final Launch HERE = new Launch(DISKS, Target.HERE, "", "bash");

    private final Desk desk = Desk.inIncident().select("Look at the disks").clear();
    private final String step = Practice.step("Look at the disks").id();

    @Test
    void enterShowsExactlyWhatWouldRunAndAsksForNothing() {
        desk.press(Key.Kind.ENTER);

        assertThat(desk.room().question())
                .contains(Question.Preview.of(Practice.step("Look at the disks"), Aim.at(HERE)));
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.incident().state(step)).isEqualTo(StepState.OPEN);
    }

    @Test
    void enterAgainRecordsTheStartAndStartsNothingBeforeItIsOnDisk() {
        desk.slow().press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .containsExactly(
                        new Effect.Record(
                                new StepStarted(
                                        "INC-1-1", step, "Look at the disks", DISKS, "local")));
        assertThat(desk.incident().running()).isEmpty();

        desk.answer();

        assertThat(desk.asked()).containsExactly(new Effect.StartRun("INC-1-1", HERE, List.of()));
        assertThat(desk.incident().state(step)).isEqualTo(StepState.RUNNING);
        assertThat(desk.room().screen().output()).contains("INC-1-1");
    }

    @Test
    void aStartThatCannotBeRecordedStartsNothingAndSaysSo() {
        desk.journalBreaks().press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.asked()).noneMatch(Effect.StartRun.class::isInstance);
        assertThat(desk.room().notice().tone()).isEqualTo(Notice.Tone.BAD);
        assertThat(desk.room().notice().text())
                .contains("NOT RECORDED")
                .contains("No space left on device");
        assertThat(desk.incident().state(step)).isEqualTo(StepState.OPEN);

        desk.journalMends().press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.incident().state(step)).isEqualTo(StepState.RUNNING);
    }

    @Test
    void escLeavesThePreviewAndRunsNothing() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void noLetterRunsWhatThePreviewShows() {
        desk.press(Key.Kind.ENTER);
        for (char letter = ' '; letter < 0x7F; letter++) {
            desk.type(Character.toString(letter));
        }

        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void aRunThatEndsIsRecordedAndTheCursorGoesOnWhenItPassed() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        desk.ends(Outcome.PASSED, 0, Duration.ofMillis(400));

        assertThat(desk.events())
                .containsExactly(
                        new StepFinished(
                                "INC-1-1",
                                Outcome.PASSED,
                                OptionalInt.of(0),
                                Duration.ofMillis(400),
                                0,
                                ""));
        assertThat(desk.incident().state(step)).isEqualTo(StepState.PASSED);
        assertThat(desk.room().checklist().selected().orElseThrow().title())
                .isEqualTo("Look at the gateway");
    }

    @Test
    void theCursorStaysOnAStepThatFailed() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        desk.ends(Outcome.FAILED, 7, Duration.ofSeconds(1));

        assertThat(desk.room().checklist().cursor()).isEqualTo(step);
        assertThat(desk.room().notice().text()).isEqualTo("Look at the disks: failed, exit 7");
    }

    @Test
    void anOutcomeNobodyKnowsIsSaidAndNothingRunsAgainByItself() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        desk.ends("INC-1-1", Outcome.UNKNOWN, OptionalInt.empty(), Duration.ZERO, "it is gone");

        assertThat(desk.incident().state(step)).isEqualTo(StepState.UNKNOWN);
        assertThat(desk.room().notice().text()).contains("outcome unknown").contains("it is gone");
        assertThat(desk.asked()).noneMatch(Effect.StartRun.class::isInstance);
    }

    @Test
    void aSecondRunOfTheStepGetsANumberOfItsOwn() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.FAILED, 1, Duration.ofSeconds(1));
        desk.clear().press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .contains(
                        new Effect.StartRun(
                                "INC-1-2",
                                HERE.with(new Carried(Optional.of("INC-1-1"), false, Map.of())),
                                List.of()));
        assertThat(desk.incident().step(step).attempts()).hasSize(2);
    }

    @Test
    void whatIsRunningIsNotStartedTwice() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear().press(Key.Kind.ENTER);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("It is running");
    }

    @Test
    void nothingRunsWhenTheIncidentIsOver() {
        desk.type(":resolve").press(Key.Kind.ENTER);
        desk.type("a full disk").press(Key.Kind.ENTER).type("made room").press(Key.Kind.ENTER);
        desk.clear().select("Look at the disks").press(Key.Kind.ENTER);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("INC-1 is over");
    }

    @Test
    void whatWasRunningWhenTheRoomDiedIsLookedForAndNotStartedAgain() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        Desk later = Desk.ready();
        later.slow().signal(new Signal.JournalOpened(desk.incident()));

        assertThat(later.asked())
                .containsExactly(
                        new Effect.FollowRun("INC-1-1", Where.HERE),
                        new Effect.CountLogs(Desk.START));
        assertThat(later.room().screen().output()).contains("INC-1-1");
        assertThat(later.room().checklist().cursor())
                .isEqualTo(Practice.incidentRunbook().steps().getFirst().id());
    }

    @Test
    void theOutputOfWhatIsFollowedIsNotReadASecondTime() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        Desk later = Desk.ready().slow().signal(new Signal.JournalOpened(desk.incident()));
        later.type("o");

        assertThat(later.asked()).noneMatch(Effect.ReadOutput.class::isInstance);
    }
}
