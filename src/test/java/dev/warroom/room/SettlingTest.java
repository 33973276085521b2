package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepState;
import dev.warroom.runbook.Step;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Steps that are ticked or skipped by a person. */
class SettlingTest {

    private final Desk desk = Desk.inIncident();

    private String selected() {
        return desk.room().checklist().selected().orElseThrow().title();
    }

    @Test
    void skippingNeedsAReason() {
        Step step = Practice.step("Look at the disks");
        desk.select("Look at the disks").clear().type("s").press(Key.Kind.ENTER);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("Skipping needs a reason");
        assertThat(desk.room().question()).isPresent();

        desk.type("  the disks are new ").press(Key.Kind.ENTER);

        assertThat(desk.events())
                .containsExactly(
                        new StepSkipped(step.id(), "Look at the disks", "the disks are new"));
        assertThat(desk.incident().state(step.id())).isEqualTo(StepState.SKIPPED);
        assertThat(selected()).isEqualTo("Look at the gateway");
    }

    @Test
    void aStepForAPersonDoesNotRunAndIsTicked() {
        Step step = Practice.step("Declare the incident");
        assertThat(step.kind()).isEqualTo(Step.Kind.MANUAL);
        desk.select("Declare the incident").clear().press(Key.Kind.ENTER);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("press x");

        desk.type("x");

        assertThat(desk.events())
                .containsExactly(new StepDone(step.id(), "Declare the incident in the channel"));
        assertThat(selected()).isEqualTo("Look at the disks");
    }

    @Test
    void aStepWithACommandIsNotTickedBeforeItHasRun() {
        desk.select("Look at the disks").clear().type("x");

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).contains("Enter runs it");

        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.FAILED, 1, Duration.ofSeconds(1)).clear().type("x");

        assertThat(desk.incident().state(Practice.step("Look at the disks").id()))
                .isEqualTo(StepState.DONE);
    }

    @Test
    void aStreamRunsBesideTheRestAndIsTickedByAPerson() {
        Step step = Practice.step("Watch the queue");
        assertThat(step.kind()).isEqualTo(Step.Kind.STREAM);
        desk.select("Watch the queue").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.incident().state(step.id())).isEqualTo(StepState.RUNNING);

        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.running()).hasSize(2);

        desk.select("Watch the queue").type("x");
        assertThat(desk.incident().state(step.id())).isEqualTo(StepState.DONE);
        assertThat(desk.incident().running()).hasSize(2);
    }

    @Test
    void aRunningStepIsNotSkipped() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER).type("s");

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("K stops it first");
    }

    @Test
    void keysForStepsWorkOnlyInTheChecklist() {
        desk.type("2").clear();
        for (String key : new String[] {"x", "s", "o"}) {
            desk.type(key);
            assertThat(desk.room().question()).isEmpty();
            assertThat(desk.room().notice().text()).contains("press 1 for the checklist");
        }
        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void aTickThatCannotBeRecordedDoesNotCount() {
        desk.journalBreaks().select("Declare the incident").type("x");

        assertThat(desk.incident().state(Practice.step("Declare the incident").id()))
                .isEqualTo(StepState.OPEN);
        assertThat(selected()).startsWith("Declare the incident");
        assertThat(desk.room().notice().text()).contains("NOT RECORDED");
    }
}
