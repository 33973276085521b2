package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** However attempts are kept, a list of them reads as one of objects does, and never changes. */
class AttemptsTest {

    private static Attempt started(int i) {
        return new Attempt(
                "r" + i,
                "df -h\n",
                "local",
                i % 2 == 0 ? Where.HERE : new Where("10.0.0.1", "deploy", "sudo -n"),
                i % 3 == 0 ? "r0/3" : "",
                "ana",
                Instant.ofEpochSecond(1_700_000_000L + i, i * 1_001L),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                0,
                "");
    }

    private static Attempt ended(Attempt attempt, Random random) {
        return attempt.finished(
                new IncidentEvent.StepFinished(
                        attempt.run(),
                        Outcome.values()[random.nextInt(Outcome.values().length)],
                        random.nextBoolean()
                                ? OptionalInt.empty()
                                : OptionalInt.of(random.nextInt()),
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(7),
                        Duration.ofNanos(random.nextLong(1L << 40)),
                        random.nextLong(1L << 40),
                        "detail " + random.nextInt(9)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noListChangesWhateverIsMadeOfIt(long seed) {
        Random random = new Random(seed);
        List<Attempts> lists = new ArrayList<>(List.of(Attempts.NONE));
        List<List<Attempt>> expected = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < 600; i++) {
            // Mostly of the newest, now and then of an older one.
            int of = random.nextInt(20) == 0 ? random.nextInt(lists.size()) : lists.size() - 1;
            Attempts before = lists.get(of);
            List<Attempt> now = new ArrayList<>(expected.get(of));
            List<Integer> open = new ArrayList<>();
            for (int at = 0; at < now.size(); at++) {
                if (now.get(at).open()) {
                    open.add(at);
                }
            }
            if (open.isEmpty() || random.nextInt(3) == 0) {
                now.add(started(i));
                lists.add(before.plus(now.getLast()));
            } else {
                int at = open.get(random.nextInt(open.size()));
                now.set(at, ended(now.get(at), random));
                lists.add(before.with(at, now.get(at)));
            }
            expected.add(now);
        }
        assertThat(lists).isEqualTo(expected);
    }

    @Test
    void thoseThatMayStillBecomeKnownAreAmongTheRecent() {
        Attempt first = started(0);
        Attempts attempts = Attempts.NONE.plus(first).plus(started(1));
        assertThat(attempts.recent()).hasSize(2);
        Attempt end =
                first.finished(
                        new IncidentEvent.StepFinished(
                                "r0", Outcome.PASSED, OptionalInt.of(0), Duration.ZERO, 0, ""));
        assertThat(attempts.with(0, end).recent()).containsExactly(started(1));
    }
}
