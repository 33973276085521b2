package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Patience;
import dev.warroom.room.Reading.Health;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class StandingTest {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final Patience TWO_RETRIES = new Patience(2, Duration.ofSeconds(1), 2, true);

    @Test
    void aBadStateIsBelievedAfterItsRetries() {
        assertThat(word("OK CRITICAL")).isEqualTo("ok");
        assertThat(word("OK CRITICAL CRITICAL")).isEqualTo("ok");
        assertThat(word("OK CRITICAL CRITICAL CRITICAL")).isEqualTo("critical");
        assertThat(word("OK CRITICAL WARNING UNKNOWN")).isEqualTo("unknown");
        assertThat(word("OK CRITICAL CRITICAL OK CRITICAL CRITICAL")).isEqualTo("ok");
    }

    @Test
    void theFirstLookIsBelievedWhenItIsGoodOnly() {
        assertThat(word("OK")).isEqualTo("ok");
        assertThat(word("CRITICAL CRITICAL")).isEmpty();
        assertThat(word("CRITICAL CRITICAL CRITICAL")).isEqualTo("critical");
    }

    @Test
    void aRecoveryIsBelievedAfterSoManyGoodLooks() {
        String down = "OK CRITICAL CRITICAL CRITICAL";
        assertThat(word(down + " OK")).isEqualTo("critical");
        assertThat(after(down + " OK CRITICAL OK", false).hard()).contains(Health.CRITICAL);
        assertThat(word(down + " OK OK")).isEqualTo("ok");
    }

    @Test
    void oneBadStateTurnsIntoAnotherAtOnce() {
        assertThat(word("OK WARNING WARNING WARNING CRITICAL")).isEqualTo("critical");
    }

    @Test
    void timeInAStateCountsFromTheFirstLookThatFoundIt() {
        Standing down = after("OK OK CRITICAL CRITICAL CRITICAL CRITICAL", false);
        assertThat(down.since()).isEqualTo(START.plusSeconds(2));
        assertThat(after("OK WARNING WARNING WARNING CRITICAL", false).since())
                .isEqualTo(START.plusSeconds(4));
    }

    @Test
    void badLooksProveNothingWhileWhatItStandsOnIsDown() {
        Standing standing = after("OK CRITICAL CRITICAL CRITICAL CRITICAL", true);
        assertThat(standing.word()).isEqualTo("ok");
        assertThat(standing.seen()).isEqualTo(Health.CRITICAL);
        for (int i = 0; i < 2; i++) {
            standing = standing.after(Health.CRITICAL, START, TWO_RETRIES, false);
            assertThat(standing.word()).isEqualTo("ok");
        }
        standing = standing.after(Health.CRITICAL, START, TWO_RETRIES, false);
        assertThat(standing.word()).isEqualTo("critical");
    }

    @Test
    void oneOutageIsNoFlappingAndTwoWithinTwentyLooksAre() {
        String outage = " CRITICAL CRITICAL CRITICAL OK OK";
        assertThat(after("OK" + outage, false).flapping()).isFalse();
        assertThat(after("OK" + outage + outage, false).word()).isEqualTo("flapping");
    }

    @Test
    void flappingEndsWhenThereIsQuiet() {
        Standing standing = after("OK CRITICAL OK CRITICAL OK CRITICAL OK", false);
        assertThat(standing.flapping()).isTrue();
        int looks = 0;
        while (standing.flapping()) {
            standing = standing.after(Health.OK, START, TWO_RETRIES, false);
            assertThat(++looks).isLessThan(Standing.REMEMBERED + 1);
        }
        assertThat(looks).isGreaterThan(Standing.REMEMBERED - 6);
        assertThat(standing.word()).isEqualTo("ok");
    }

    @Test
    void theShareOfChangesIsWeighedFromOldToNew() {
        assertThat(Standing.percent(0)).isZero();
        assertThat(Standing.percent((1 << Standing.REMEMBERED) - 1)).isCloseTo(100, within());
        assertThat(Standing.percent(1)).isCloseTo(6, within());
        assertThat(Standing.percent(1 << Standing.REMEMBERED - 1)).isCloseTo(4, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    /** The rules again, told by looking back over everything instead of step by step. */
    @Property(seed = "4", tries = 3_000)
    void isWhatLookingBackOverAllLooksSays(
            @ForAll @Size(min = 1, max = 60) List<Health> looks,
            @ForAll @IntRange(min = 0, max = 4) int retries,
            @ForAll @IntRange(min = 1, max = 4) int recoveries) {
        Patience patience = new Patience(retries, Duration.ofSeconds(1), recoveries, false);
        Standing standing = Standing.first(looks.getFirst(), START, patience);
        Optional<Health> believed = Optional.empty();
        for (int i = 0; i < looks.size(); i++) {
            if (i > 0) {
                standing = standing.after(looks.get(i), START.plusSeconds(i), patience, false);
            }
            believed = lookingBack(looks.subList(0, i + 1), believed, retries, recoveries);
            assertThat(standing.hard()).isEqualTo(believed);
            assertThat(standing.seen()).isEqualTo(looks.get(i));
        }
    }

    private static Optional<Health> lookingBack(
            List<Health> looks, Optional<Health> believed, int retries, int recoveries) {
        Health last = looks.getLast();
        int row = 0;
        for (int i = looks.size() - 1; i >= 0; i--) {
            if ((looks.get(i) == Health.OK) != (last == Health.OK)) {
                break;
            }
            row++;
        }
        if (last == Health.OK) {
            return believed.isEmpty() || row >= recoveries ? Optional.of(last) : believed;
        }
        boolean bad = believed.isPresent() && believed.get() != Health.OK;
        return bad || row > retries ? Optional.of(last) : believed;
    }

    private static String word(String looks) {
        return after(looks, false).word();
    }

    private static Standing after(String looks, boolean excused) {
        Standing standing = null;
        int second = 0;
        for (String look : looks.split(" ")) {
            Instant at = START.plusSeconds(second++);
            Health health = Health.valueOf(look);
            standing =
                    standing == null
                            ? Standing.first(health, at, TWO_RETRIES)
                            : standing.after(health, at, TWO_RETRIES, excused);
        }
        return standing;
    }
}
