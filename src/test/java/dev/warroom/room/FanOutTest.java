package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepState;
import dev.warroom.policy.TargetGroup;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A step on several hosts: how they begin, what stops them, and how they are told apart. */
class FanOutTest extends TargetsTestBase {

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

    FanOutTest() {
        super(app(3, 20, false, 5));
    }

    /** The group app of so many production hosts. */
    private static Desk app(int hosts, int atOnce, boolean stops, int blastRadius) {
        List<String> members = IntStream.rangeClosed(1, hosts).mapToObj(it -> "app-" + it).toList();
        return at(
                group(
                        blastRadius,
                        new TargetGroup("app", members, atOnce, stops, List.of("production"))),
                RUNBOOK);
    }

    private Desk run() {
        return enter("Look everywhere");
    }

    private StepState state() {
        return desk.incident().steps().values().iterator().next().state();
    }

    private Batch batch() {
        int hosts = desk.room().policy().targets().groups().getFirst().members().size();
        return FanOut.batch(desk.room(), "RUN-1-1/" + hosts).orElseThrow();
    }

    private List<String> rows() {
        return FanOutRows.of(desk.room(), batch(), ZoneOffset.UTC).stream()
                .map(FanOutRows.Row::text)
                .toList();
    }

    @Test
    void eachHostHasARunOfItsOwnThatIsRecordedBeforeItBegins() {
        desk.slow();
        run();
        assertThat(desk.running()).isEmpty();
        assertThat(started()).isFalse();
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
        desk = app(5, 2, false, 5);
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
        desk = app(4, 1, true, 5);
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
    void theNextHostBeginsThoughAnotherRoomWasFirstToRecordTheEndOfTheOneBefore() {
        desk = app(3, 1, true, 5);
        run();
        desk.endsAndAnotherIsFirst("RUN-1-1", 0);
        assertThat(desk.running()).containsExactly("RUN-1-2");
        desk.endsAndAnotherIsFirst("RUN-1-2", 3);
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().notice().text())
                .isEqualTo("Look everywhere: 1 of 3 hosts passed, 1 failed: app-2, 1 not begun");
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
        open("Look everywhere").type("f");
        assertThat(preview().aim().hosts()).containsExactly("app-2", "app-3");
        desk.press(Key.Kind.ENTER);
        assertThat(desk.running()).containsExactly("RUN-1-4", "RUN-1-5");
    }

    @Test
    void whereARollingGroupStoppedTheHostsThatWereNotBegunAreTakenWithThoseThatFailed() {
        desk = app(4, 1, true, 5);
        run();
        ends("RUN-1-1", 0);
        ends("RUN-1-2", 1);
        open("Look everywhere").type("f");
        assertThat(preview().aim().hosts()).containsExactly("app-2", "app-3", "app-4");
        desk.press(Key.Kind.ENTER);
        ends("RUN-1-3", 0);
        ends("RUN-1-4", 1);
        open("Look everywhere").type("f");
        assertThat(preview().aim().hosts()).containsExactly("app-3", "app-4");
        desk.press(Key.Kind.ENTER);
        ends("RUN-1-5", 0);
        ends("RUN-1-6", 0);
        assertThat(state()).isEqualTo(StepState.PASSED);
    }

    @Test
    void moreHostsThanTheBlastRadiusNeedTheirNumberTyped() {
        desk = app(6, 20, false, 5);
        run();
        assertThat(desk.running()).isEmpty();
        answers("5");
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("It is 6 hosts");
        desk.press(Key.Kind.BACKSPACE);
        answers("6");
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
        desk = app(4, 2, false, 5);
        run();
        desk.clear().goTo("Look everywhere").type("K").type("y");
        assertThat(desk.asked().stream().filter(Effect.StopRun.class::isInstance)).hasSize(2);
        assertThat(desk.running()).isEmpty();
        assertThat(desk.room().launches().waves()).isEmpty();
        assertThat(state()).isEqualTo(StepState.STOPPED);
    }

