package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.PostMortemWritten;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class IncidentTest {

    private static final Declared DECLARED = new Declared(Severity.P2, "Slow", "api", "/srv/team");

    private static Incident after(IncidentEvent... events) {
        return Incident.replay("INC-1", EveryEvent.facts(List.of(events)));
    }

    private static Instant second(int n) {
        return EveryEvent.START.plusSeconds(n);
    }

    private static StepStarted start(String run) {
        return new StepStarted(run, "s", "Step", "true", "local");
    }

    private static StepFinished end(String run, Outcome outcome) {
        return new StepFinished(
                run, outcome, OptionalInt.of(3), Duration.ofMillis(9), 7, "because");
    }

    @Test
    void aDeclarationBeginsIt() {
        Incident incident = after(DECLARED);
        assertThat(incident.severity()).contains(Severity.P2);
        assertThat(incident.title()).isEqualTo("Slow");
        assertThat(incident.service()).isEqualTo("api");
        assertThat(incident.workspace()).isEqualTo("/srv/team");
        assertThat(incident.beganAt()).contains(second(0));
        assertThat(incident.open()).isTrue();
    }

    @Test
    void aChecklistBeginsWithoutASeverity() {
        Incident incident = after(new ChecklistStarted("Round", "/srv"));
        assertThat(incident.severity()).isEmpty();
        assertThat(incident.title()).isEqualTo("Round");
        assertThat(incident.begun()).isTrue();
    }

    @Test
    void onlyTheFirstAcknowledgementCounts() {
        assertThat(after(DECLARED, new Acknowledged(), new Acknowledged()).acknowledgedAt())
                .contains(second(1));
    }

    @Test
    void theLastStatusUpdateCounts() {
        assertThat(after(DECLARED, new StatusUpdated("a"), new StatusUpdated("b")).updatedAt())
                .contains(second(2));
    }

    @Test
    void resolvingAndClosingEndIt() {
        Incident resolved = after(DECLARED, new Resolved("a", "b"));
        assertThat(resolved.open()).isFalse();
        assertThat(resolved.endedAt()).contains(second(1));
        assertThat(after(new ChecklistStarted("r", ""), new ChecklistClosed()).open()).isFalse();
    }

    @Test
    void elapsedStopsAtTheEndAndIsNeverNegative() {
        assertThat(Incident.empty("INC-1").elapsed(second(9))).isZero();
        assertThat(after(DECLARED).elapsed(second(9))).isEqualTo(Duration.ofSeconds(9));
        assertThat(after(DECLARED).elapsed(second(-9))).isZero();
        assertThat(after(DECLARED, new Resolved("", "")).elapsed(second(9)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void runbookValueAndChoiceAreTheLastOnes() {
        Incident incident =
                after(
                        new RunbookOpened("a", "A", "a.md"),
                        new RunbookOpened("b", "B", "b.md"),
                        new ValueSet("v", "1"),
                        new ValueSet("v", "2"),
                        new OptionChosen("c", "c/1", "One", ""),
                        new OptionChosen("c", "c/2", "Two", "it is quick"));
        assertThat(incident.runbook()).contains("b");
        assertThat(incident.values()).containsOnlyKeys("v").containsEntry("v", "2");
        assertThat(incident.walk().picks()).containsOnlyKeys("c");
        assertThat(incident.walk().pick("c").orElseThrow())
                .isEqualTo(new WalkRecord.Pick("c/2", "it is quick", "ana", second(5)));
    }

    @Test
    void noteHealthAndReportAreFactsAndNothingElse() {
        Incident before = after(DECLARED);
        Incident incident =
                after(
                        DECLARED,
                        new NoteAdded("n"),
                        new HealthChanged("p", "ok", "warning", ""),
                        new PostMortemWritten("f"));
        assertThat(incident.facts()).hasSize(4);
        assertThat(incident).usingRecursiveComparison().ignoringFields("facts").isEqualTo(before);
    }

    @Test
    void aStartedStepRuns() {
        Incident incident = after(DECLARED, start("r1"));
        assertThat(incident.state("s")).isEqualTo(StepState.RUNNING);
        Attempt attempt = incident.step("s").last().orElseThrow();
        assertThat(incident.running()).containsExactly(attempt);
        assertThat(attempt)
                .isEqualTo(
                        new Attempt(
                                "r1",
                                "true",
                                "local",
                                Where.HERE,
                                "",
                                "ana",
                                second(1),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                0,
                                ""));
    }

    @Test
    void anEndGivesTheStepItsOutcome() {
        assertThat(after(start("r"), end("r", Outcome.PASSED)).state("s"))
                .isEqualTo(StepState.PASSED);
        assertThat(after(start("r"), end("r", Outcome.FAILED)).state("s"))
                .isEqualTo(StepState.FAILED);
        assertThat(after(start("r"), end("r", Outcome.STOPPED)).state("s"))
                .isEqualTo(StepState.STOPPED);
        Incident unknown = after(start("r"), end("r", Outcome.UNKNOWN));
        assertThat(unknown.state("s")).isEqualTo(StepState.UNKNOWN);
        assertThat(unknown.running()).isEmpty();
        Attempt attempt = unknown.step("s").last().orElseThrow();
        assertThat(attempt.exit()).hasValue(3);
        assertThat(attempt.took()).contains(Duration.ofMillis(9));
        assertThat(attempt.bytes()).isEqualTo(7);
        assertThat(attempt.detail()).isEqualTo("because");
    }

    @Test
    void aStepRunsWhileAnyOfItsRunsDoes() {
        Incident incident = after(start("r1"), start("r2"), end("r2", Outcome.PASSED));
        assertThat(incident.state("s")).isEqualTo(StepState.RUNNING);
        assertThat(incident.running()).extracting(Attempt::run).containsExactly("r1");
    }

    @Test
    void aStepThatWasTickedWhileItRanStaysTicked() {
        Incident incident =
                after(start("r"), new StepSkipped("s", "Step", "slow"), end("r", Outcome.FAILED));
        StepRecord step = incident.step("s");
        assertThat(step.state()).isEqualTo(StepState.SKIPPED);
        assertThat(step.reason()).isEqualTo("slow");
        assertThat(step.at()).isEqualTo(second(1));
        assertThat(step.last().orElseThrow().outcome()).contains(Outcome.FAILED);
        assertThat(after(start("r"), new StepDone("s", "Step")).state("s"))
                .isEqualTo(StepState.DONE);
    }

    @Test
    void aStepThatIsRunAgainForgetsWhyItWasSkipped() {
        StepRecord step = after(new StepSkipped("s", "Step", "slow"), start("r")).step("s");
        assertThat(step.state()).isEqualTo(StepState.RUNNING);
        assertThat(step.reason()).isEmpty();
    }

    @Test
    void aSecondEndOfARunDoesNotChangeItsOutcome() {
        Incident incident = after(start("r"), end("r", Outcome.PASSED), end("r", Outcome.FAILED));
        assertThat(incident.state("s")).isEqualTo(StepState.PASSED);
        assertThat(incident.step("s").last().orElseThrow().outcome()).contains(Outcome.PASSED);
    }

    @Test
    void anOutcomeThatWasUnknownMayBecomeKnown() {
        Incident incident = after(start("r"), end("r", Outcome.UNKNOWN), end("r", Outcome.PASSED));
        assertThat(incident.state("s")).isEqualTo(StepState.PASSED);
    }

    @Test
    void whatBecomesKnownOfAnOlderRunDoesNotHideTheNewerOne() {
        Incident incident =
                after(
                        start("r1"),
                        end("r1", Outcome.UNKNOWN),
                        start("r2"),
                        end("r2", Outcome.FAILED),
                        end("r1", Outcome.PASSED));
        assertThat(incident.state("s")).isEqualTo(StepState.FAILED);
    }

    @Test
    void theEndOfARunThatNeverStartedChangesNothing() {
        Incident incident = after(DECLARED, end("nobody", Outcome.PASSED));
        assertThat(incident.steps()).isEmpty();
        assertThat(incident.facts()).hasSize(2);
    }

    @Test
    void aFactOutOfRowIsRefused() {
        Fact third = new Fact(3, EveryEvent.START, "ana", "app-1", new Acknowledged());
        assertThatThrownBy(() -> after(DECLARED).apply(third))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fact number 3 must be 2 in INC-1");
    }
}
