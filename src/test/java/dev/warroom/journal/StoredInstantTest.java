package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;

class StoredInstantTest {

    @Property(seed = "757871131")
    void everyInstantComesBackFromItsStoredForm(
            @ForAll @LongRange(min = -99_999_999_999L, max = 999_999_999_999L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        assertThat(StoredInstant.parse(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T03:14:15Z",
                "2026-03-01T03:14:15.5Z",
                "2024-02-29T23:59:59.000000001Z",
                "2026-03-01T04:14:15+01:00",
                "-0001-03-01T03:14:15Z",
                "+12026-03-01T03:14:15Z",
                "2026-03-01T24:00:00Z"
            })
    void itReadsWhatJavaReads(String text) {
        assertThat(StoredInstant.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-03-01T03:14Z",
                "2026-02-30T03:14:15Z",
                "2026-13-01T03:14:15Z",
                "2026-03-01T25:14:15Z",
                "2026-03-01T03:14:15.Zx",
                "2026-03-01T03:14:15.1234567890Z",
                "2026-03-01T03:14:1xZ",
                "2026-03-01 03:14:15Z"
            })
    void itRefusesWhatJavaRefuses(String text) {
        assertThatThrownBy(() -> StoredInstant.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
