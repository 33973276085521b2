package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Range;
import dev.warroom.policy.Thresholds;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class CheckWordsTest {

    @ParameterizedTest
    @CsvSource({
        "312.4, ms, 312 ms",
        "3900, s, 1 h 5 min",
        "270552530944, B, 270.6 GB",
        "83, B, 83 B",
        "-2500, B, -2.5 kB",
        "43, /min, 43/min",
        "42, '', 42",
    })
    void figuresAreWrittenAsPeopleReadThem(double value, String unit, String words) {
        assertThat(CheckWords.value(value, unit)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "243497277849, B, warning unless ≤ 243.5 GB",
        "1000000:, B, warning unless ≥ 1.0 MB",
        "@1000:2000, B, warning unless not 1.0 kB to 2.0 kB",
        "5, /min, warning unless ≤ 5/min",
        "0, /min, warning unless ≤ 0/min",
        "80, %, warning unless ≤ 80 %",
    })
    void soAreTheirLimits(String range, String unit, String words) {
        Thresholds limits = new Thresholds(Range.parse(range), Optional.empty());
        assertThat(CheckWords.limits(limits, unit)).isEqualTo(words);
    }
}
