package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ApprovalAsked;
import dev.warroom.incident.IncidentEvent.Approved;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Secrets;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;
import dev.warroom.text.Masking;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands between a preview and its run on several hosts, of which one is production. */
class GroupGuardTest {

    private static final String RUNBOOK =
            """
            # Sweep

            ```bash {target=web}
            # 1. Sweep it
            rm -rf /srv/old
            ```

            ```bash {target=web}
            # 1. Look
            ls /srv
            ```

            ```bash {target=web approval=ben}
            # 1. Roll back
            ./rollback.sh
            ```

            ```bash {target=web}
            # 1. Log in
            login <token>
            ```

            ```bash {target=web attempts=3 interval=10s}
            # 1. Wait
            curl http://localhost
            ```

            ```bash {target=web interactive=true}
            # 1. Top
            top
            ```

            ```bash
            # 1. Alone
            ls
            ```
            """;

    private Desk desk = desk(2, "web-1", "web-2", "web-3");

    private static Desk desk(int blastRadius, String... members) {
        Policy usual = Practice.policy();
        return Desk.walking(
                120,
                40,
                new Policy(
                        usual.service(),
                        usual.logs(),
                        usual.probes(),
                        usual.responses(),
                        usual.rules(),
                        new Targets(
                                List.of(
                                        target("web-1", "test"),
                                        target("web-2", "production"),
                                        target("web-3", "test")),
                                List.of(
                                        new TargetGroup(
                                                "web", List.of(members), 2, false, List.of())),
                                blastRadius),
                        Secrets.USUAL,
                        StepRules.USUAL),
                RUNBOOK);
    }

    private static Target target(String name, String tag) {
        return new Target(
                name,
                name,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(tag));
    }

    private Desk enter(String step) {
        return desk.goTo(step).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    private Desk ends(String run, int exit) {
        return desk.ends(
                run,
                exit == 0 ? Outcome.PASSED : Outcome.FAILED,
                OptionalInt.of(exit),
                Duration.ofSeconds(1),
                "");
    }

    private Desk types(String words) {
        return desk.type(words).press(Key.Kind.ENTER);
    }

    @Test
    void oneProductionHostOfTheGroupIsEnoughForItsNameToBeTypedAndThenTheNumber() {
        enter("Sweep it");
        assertThat(((Question.Text) desk.room().question().orElseThrow()).purpose().words())
                .isEqualTo("DANGEROUS on production: type web to run it");
        types("web-1");
        assertThat(desk.running()).isEmpty();
        types("web");
        assertThat(desk.running()).isEmpty();
        assertThat(((Question.Text) desk.room().question().orElseThrow()).purpose().words())
                .isEqualTo("Type how many hosts of web it runs on");
        desk.signal(new Signal.Pasted("3")).press(Key.Kind.ENTER);
        assertThat(desk.running()).isEmpty();
        types("3");
        assertThat(desk.running()).hasSize(2);
    }

    @Test
    void withoutTheProductionHostNoNameIsNeeded() {
        desk = desk(5, "web-1", "web-3");
        enter("Sweep it");
        assertThat(desk.running()).hasSize(2);
    }

    @Test
    void anApprovalIsOfAllHostsOfTheGroupAndOfNoOther() {
        enter("Roll back");
        ApprovalAsked asked = (ApprovalAsked) desk.recorded().getLast().event();
        assertThat(asked.target()).contains("web (", "web-1 web-2 web-3");
        Approved given = new Approved(asked.step(), asked.title(), asked.target(), asked.hash());
        desk.another("ben", given);
        enter("Roll back");
        types("3");
        assertThat(desk.running()).hasSize(2);

        desk = desk(5, "web-1", "web-2");
        desk.goTo("Roll back").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.another("ben", given);
        desk.clear();
        enter("Roll back");
        assertThat(desk.running()).isEmpty();
        assertThat(desk.events()).singleElement().isInstanceOf(ApprovalAsked.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"READ_ONLY", "DRY_RUN"})
    void nothingBeginsOnAnyHostFromARoomThatRunsNothing(Mode mode) {
        desk = desk(5, "web-1", "web-2", "web-3");
        desk.signal(new Signal.ModeGiven(mode));
        enter("Sweep it");
        enter("Look");
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().launches().waves()).isEmpty();
    }

