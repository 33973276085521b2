package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

@Timeout(180)
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:14:00Z");

    private final Inbox inbox = new Inbox(InstantSource.fixed(NOW));

    private List<Signal> take() throws InterruptedException {
        return inbox.take(0).stream().map(it -> ((Arrival.Fixed) it.arrival()).signal()).toList();
    }

    private static Signal.Pasted text(int i) {
        return new Signal.Pasted(Integer.toString(i));
    }

    private static List<LogLine> lines(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(it -> new LogLine("app", LogLevel.NONE, Integer.toString(it)))
                .toList();
    }

    private static Signal.RunEnded end(String run) {
        return new Signal.RunEnded(
                run,
                Outcome.PASSED,
                OptionalInt.of(0),
                OptionalInt.empty(),
                Duration.ofSeconds(1),
                0,
                "");
    }

    @Test
    void whatIsPutComesOutInItsOrderWithItsTime() throws Exception {
        for (int i = 0; i < 100; i++) {
            inbox.put(text(i));
        }
        List<Inbox.Stamped> taken = inbox.take(0);

        assertThat(taken).extracting(Inbox.Stamped::at).containsOnly(NOW);
        assertThat(taken)
                .extracting(it -> ((Arrival.Fixed) it.arrival()).signal())
                .isEqualTo(IntStream.range(0, 100).mapToObj(InboxTest::text).toList());
        assertThat(take()).isEmpty();
    }

    @Test
    void logLinesThatWaitAreOneArrival() throws Exception {
        inbox.logs(lines(0, 3));
        inbox.put(text(1));
        inbox.logs(lines(3, 4));

        assertThat(take()).containsExactly(text(1), new Signal.LogArrived(lines(0, 7), 0));
    }

    @Test
    void beyondTheLimitTheOldestLinesAreDroppedAndCounted() throws Exception {
        for (int i = 0; i < 12; i++) {
            inbox.logs(lines(i * 1_000, 1_000));
        }

        assertThat(take())
                .containsExactly(
                        new Signal.LogArrived(
                                lines(12_000 - Inbox.MOST_LINES, Inbox.MOST_LINES),
                                12_000 - Inbox.MOST_LINES));
        inbox.logs(lines(0, 1));
        assertThat(take()).containsExactly(new Signal.LogArrived(lines(0, 1), 0));
    }

    @Test
    void outputsAreToldApartAndWhatTheyLostAlreadyIsCountedToo() throws Exception {
        inbox.output("a", List.of("1"), 5);
        inbox.output("b", List.of("x"), 0);
        inbox.output("a", List.of("2"), 6);

        assertThat(take())
                .containsExactly(
                        new Signal.OutputArrived("a", List.of("1", "2"), 11),
                        new Signal.OutputArrived("b", List.of("x"), 0));
    }

    @Test
    void aRunEndsAfterItsLastOutput() throws Exception {
        inbox.output("a", List.of("1"), 0);
        inbox.output("b", List.of("x"), 0);
        inbox.output("a", List.of("last"), 0);
        inbox.ended(end("a"));

        assertThat(take())
                .containsExactly(
                        new Signal.OutputArrived("a", List.of("1", "last"), 0),
                        end("a"),
                        new Signal.OutputArrived("b", List.of("x"), 0));
    }

    @Test
    void aRunWithoutOutputEndsToo() throws Exception {
        inbox.ended(end("a"));

        assertThat(take()).containsExactly(end("a"));
    }

    @Test
    void whoeverPutsTooMuchWaitsAndNothingIsLost() throws Exception {
        int many = Inbox.MOST_WAITING + 500;
        Thread putting =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    for (int i = 0; i < many; i++) {
                                        inbox.put(text(i));
                                    }
                                });
        List<Signal> all = new ArrayList<>();
        while (all.size() < many) {
            List<Inbox.Stamped> some = inbox.take(1_000);
            assertThat(some.size()).isLessThanOrEqualTo(Inbox.MOST_WAITING);
            some.forEach(it -> all.add(((Arrival.Fixed) it.arrival()).signal()));
        }
        putting.join();

        assertThat(all).isEqualTo(IntStream.range(0, many).mapToObj(InboxTest::text).toList());
    }

    @Test
    void takingWaitsUntilSomethingComes() throws Exception {
        Thread.ofVirtual().start(() -> inbox.logs(lines(0, 1)));

        assertThat(inbox.take(20_000)).hasSize(1);
    }

    @Test
    void takingWaitsNoLongerThanItIsTold() throws Exception {
        assertThat(inbox.take(20)).isEmpty();
    }
}
