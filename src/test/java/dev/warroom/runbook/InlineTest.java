package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

/** Words without markup; what is read at a glance reads as the parser reads it. */
class InlineTest {

    /** Markup that is never read at a glance, so that all before it is parsed. */
    private static final String PARSED = " \\!";

    private static final String[] PIECES = {
        "a", "b:", "1", " ", " ", "`", "`c`", "`c d`", "``", "*", "**", "**d**", "**e f**", "***",
        "_", "x_y", ".", ",", ":", "-", "(", ")", "<", "&", "é", "b\nc", "[", "]", "\\", "[[a b]]",
        "[[a|b]]"
    };

    @Property(tries = 6000, seed = "20261202")
    void simpleMarkupReadsAsTheParserReadsIt(@ForAll("texts") String raw) {
        assertThat(Inline.plain(raw)).isEqualTo(parsed(Inline.plain(raw + PARSED)));
        assertThat(Inline.lines(raw)).isEqualTo(parsed(Inline.lines(raw + PARSED)));
    }

    @Example
    void codeAndBoldWordsLoseTheirMarks() {
        assertThat(Inline.plain("run `date` and **look at it**, `a * b`"))
                .isEqualTo("run date and look at it, a * b");
        assertThat(Inline.lines("run `date` and **look**")).containsExactly("run `date` and look");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "==marked==; marked",
                "==two words==, and more; two words, and more",
                "**==bold and marked==**; bold and marked",
                "==**bold** and `code`==; bold and code",
                "==[a link](a.md)== and ==[[a page]]==; a link and a page",
                "[==a link==](a.md); a link",
                "where a == b and c == d; where a == b and c == d",
                "where a==b and c==d; where a==b and c==d",
                "if '==1' or 2== 3; if '==1' or 2== 3",
                "`==a==` is ==no `==` mark; ==a== is ==no == mark",
                "==a `b==` c; ==a b== c",
                "====; ====",
                "===a===; ===a===",
                "\\==a==; ==a==",
                "==a; ==a",
                "%%a remark%% stays; %%a remark%% stays"
            })
    void markedWordsStandWithoutTheirMarks(String raw, String words) {
        assertThat(Inline.plain(raw)).isEqualTo(words);
    }

    private static String parsed(String words) {
        return words.substring(0, words.length() - 2);
    }

    private static List<String> parsed(List<String> lines) {
        String last = lines.getLast();
        List<String> before = lines.subList(0, lines.size() - 1);
        return Stream.concat(before.stream(), Stream.of(parsed(last))).toList();
    }

    /** What begins and ends with words: blanks at the ends are no matter of markup. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(14)
                .map(it -> "A " + String.join("", it) + " z");
    }
}