    @Test
    void aSecretIsMaskedInEachHostsRecordAndOutput() {
        desk = desk(5, "web-1", "web-2");
        desk.goTo("Log in").press(Key.Kind.ENTER).type("hunter22xyz").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER);
        assertThat(desk.running()).hasSize(2);
        for (String run : desk.running()) {
            desk.signal(new Signal.OutputArrived(run, List.of("got hunter22xyz"), 0));
        }
        assertThat(desk.everRecorded().toString()).doesNotContain("hunter22xyz");
        assertThat(rows("RUN-1-1/2")).contains("    got " + Masking.MASK);
        assertThat(rows("RUN-1-1/2").toString()).doesNotContain("hunter22xyz");
    }

    private List<String> rows(String batch) {
        return FanOutRows.of(desk.room(), FanOut.batch(desk.room(), batch).orElseThrow()).stream()
                .map(FanOutRows.Row::text)
                .toList();
    }

    @Test
    void eachHostGoesOnWithWhatItsOwnStepHasLeftAndWithWhatWasSetForTheGroup() {
        desk = desk(5, "web-1", "web-2");
        enter("Look");
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 0);
        desk.goTo("Look").type(":env STAGE=blue").press(Key.Kind.ENTER);
        desk.goTo("Look").press(Key.Kind.ENTER);
        Question.Preview preview = (Question.Preview) desk.room().question().orElseThrow();
        assertThat(preview.aim().launches())
                .extracting(it -> it.carried().run().orElseThrow())
                .containsExactly("RUN-1-1", "RUN-1-2");
        assertThat(preview.aim().launches())
                .allSatisfy(it -> assertThat(it.carried().variables()).containsKey("STAGE"));
        assertThat(preview.aim().conditions()).contains("STAGE=blue");
    }

    @Test
    void whatIsCarriedOnToSomeHostsOnlyIsSaidWithTheirNames() {
        desk = desk(5, "web-1", "web-2");
        enter("Look");
        ends("RUN-1-1", 0);
        desk.ends("RUN-1-2", Outcome.STOPPED, OptionalInt.of(143), Duration.ofSeconds(1), "");
        desk.goTo("Look").press(Key.Kind.ENTER);
        Question.Preview preview = (Question.Preview) desk.room().question().orElseThrow();
        assertThat(preview.aim().conditions())
                .singleElement()
                .asString()
                .startsWith("web-1: Folder and exported variables carry on");
    }

    @Test
    void stoppingAllBeginsNoOtherHost() {
        desk = desk(5, "web-1", "web-2", "web-3");
        enter("Look");
        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-2");
        Next stopped = Stopping.all(desk.room());
        assertThat(stopped.room().launches().waiting()).isZero();
        assertThat(stopped.effects()).hasSize(2);
    }

    @Test
    void aGroupIsNotTriedAgainByItselfNorGoneOnWithInTheMidst() {
        desk = desk(5, "web-1", "web-2");
        enter("Wait");
        for (String run : List.of("RUN-1-1", "RUN-1-2")) {
            desk.signal(
                    new Signal.RunEnded(
                            run,
                            Outcome.FAILED,
                            OptionalInt.of(7),
                            OptionalInt.of(1),
                            Duration.ofSeconds(1),
                            0,
                            ""));
        }
        desk.clear().pass(Duration.ofMinutes(1));
        assertThat(desk.asked()).noneMatch(Effect.StartRun.class::isInstance);
        desk.goTo("Wait").press(Key.Kind.ENTER);
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
    }

    @Test
    void theRestOfAScriptGoesOnOnTheHostOfTheGroupWhereItFailed() {
        desk = desk(5, "web-1", "web-2");
        enter("Wait");
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 7);
        desk.goTo("Wait").press(Key.Kind.ENTER).type("f").press(Key.Kind.ENTER);
        desk.signal(
                new Signal.RunEnded(
                        "RUN-1-3",
                        Outcome.FAILED,
                        OptionalInt.of(7),
                        OptionalInt.of(1),
                        Duration.ofSeconds(1),
                        0,
                        ""));
        desk.goTo("Wait").press(Key.Kind.ENTER).type("a");
        Question.Preview preview = (Question.Preview) desk.room().question().orElseThrow();
        assertThat(preview.aim().hosts()).containsExactly("web-2");
        assertThat(preview.launch().carried().resumes()).isTrue();
    }

    @Test
    void aTerminalIsForOneHost() {
        desk = desk(5, "web-1", "web-2");
        enter("Top");
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().notice().text()).contains("one host at a time");
        desk.press(Key.Kind.ESCAPE);
        desk.goTo("Look").type("i");
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("one host at a time");
    }
}
