package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepState;
import dev.warroom.policy.Policy;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A step on several hosts: how they begin, what stops them, and how they are told apart. */
class FanOutTest {

    private static final String RUNBOOK =
            """
            # Shop

            ## Slow shop

            1. Look everywhere

               ```bash {target=app}
               uptime
               ```

            2. Look elsewhere

               ```bash
               date
               ```
            """;

    private Desk desk = desk(3, 20, false, 5);

    private static Desk desk(int hosts, int atOnce, boolean stops, int blastRadius) {
        Policy usual = Practice.policy();
        List<String> members = IntStream.rangeClosed(1, hosts).mapToObj(it -> "app-" + it).toList();
        Policy policy =
                new Policy(
                        usual.service(),
                        usual.logs(),
                        usual.probes(),
                        usual.responses(),
                        usual.rules(),
                        new Targets(
                                List.of(),
                                List.of(
                                        new TargetGroup(
                                                "app",
                                                members,
                                                atOnce,
                                                stops,
                                                List.of("production"))),
                                blastRadius),
                        usual.secrets(),
                        usual.steps());
        return Desk.walking(120, 30, policy, RUNBOOK);
    }

    private Desk run() {
        return desk.goTo("Look everywhere").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    private void ends(String run, int exit) {
        desk.ends(
                run,
                exit == 0 ? Outcome.PASSED : Outcome.FAILED,
                OptionalInt.of(exit),
                Duration.ofSeconds(1),
                "");
    }

    private StepState state() {
        return desk.incident().steps().values().iterator().next().state();
    }

    private Batch batch() {
        return FanOut.batch(desk.room(), "RUN-1-1/" + desk("").size()).orElseThrow();
    }

    private List<String> desk(String ignored) {
        return desk.room().policy().targets().groups().getFirst().members();
    }

    private List<String> rows() {
        return FanOutRows.of(desk.room(), batch()).stream().map(FanOutRows.Row::text).toList();
    }

    @Test
    void eachHostHasARunOfItsOwnThatIsRecordedBeforeItBegins() {
        desk.slow();
        run();
        assertThat(desk.running()).isEmpty();
        assertThat(desk.asked()).noneMatch(Effect.StartRun.class::isInstance);
        desk.answer();
        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-2", "RUN-1-3");
        assertThat(desk.incident().running())
                .extracting(Attempt::target)
                .containsExactly("app-1", "app-2", "app-3");
        assertThat(desk.incident().running())
                .extracting(it -> it.where().host())
                .containsExactly("app-1", "app-2", "app-3");
    }

    @Test
    void noMoreRunAtATimeThanTheGroupAllows() {
        desk = desk(5, 2, false, 5);
        run();
        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-2");
        ends("RUN-1-2", 1);
        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-3");
        assertThat(state()).isEqualTo(StepState.RUNNING);
        for (String run : List.of("RUN-1-1", "RUN-1-3", "RUN-1-4", "RUN-1-5")) {
            ends(run, 0);
        }
        assertThat(desk.running()).isEmpty();
        assertThat(state()).isEqualTo(StepState.FAILED);
        assertThat(desk.room().notice().text())
                .isEqualTo("Look everywhere: 4 of 5 hosts passed, 1 failed: app-2");
    }

    @Test
    void aRollingGroupStopsAtTheFirstFailure() {
        desk = desk(4, 1, true, 5);
        run();
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 3);
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().launches().waves()).isEmpty();
        assertThat(state()).isEqualTo(StepState.FAILED);
        assertThat(desk.room().notice().text())
                .isEqualTo("Look everywhere: 1 of 4 hosts passed, 1 failed: app-2, 2 not begun");
        assertThat(rows()).last().isEqualTo("– 2 of its hosts were not begun");
    }

    @Test
    void whatPassedEverywhereHasPassedAndTheCursorGoesOn() {
        run();
        for (String run : desk.running()) {
            ends(run, 0);
        }
        assertThat(state()).isEqualTo(StepState.PASSED);
        assertThat(desk.here()).isEqualTo("Look elsewhere");
    }

    @Test
    void onlyTheHostsThatFailedAreTakenAgain() {
        run();
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 1);
        ends("RUN-1-3", 1);
        desk.goTo("Look everywhere").press(Key.Kind.ENTER).type("f");
        Question.Preview preview = (Question.Preview) desk.room().question().orElseThrow();
        assertThat(preview.aim().hosts()).containsExactly("app-2", "app-3");
        desk.press(Key.Kind.ENTER);
        assertThat(desk.running()).containsExactly("RUN-1-4", "RUN-1-5");
    }

    @Test
    void moreHostsThanTheBlastRadiusNeedTheirNumberTyped() {
        desk = desk(6, 20, false, 5);
        run();
        assertThat(desk.running()).isEmpty();
        desk.type("5").press(Key.Kind.ENTER);
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("It is 6 hosts");
        desk.press(Key.Kind.BACKSPACE).type("6").press(Key.Kind.ENTER);
        assertThat(desk.running()).hasSize(6);
    }

    @Test
    void hostsThatPrintedTheSameAreFolded() {
        run();
        for (String run : List.of("RUN-1-1", "RUN-1-3")) {
            desk.signal(new Signal.OutputArrived(run, List.of("all well"), 0));
        }
        desk.signal(new Signal.OutputArrived("RUN-1-2", List.of("no disk"), 0));
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 2);
        ends("RUN-1-3", 0);
        assertThat(rows())
                .containsExactly(
                        "✓ 2 hosts: app-1 app-3  exit 0",
                        "    all well",
                        "✗ app-2  exit 2",
                        "    no disk");
        desk.type(":output app-3").press(Key.Kind.ENTER);
        assertThat(desk.room().screen().output()).contains("RUN-1-3");
    }

    @Test
    void stoppingStopsAllThatRunAndBeginsNoOther() {
        desk = desk(4, 2, false, 5);
        run();
        desk.clear().goTo("Look everywhere").type("K").type("y");
        assertThat(desk.asked().stream().filter(Effect.StopRun.class::isInstance)).hasSize(2);
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().launches().waves()).isEmpty();
        assertThat(state()).isEqualTo(StepState.STOPPED);
    }

    @Test
    void aJournalThatBreaksBeginsNoOther() {
        desk = desk(4, 1, false, 5);
        run();
        desk.journalBreaks();
        ends("RUN-1-1", 0);
        desk.journalMends();
        assertThat(desk.incident().runs()).hasSize(1);
    }

    @Test
    void whoeverOpensItAgainFindsThoseThatBeganAndBeginsNone() {
        desk = desk(4, 2, false, 5);
        run();
        Desk later = Desk.ready();
        later.slow().signal(new Signal.JournalOpened(desk.incident()));
        assertThat(later.asked().stream().filter(Effect.FollowRun.class::isInstance)).hasSize(2);
        assertThat(later.running()).isEmpty();
        assertThat(later.room().screen().output()).contains("RUN-1-1/4");
    }
}
