package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Probe;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Steps that their runbook tries again until they pass. */
class RetriesTest {

    private static final String RUNBOOK =
            """
            # Wait

            ```bash {attempts=3 interval=20s expect="all up"}
            # 1. Wait for the pool
            ./pool-state.sh
            ```
            """;

    private final Desk desk =
            Desk.walking(120, 30, RUNBOOK)
                    .goTo("Wait for the pool")
                    .press(Key.Kind.ENTER)
                    .press(Key.Kind.ENTER)
                    .clear();

    private long starts() {
        return desk.asked().stream().filter(Effect.StartRun.class::isInstance).count();
    }

    @Test
    void itIsTriedAgainAfterTheIntervalAndNotBefore() {
        desk.prints(1, "1 of 3");
        assertThat(desk.room().notice().text())
                .isEqualTo("Wait for the pool: attempt 2 of 3 in 20 s; K gives it up");

        desk.pass(Duration.ofSeconds(19));
        assertThat(starts()).isZero();
        desk.pass(Duration.ofSeconds(1));
        assertThat(starts()).isEqualTo(1);
        desk.pass(Duration.ofSeconds(30));
        assertThat(starts()).isZero();
    }

    @Test
    void itIsTriedAgainByTheRoomThatBeganItWhicheverRoomRecordsItsEnd() {
        desk.endsAndAnotherIsFirst("RUN-1-1", 1).pass(Duration.ofSeconds(20));
        assertThat(starts()).isEqualTo(1);

        Desk ben = Desk.walking(120, 30, RUNBOOK);
        ben.another("ana", desk.recorded().get(1).event()).clear();
        ben.endsAndAnotherIsFirst("RUN-1-1", 1).pass(Duration.ofSeconds(20));
        assertThat(ben.asked()).noneMatch(Effect.StartRun.class::isInstance);
    }

    @Test
    void itEndsWhenItPassesAndPrintsWhatIsExpected() {
        desk.prints(0, "2 of 3 up").pass(Duration.ofSeconds(20));
        assertThat(starts()).isEqualTo(1);

        desk.prints(0, "all up").pass(Duration.ofSeconds(60));
        assertThat(starts()).isZero();
        assertThat(desk.room().retries()).isEqualTo(Retries.NONE);
    }

    @Test
    void afterTheLastAttemptItIsNotTriedAgain() {
        for (int i = 0; i < 3; i++) {
            desk.prints(1, "no").pass(Duration.ofSeconds(20));
        }
        assertThat(starts()).isEqualTo(2);
        assertThat(desk.pass(Duration.ofMinutes(5)).running()).isEmpty();
    }

    @Test
    void itIsTriedAgainAfterItsIntervalWhereTheClockIsSetBack() {
        desk.prints(1, "no").pass(Duration.ofSeconds(5)).setClock(Duration.ofHours(-1));
        desk.pass(Duration.ofSeconds(14));
        assertThat(starts()).isZero();

        desk.pass(Duration.ofSeconds(1));
        assertThat(starts()).isEqualTo(1);
    }

    @Test
    void itIsGivenUpWithK() {
        desk.prints(1, "no").type("K");
        assertThat(desk.room().notice().text()).isEqualTo("Wait for the pool is not tried again.");

        desk.pass(Duration.ofMinutes(1));
        assertThat(starts()).isZero();
    }

    @Test
    void whoIsTypingGoesOnTyping() {
        desk.prints(1, "no").type("thalf a note").pass(Duration.ofSeconds(20));

        assertThat(starts()).isEqualTo(1);
        assertThat(((Question.Text) desk.room().question().orElseThrow()).line().text())
                .isEqualTo("half a note");
    }

    @Test
    void whatMustHoldForATimeIsTriedUntilItHasAndBeginsAnewWhenItDoesNot() {
        Desk holding =
                Desk.walking(
                                120,
                                30,
                                RUNBOOK.replace("interval=20s", "interval=20s for=30s")
                                        .replace("attempts=3", "attempts=9"))
                        .goTo("Wait for the pool")
                        .press(Key.Kind.ENTER)
                        .press(Key.Kind.ENTER);
        holding.prints(0, "all up");
        assertThat(holding.room().retries().waiting()).hasSize(1);
        holding.pass(Duration.ofSeconds(20)).prints(1, "no");
        holding.pass(Duration.ofSeconds(20)).prints(0, "all up");
        holding.pass(Duration.ofSeconds(20)).prints(0, "all up");
        assertThat(holding.room().retries().waiting()).hasSize(1);

        holding.pass(Duration.ofSeconds(20)).prints(0, "all up");

        assertThat(holding.room().retries()).isEqualTo(Retries.NONE);
    }

    @Test
    void itIsTriedUntilAProbeIsWell() {
        Probe api = Practice.policy().probes().getFirst();
        Desk waiting =
                Desk.walking(120, 30, RUNBOOK.replace("all up", "probe " + api.name()))
                        .goTo("Wait for the pool")
                        .press(Key.Kind.ENTER)
                        .press(Key.Kind.ENTER)
                        .probe(api.name(), Reading.Health.CRITICAL, "503");
        waiting.prints(0, "looked");
        assertThat(waiting.room().notice().text()).contains("attempt 2 of 3 in 20 s");

        waiting.pass(Duration.ofSeconds(20)).probe(api.name(), Reading.Health.OK, "200");
        waiting.prints(0, "looked");

        assertThat(waiting.room().retries()).isEqualTo(Retries.NONE);
    }

    @Test
    void whatWasStoppedIsNotTriedAgain() {
        desk.type("Ky").pass(Duration.ofMinutes(1));

        assertThat(starts()).isZero();
    }
}