    @Test
    void aJournalThatBreaksBeginsNoOther() {
        desk = app(4, 1, false, 5);
        run();
        desk.journalBreaks();
        ends("RUN-1-1", 0);
        desk.journalMends();
        assertThat(desk.incident().runs().size()).isEqualTo(1);
    }

    @Test
    void whoeverOpensItAgainFindsThoseThatBeganAndBeginsNone() {
        desk = app(4, 2, false, 5);
        run();
        Desk later = Desk.ready();
        later.slow().signal(new Signal.JournalOpened(desk.incident()));
        assertThat(later.asked().stream().filter(Effect.FollowRun.class::isInstance)).hasSize(2);
        assertThat(later.running()).isEmpty();
        assertThat(later.room().screen().output()).contains("RUN-1-1/4");
    }

    @Test
    void aHostThatDoesNotAnswerSaysSinceWhen() {
        run();
        desk.signal(new Signal.RunLost(desk.running().getFirst(), "it does not answer"));

        assertThat(rows())
                .anyMatch(it -> it.endsWith("outcome unknown since 02:14: it does not answer"));
    }

    @Test
    void aHostThatHasNotAnsweredYetIsBeingConnectedTo() {
        desk.far();
        run();
        String first = desk.running().getFirst();
        desk.signal(new Signal.RunAnswered(first));

        assertThat(rows())
                .containsExactly("● 2 hosts: app-2 app-3  connecting", "● app-1  running");
    }

    /** A thousand hosts of which each tenth fails with 3 and each hundredth with 4. */
    private void aThousandHaveEnded() {
        desk = app(1_000, 50, false, 1_000);
        run();
        for (int i = 1; i <= 1_000; i++) {
            String run = "RUN-1-" + i;
            int exit = i % 100 == 0 ? 4 : i % 10 == 0 ? 3 : 0;
            String said = exit == 0 ? "well" : exit == 3 ? "no disk" : "host " + i + " is odd";
            desk.signal(new Signal.OutputArrived(run, List.of(said), 0));
            ends(run, exit);
        }
    }

