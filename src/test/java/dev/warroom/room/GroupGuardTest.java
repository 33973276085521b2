package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ApprovalAsked;
import dev.warroom.incident.IncidentEvent.Approved;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.TargetGroup;
import dev.warroom.text.Masking;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** What stands between a preview and its run on several hosts, of which one is production. */
class GroupGuardTest extends TargetsTestBase {

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

    GroupGuardTest() {
        super(web(2, "web-1", "web-2", "web-3"));
    }

    /** The group web of these machines, of which web-2 is production. */
    private static Desk web(int blastRadius, String... members) {
        return at(
                group(
                        blastRadius,
                        new TargetGroup("web", List.of(members), 2, false, List.of()),
                        machine("web-1", "test"),
                        machine("web-2", "production"),
                        machine("web-3", "test")),
                RUNBOOK);
    }

    @Test
    void oneProductionHostOfTheGroupIsEnoughForItsNameToBeTypedAndThenTheNumber() {
        enter("Sweep it");
        assertThat(asksFor()).isEqualTo("DANGEROUS on production: type web to run it");
        answers("web-1");
        assertThat(desk.running()).isEmpty();
        answers("web");
        assertThat(desk.running()).isEmpty();
        assertThat(asksFor()).isEqualTo("Type how many hosts of web it runs on");
        desk.signal(new Signal.Pasted("3")).press(Key.Kind.ENTER);
        assertThat(desk.running()).isEmpty();
        answers("3");
        assertThat(desk.running()).hasSize(2);
    }

    @Test
    void withoutTheProductionHostNoNameIsNeeded() {
        desk = web(5, "web-1", "web-3");
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
        answers("3");
        assertThat(desk.running()).hasSize(2);

        desk = web(5, "web-1", "web-2");
        enter("Roll back");
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
        desk = web(5, "web-1", "web-2", "web-3");
        desk.signal(new Signal.ModeGiven(mode));
        enter("Sweep it");
        enter("Look");
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().launches().waves()).isEmpty();
    }

    @Test
    void aSecretIsMaskedInEachHostsRecordAndOutput() {
        desk = web(5, "web-1", "web-2");
        open("Log in").type("hunter22xyz").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER);
        assertThat(desk.running()).hasSize(2);
        for (String run : desk.running()) {
            desk.signal(new Signal.OutputArrived(run, List.of("got hunter22xyz"), 0));
        }
        assertThat(desk.everRecorded().toString()).doesNotContain("hunter22xyz");
        assertThat(rows("RUN-1-1/2")).contains("    got " + Masking.MASK);
        assertThat(rows("RUN-1-1/2").toString()).doesNotContain("hunter22xyz");
    }

    @Test
    void otherRoomsAreToldWhatNotToShowOfIt() {
        desk = web(5, "web-1", "web-2");
        open("Log in").type("hunter22xyz").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .filteredOn(Effect.StartRun.class::isInstance)
                .extracting(it -> ((Effect.StartRun) it).secrets())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("hunter22xyz"));
    }

    @Test
    void whatAnotherRoomKnowsToBeSecretIsMaskedHereToo() {
        desk = web(5, "web-1", "web-2");
        enter("Look");
        desk.signal(new Signal.SecretsTold(List.of("hunter22xyz")));
        for (String run : desk.running()) {
            desk.signal(new Signal.OutputArrived(run, List.of("got hunter22xyz"), 0));
        }
        assertThat(rows("RUN-1-1/2")).contains("    got " + Masking.MASK);
    }

    private List<String> rows(String batch) {
        return FanOutRows.of(
                        desk.room(),
                        FanOut.batch(desk.room(), batch).orElseThrow(),
                        java.time.ZoneOffset.UTC)
                .stream()
                .map(FanOutRows.Row::text)
                .toList();
    }

    @Test
    void eachHostGoesOnWithWhatItsOwnStepHasLeftAndWithWhatWasSetForTheGroup() {
        desk = web(5, "web-1", "web-2");
        enter("Look");
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 0);
        desk.goTo("Look").type(":env STAGE=blue").press(Key.Kind.ENTER);
        open("Look");
        assertThat(preview().aim().launches())
                .extracting(it -> it.carried().run().orElseThrow())
                .containsExactly("RUN-1-1", "RUN-1-2");
        assertThat(preview().aim().launches())
                .allSatisfy(it -> assertThat(it.carried().variables()).containsKey("STAGE"));
        assertThat(preview().aim().conditions()).contains("STAGE=blue");
    }

    @Test
    void whatMustBeTypedByHandSaysSoToWhoeverPastesIt() {
        desk = web(5, "web-1", "web-2");
        enter("Sweep it").signal(new Signal.Pasted("web"));
        assertThat(desk.room().notice().text()).startsWith("Type web by hand");
        desk.press(Key.Kind.ENTER);
        assertThat(started()).isFalse();

        desk = web(1, "web-1", "web-2");
        enter("Look").signal(new Signal.Pasted("2"));
        assertThat(desk.room().notice().text()).startsWith("Type the number by hand");
        desk.press(Key.Kind.ENTER);
        assertThat(started()).isFalse();
    }

    @Test
    void aWrongNumberOfHostsDoesNotStayBeforeTheRightOne() {
        desk = web(1, "web-1", "web-2");
        enter("Look");
        answers("3");
        answers("2");
        assertThat(started()).isTrue();
    }

    @Test
    void whatIsCarriedOnToSomeHostsOnlyIsSaidWithTheirNames() {
        desk = web(5, "web-1", "web-2");
        enter("Look");
        ends("RUN-1-1", 0);
        desk.ends("RUN-1-2", Outcome.STOPPED, OptionalInt.of(143), Duration.ofSeconds(1), "");
        open("Look");
        assertThat(preview().aim().conditions())
                .singleElement()
                .asString()
                .startsWith("web-1: Folder and exported variables carry on");
    }

    @Test
    void stoppingAllBeginsNoOtherHost() {
        desk = web(5, "web-1", "web-2", "web-3");
        enter("Look");
        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-2");
        Next stopped = Stopping.all(desk.room());
        assertThat(stopped.room().launches().waiting()).isZero();
        assertThat(stopped.effects()).hasSize(2);
    }

    @Test
    void aGroupIsNotTriedAgainByItselfNorGoneOnWithInTheMidst() {
        desk = web(5, "web-1", "web-2");
        enter("Wait");
        for (String run : List.of("RUN-1-1", "RUN-1-2")) {
            failsIn(run, 1);
        }
        desk.clear().pass(Duration.ofMinutes(1));
        assertThat(started()).isFalse();
        open("Wait");
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
    }

    @Test
    void theRestOfAScriptGoesOnOnTheHostOfTheGroupWhereItFailed() {
        desk = web(5, "web-1", "web-2");
        enter("Wait");
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 7);
        open("Wait").type("f").press(Key.Kind.ENTER);
        failsIn("RUN-1-3", 1);
        open("Wait").type("a");
        assertThat(preview().aim().hosts()).containsExactly("web-2");
        assertThat(preview().launch().carried().resumes()).isTrue();
    }

    @Test
    void aTerminalIsForOneHost() {
        desk = web(5, "web-1", "web-2");
        open("Top");
        assertThat(Guard.whyNot(preview())).isPresent();
        assertThat(preview().aim().conditions()).isEmpty();
        desk.press(Key.Kind.ENTER);
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().notice().text()).contains("one host at a time");
        desk.press(Key.Kind.ESCAPE);
        desk.goTo("Look").type("i");
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("one host at a time");
    }
}
