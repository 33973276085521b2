package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ApprovalAsked;
import dev.warroom.incident.IncidentEvent.Approved;
import dev.warroom.incident.ScriptHash;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Targets;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Steps that a second person must agree to; ana sits at this desk. */
class ApprovingTest extends TargetsTestBase {

    private static final String RUNBOOK =
            """
            # Sweep

            ```bash {approval=ben}
            # 1. Roll back
            ./rollback.sh <version>
            ```

            ```bash
            # 1. Sweep it
            rm -rf /srv/old
            # 2. Look
            ls /srv
            ```
            """;

    ApprovingTest() {
        super(
                at(
                        Targets.NONE,
                        new StepRules(Optional.empty(), Map.of("deletes-files", 2), true),
                        RUNBOOK));
    }

    private Desk asked(String version) {
        open("Roll back");
        return answers(version).press(Key.Kind.ENTER);
    }

    private Desk learned(String who, IncidentEvent event) {
        return desk.another(who, event);
    }

    private Approved ofBen(String script) {
        return new Approved(
                "sweep/roll-back", "Roll back", "local", ScriptHash.of(script, "local"));
    }

    private boolean runs() {
        desk.clear();
        enter("Roll back");
        return started();
    }

    @Test
    void enterAsksForItAndRunsNothing() {
        asked("1.4.1");

        assertThat(desk.running()).isEmpty();
        assertThat(desk.recorded().getLast().event())
                .isInstanceOfSatisfying(
                        ApprovalAsked.class,
                        it -> {
                            assertThat(it.script()).isEqualTo("./rollback.sh 1.4.1");
                            assertThat(it.hash())
                                    .isEqualTo(ScriptHash.of("./rollback.sh 1.4.1", "local"));
                            assertThat(it.who()).isEqualTo("ben");
                        });
        assertThat(desk.room().notice().text())
                .isEqualTo("Asked for the approval of ben (:approve). Enter runs it then.");
    }

    @Test
    void whenTheOtherHasAgreedItRuns() {
        asked("1.4.1");
        learned("ben", ofBen("./rollback.sh 1.4.1"));

        assertThat(runs()).isTrue();
    }

    @Test
    void whenItWasGivenIsToldAsOtherTimesAre() {
        asked("1.4.1");
        learned("ben", ofBen("./rollback.sh 1.4.1"));
        desk.pass(Duration.ofMinutes(1));
        open("Roll back");

        assertThat(Approving.words(desk.room(), preview(), ZoneId.of("Europe/Vienna")))
                .contains("approval: ben at 03:14:00, of exactly this script");

        desk.press(Key.Kind.ESCAPE).pass(Duration.ofDays(1));
        open("Roll back");
        assertThat(Approving.words(desk.room(), preview(), ZoneOffset.UTC))
                .contains("approval: ben at 2026-03-01 02:14, of exactly this script");
    }

    @Test
    void anApprovalOfAnotherScriptOrByAnotherPersonDoesNotCount() {
        asked("1.4.1");
        learned("ben", ofBen("./rollback.sh 1.4.0"));
        assertThat(runs()).isFalse();
        learned("cleo", ofBen("./rollback.sh 1.4.1"));
        assertThat(runs()).isFalse();
        learned("ana", ofBen("./rollback.sh 1.4.1"));
        assertThat(runs()).isFalse();
    }

    @Test
    void itIsVoidWhenTheScriptChanges() {
        asked("1.4.1");
        learned("ben", ofBen("./rollback.sh 1.4.1"));
        open("Roll back").type("1");
        desk.press(Key.control('u')).type("1.4.0").press(Key.Kind.ENTER).clear();
        desk.press(Key.Kind.ENTER);

        assertThat(started()).isFalse();
        assertThat(desk.recorded().getLast().event()).isInstanceOf(ApprovalAsked.class);
    }

    @Test
    void whatAPolicyNamesDangerousNeedsItToo() {
        enter("Sweep it");
        assertThat(desk.running()).isEmpty();
        assertThat(((ApprovalAsked) desk.recorded().getLast().event()).who())
                .isEqualTo("level 2, Senior Engineer (nobody is named there: anybody else)");

        enter("Look");
        assertThat(desk.running()).hasSize(1);
    }

    @Test
    void whatAnotherAsksForIsShownAndAgreedToWithYes() {
        ApprovalAsked asked =
                new ApprovalAsked(
                        "sweep/x",
                        "Drop it",
                        "rm -rf /srv/x",
                        "web-1",
                        ScriptHash.of("rm -rf /srv/x", "web-1"),
                        "level 2");
        learned("ben", asked).clear().type(":approve").press(Key.Kind.ENTER);
        assertThat(((Question.Approve) desk.room().question().orElseThrow()).lines())
                .contains("ben wants to run \"Drop it\" on web-1:", "  rm -rf /srv/x")
                .anyMatch(it -> it.startsWith("DANGER, line 1"));
        assertThat(desk.asked()).isEmpty();

        desk.type("y");
        assertThat(desk.events())
                .containsExactly(new Approved("sweep/x", "Drop it", "web-1", asked.hash()));
        desk.type(":approve").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).isEqualTo("Nobody asks for an approval.");
    }

    @Test
    void nobodyAgreesToWhatTheyAskForThemselves() {
        asked("1.4.1").clear().type(":approve").press(Key.Kind.ENTER);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("You have asked for it yourself");
        assertThat(desk.asked()).isEmpty();
    }
}
