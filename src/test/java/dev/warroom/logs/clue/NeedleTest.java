package dev.warroom.logs.clue;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NeedleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "timeout timeout",
                "user.in.zone user,in,zone",
                "answered.5[0-9]+.in.199 answered,5,in,199",
                "colou?rful colo,rful",
                "abcd* abc",
                "abcd+e abcd,e",
                "ab{0,2}cdefg a,cdefg",
                "a\\.b\\.c a.b.c",
                "user\\d+name user,name",
                "x(yyyyy)zzzz x,zzzz",
                "(yyyyyy)?zzz zzz",
                "one|another -",
                "id=(one|two)end id=,end",
                "(?i)word -",
                "\\Qquoted\\E -",
                "[a[b]]word -",
                "[]word -",
                "ab ab",
                "a.b.c a,b,c",
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

    /** One character is looked for in several bytes at once. */
    @Property(tries = 2_000, seed = "7")
    void aSingleCharacterIsFoundWhereItStandsFirst(
            @ForAll byte[] b, @ForAll @IntRange(max = 30) int from, @ForAll boolean anyCase) {
        int start = Math.min(from, b.length);
        for (String each : List.of("=", "k", "@", "~")) {
            Needle needle = Needle.ofShownLines(each + "[0-9]", anyCase).getFirst();
            int first = -1;
            for (int i = b.length - 1; i >= start; i--) {
                boolean capital = anyCase && each.equals("k") && b[i] == 'K';
                first = b[i] == each.charAt(0) || capital ? i : first;
            }
            assertThat(needle.find(b, start, b.length)).isEqualTo(first);
        }
    }

    @Test
    void aBlankOfAShownLineMayBeATab() {
        List<Needle> needles = Needle.ofShownLines("took  7 ms", false);
        assertThat(needles).extracting(Needle::toString).containsExactly("took", "7 ms");
        byte[] b = "7\tms".getBytes(UTF_8);
        assertThat(needles.getLast().find(b, 0, b.length)).isZero();
    }
}
