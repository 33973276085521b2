package dev.warroom.logs.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "timeout timeout",
                "user.in.zone user,zone",
                "answered.5[0-9]+.in.199 answered,199",
                "colou?rful colo,rful",
                "abcd* abc",
                "abcd+e abcd",
                "ab{0,2}cdefg cdefg",
                "a\\.b\\.c a.b.c",
                "user\\d+name user,name",
                "x(yyyyy)zzzz zzzz",
                "(yyyyyy)?zzz zzz",
                "one|another -",
                "(?i)word -",
                "\\Qquoted\\E -",
                "[a[b]]word -",
                "[]word -",
                "ab -",
                "a.b.c -",
            })
    void onlyWhatMustBeThereIsLookedFor(String expression, String needle) {
        assertThat(
                        Needle.of(expression).isEmpty()
                                ? "-"
                                : String.join(
                                        ",",
                                        Needle.of(expression).stream()
                                                .map(Needle::toString)
                                                .toList()))
                .isEqualTo(needle);
    }

    @Test
    void theRarestIsTaken() {
        byte[] b = "answered in 5, answered in 7, answered at 9".getBytes(UTF_8);
        assertThat(Needle.rarest(Needle.of("answered.* at "), b, b.length)).hasToString(" at ");
    }

    @Test
    void itIsFoundWhereItStandsFirst() {
        byte[] b = "abcabdabcabeabcabd".getBytes(UTF_8);
        Needle needle = Needle.of("abcabe").getFirst();
        assertThat(needle.find(b, 0, b.length)).isEqualTo(6);
        assertThat(needle.find(b, 7, b.length)).isEqualTo(-1);
        assertThat(needle.find(b, 0, 11)).isEqualTo(-1);
    }
}
