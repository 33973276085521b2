package dev.warroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

    /** The examples of the guidelines, at their ends and on both sides of them. */
    @ParameterizedTest
    @CsvSource({
        "10, -1, true",
        "10, 0, false",
        "10, 10, false",
        "10, 10.1, true",
        "10:, 9.9, true",
        "10:, 10, false",
        "10:, 1e9, false",
        "~:10, -1e9, false",
        "~:10, 10, false",
        "~:10, 11, true",
        "10:20, 9, true",
        "10:20, 10, false",
        "10:20, 20, false",
        "10:20, 21, true",
        "@10:20, 9, false",
        "@10:20, 10, true",
        "@10:20, 20, true",
        "@10:20, 21, false",
        ":5, -0.1, true",
        "0, 0, false",
        "0, 1, true",
        "-5:-2, -3, false",
        "@10, 3, true",
    })
    void alertsAsTheGuidelinesSay(String written, double value, boolean alerts) {
        assertThat(Range.parse(written).orElseThrow().alerts(value)).isEqualTo(alerts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "20:10",
                "a",
                "10:20:30",
                "10 : 20",
                "~",
                "10:~",
                "@@1",
                "1e3",
                "0x1",
                "10%",
                "--1",
                ".",
                ":",
                "1,5"
            })
    void whatIsNoRangeIsNone(String written) {
        assertThat(Range.parse(written).filter(it -> !written.equals(":"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "80, %, ≤ 80 %",
        "10:, '', ≥ 10",
        "~:10, ms, ≤ 10 ms",
        "10:20, '', 10 to 20",
        "@10:20, '', not 10 to 20",
        "0, '', = 0",
        "~:, '', anything"
    })
    void isSaidInWords(String written, String unit, String words) {
        assertThat(Range.parse(written).orElseThrow().words(unit)).isEqualTo(words);
    }

    @Property(seed = "1", tries = 2_000)
    void readsWhatItWrites(
            @ForAll @IntRange(min = -1_000, max = 1_000) int one,
            @ForAll @IntRange(min = -1_000, max = 1_000) int other,
            @ForAll boolean inside,
            @ForAll @IntRange(min = 0, max = 3) int open) {
        double start = open % 2 == 1 ? Double.NEGATIVE_INFINITY : Math.min(one, other) / 8.0;
        double end = open / 2 == 1 ? Double.POSITIVE_INFINITY : Math.max(one, other) / 8.0;
        Range range = new Range(start + 0.0, end + 0.0, inside);

        assertThat(Range.parse(range.toString())).contains(range);
    }

    @Property(seed = "2", tries = 2_000)
    void insideIsTheOppositeOfOutside(
            @ForAll @DoubleRange(min = -50, max = 50) double start,
            @ForAll @DoubleRange(min = 0, max = 50) double length,
            @ForAll @DoubleRange(min = -120, max = 120) double value) {
        Range out = new Range(start, start + length, false);
        Range in = new Range(start, start + length, true);

        assertThat(out.alerts(value)).isEqualTo(value < start || value > start + length);
        assertThat(in.alerts(value)).isNotEqualTo(out.alerts(value));
        assertThat(in.alerts(Double.NaN) && out.alerts(Double.NaN)).isTrue();
    }

    @Property(seed = "3", tries = 5_000)
    void anyTextIsARangeOrNoneAndNeverAnError(@ForAll @StringLength(max = 12) String text) {
        Range.parse(text)
                .ifPresent(
                        it -> {
                            assertThat(it.start()).isLessThanOrEqualTo(it.end());
                            assertThat(Range.parse(it.toString())).contains(it);
                        });
    }
}