    @Test
    void aThousandHostsAreCountedByHowTheyEndedAndFoldedByWhatTheyPrinted() {
        aThousandHaveEnded();
        assertThat(FanOutRows.counts(desk.room(), batch()))
                .extracting(FanOutRows.Row::text)
                .containsExactly("✓ 900 exit 0   ✗ 90 exit 3   ✗ 10 exit 4");
        List<String> rows = rows();
        assertThat(rows.get(0)).startsWith("✓ 900 hosts: app-1 app-2");
        assertThat(rows.get(1)).startsWith("    app-").endsWith("…  exit 0");
        assertThat(rows.get(2)).isEqualTo("    well");
        assertThat(rows.get(3)).startsWith("✗ 90 hosts: app-10 app-20");
        assertThat(rows.get(4)).startsWith("    app-").endsWith("…  exit 3");
        assertThat(rows.get(5)).isEqualTo("    no disk");
        assertThat(rows).contains("✗ app-700  exit 4", "    host 700 is odd").hasSize(26);
        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "Look everywhere: 900 of 1000 hosts passed, 100 failed: app-10 app-20"
                                + " app-30 app-40 app-50 …");
        open("Look everywhere").type("f");
        assertThat(preview().aim().hosts()).hasSize(100).contains("app-10", "app-1000");
    }

    @Test
    void oneOfAThousandHostsIsFoundByTyping() {
        aThousandHaveEnded();
        desk.type("2/99");
        assertThat(rows().getFirst())
                .isEqualTo(
                        "19 of 1000 hosts have this in the name; Enter opens the output of app-99");
        desk.type("0");
        assertThat(rows())
                .containsExactly(
                        "1 of 1000 hosts has this in the name; Enter opens the output of app-990",
                        "✗ app-990  exit 3",
                        "    no disk");
        desk.press(Key.Kind.ENTER);
        assertThat(desk.room().screen().output()).contains("RUN-1-990");
        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().screen().output()).contains("RUN-1-1/1000");
    }

    @Test
    void aHostThatWaitsIsFoundAsWell() {
        desk = app(60, 2, false, 60);
        run();
        desk.type("2/app-55");
        assertThat(rows()).containsExactly("1 of 60 hosts has this in the name", "· app-55  waits");
        desk.press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("No host that has begun");
    }

    @Test
    void ofHostsThatAllPrintSomethingElseOnlySomeAreShownWithIt() {
        desk = app(100, 100, false, 100);
        run();
        for (String run : desk.running()) {
            desk.signal(new Signal.OutputArrived(run, List.of("I am " + run), 0));
            ends(run, 0);
        }
        assertThat(rows().getFirst()).startsWith("✓ 80 hosts: app-1 app-2");
        assertThat(rows().get(1)).endsWith("exit 0, in 80 other ways: / finds one");
        assertThat(rows()).hasSize(2 + 2 * FanOutRows.MOST_KINDS);
    }

    @Test
    void hostsThatCannotBeReachedForTheSameReasonAreOne() {
        run();
        for (String run : desk.running()) {
            String host = "app-" + run.substring(run.length() - 1);
            desk.ends(
                    run,
                    Outcome.FAILED,
                    OptionalInt.empty(),
                    Duration.ZERO,
                    "connect to host " + host + " port 22: Connection refused");
        }
        assertThat(rows())
                .containsExactly(
                        "✗ 3 hosts: app-1 app-2 app-3  could not run: connect to host HOST port"
                                + " 22:",
                        "    Connection refused");
    }

    @Test
    void whyOneHostCouldNotRunNamesIt() {
        run();
        ends("RUN-1-1", 0);
        desk.ends(
                "RUN-1-2",
                Outcome.FAILED,
                OptionalInt.empty(),
                Duration.ZERO,
                "its host key is not known: accept it with: ssh app-2");
        ends("RUN-1-3", 0);
        assertThat(String.join("\n", rows()).replace("\n    ", " "))
                .contains(
                        "✗ app-2  could not run: its host key is not known: accept it with: ssh"
                                + " app-2");
    }

    @Test
    void whereItNeverRanThereIsNoOutputToReadInARoomThatIsOpenedLater() {
        run();
        ends("RUN-1-1", 0);
        for (String run : List.of("RUN-1-2", "RUN-1-3")) {
            desk.ends(
                    run, Outcome.FAILED, OptionalInt.empty(), Duration.ZERO, "it does not answer");
        }
        Desk later = at(desk.room().policy().targets(), RUNBOOK);
        later.signal(new Signal.JournalOpened(desk.incident())).clear();
        later.goTo("Look everywhere").type("o");

        assertThat(later.asked())
                .filteredOn(Effect.ReadOutput.class::isInstance)
                .extracting(it -> ((Effect.ReadOutput) it).run())
                .containsExactly("RUN-1-1");
        assertThat(FanOutRows.of(later.room(), batch(), ZoneOffset.UTC))
                .extracting(FanOutRows.Row::text)
                .endsWith("✗ 2 hosts: app-2 app-3  could not run: it does not answer");
    }

    @Test
    void littleIsKeptOfEachOfManyHostsOnceItHasEnded() {
        desk = app(200, 200, false, 200);
        run();
        List<String> lines = IntStream.range(0, 200).mapToObj(it -> "x".repeat(500)).toList();
        for (String run : desk.running()) {
            desk.signal(new Signal.OutputArrived(run, lines, 0));
            ends(run, 1);
        }
        Outputs outputs = desk.room().outputs();
        assertThat(outputs.held()).isEqualTo(200 * Outputs.MOST_CHARACTERS_OF_HOST / 500);
        assertThat(rows().getFirst()).startsWith("✗ 200 hosts:");
        assertThat(rows()).contains("    (168 lines before these: :output app-1)");
        desk.clear();
        desk.type(":output app-9").press(Key.Kind.ENTER);
        assertThat(desk.asked()).anyMatch(Effect.ReadOutput.class::isInstance);
    }
}
