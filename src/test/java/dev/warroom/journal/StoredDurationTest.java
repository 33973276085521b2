package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Duration;

class StoredDurationTest {

    @Property(seed = "757871131")
    void everyDurationComesBackFromItsStoredForm(
            @ForAll @LongRange(min = -99_999_999_999L, max = 999_999_999_999L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
        for (Duration it :
                new Duration[] {
                    Duration.ofSeconds(second, nano),
                    Duration.ofSeconds(second % 60, nano),
                    Duration.ofSeconds(second % 60),
                    Duration.ofMillis(second)
                }) {
            assertThat(StoredDuration.parse(it.toString())).isEqualTo(it);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "PT59.5S",
                "PT0.000000001S",
                "PT1H",
                "PT5M",
                "PT25H0M0.25S",
                "PT1M0.5S",
                "PT-1.5S",
                "P1D",
                "pt5s",
                "PT123456789012S",
                "PT5,5S",
                "PT5.S",
                "PT+5S"
            })
    void itReadsWhatJavaReads(String text) {
        assertThat(StoredDuration.parse(text)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PT",
                "PTS",
                "PT.5S",
                "PT0.1234567890S",
                "PT5",
                "PT5xS",
                "PT5.5.5S",
                "5S",
                "PT1M1H",
                "PT1S1S",
                "PT1.5H",
                "PT1H2.5M",
                "PT5M.",
                "PT1H2"
            })
    void itRefusesWhatJavaRefuses(String text) {
        assertThatThrownBy(() -> StoredDuration.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
