package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.List;
import java.util.function.UnaryOperator;

class LinePropertiesTest {

    /** Holds for every line there can be. */
    static void lawful(Line line) {
        assertThat(line.text().length()).isLessThanOrEqualTo(Line.MOST_CHARACTERS);
        assertThat(line.cursor()).isBetween(0, line.text().length());
        boolean inside =
                line.cursor() > 0
                        && line.cursor() < line.text().length()
                        && Character.isSurrogatePair(
                                line.text().charAt(line.cursor() - 1),
                                line.text().charAt(line.cursor()));
        assertThat(inside).as("the cursor is inside a surrogate pair").isFalse();
        assertThat(line.text()).doesNotContain("\n", "\r");
    }

    @Provide
    Arbitrary<List<UnaryOperator<Line>>> edits() {
        Arbitrary<UnaryOperator<Line>> keys =
                Arbitraries.of(Key.Kind.values())
                        .filter(it -> it != Key.Kind.CHARACTER && it != Key.Kind.CONTROL)
                        .map(kind -> line -> line.typed(Key.of(kind)));
        Arbitrary<UnaryOperator<Line>> control =
                Arbitraries.chars()
                        .range('a', 'z')
                        .map(letter -> line -> line.typed(Key.control(letter)));
        Arbitrary<UnaryOperator<Line>> letters =
                Arbitraries.of((int) 'a', (int) ' ', 0x1F692, 0x8BA2, 0x301)
                        .map(it -> line -> line.typed(Key.character(it)));
        Arbitrary<UnaryOperator<Line>> pastes =
                Arbitraries.of("two words", "🚒🚒", "a\r\nb\u2028c", "🚒".repeat(2001), "", "订")
                        .map(it -> line -> line.inserted(it));
        return Arbitraries.oneOf(letters, letters, keys, control, pastes).list().ofMaxSize(60);
    }

    @Property(seed = "288956805")
    void theCursorIsAlwaysInTheLineAndNeverInsideACharacter(
            @ForAll("edits") List<UnaryOperator<Line>> edits) {
        Line line = Line.EMPTY;
        for (UnaryOperator<Line> edit : edits) {
            line = edit.apply(line);
            lawful(line);
        }
    }

    @Property(seed = "992906047")
    void backspaceTakesBackWhatWasTyped(
            @ForAll("edits") List<UnaryOperator<Line>> edits,
            @ForAll @IntRange(min = 0x20, max = 0x2FFFF) int codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF || codePoint == 0x2028) {
            return;
        }
        Line before = Line.EMPTY;
        for (UnaryOperator<Line> edit : edits) {
            before = edit.apply(before);
        }
        Line after = before.typed(Key.character(codePoint));

        if (!after.equals(before) && !isLineBreak(codePoint)) {
            assertThat(after.typed(Key.of(Key.Kind.BACKSPACE))).isEqualTo(before);
        }
    }

    @Example
    void controlCharactersThatArePastedDoNotGetIntoTheLine() {
        assertThat(Line.EMPTY.inserted("a\tb\u001b[2J\u0000\u009b\u007f").text())
                .isEqualTo("a b [2J   ");
    }

    private static boolean isLineBreak(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }

    @Example
    void theKeysOfTheShellEditTheLine() {
        Line line = Line.of("roll back now");
        assertThat(line.typed(Key.control('w'))).isEqualTo(Line.of("roll back "));
        assertThat(line.typed(Key.control('w')).typed(Key.control('w')))
                .isEqualTo(Line.of("roll "));
        assertThat(line.typed(Key.control('u'))).isEqualTo(Line.EMPTY);
        assertThat(line.typed(Key.control('a')).typed(Key.control('k'))).isEqualTo(Line.EMPTY);
        assertThat(line.typed(Key.of(Key.Kind.HOME)).typed(Key.of(Key.Kind.DELETE)))
                .isEqualTo(new Line("oll back now", 0));
        assertThat(line.typed(Key.of(Key.Kind.LEFT)).typed(Key.control('k')))
                .isEqualTo(Line.of("roll back no"));
    }

    @Example
    void whatDoesNotFitIsNotTaken() {
        Line full = Line.of("a".repeat(Line.MOST_CHARACTERS));
        assertThat(full.typed(Key.character('b'))).isEqualTo(full);

        Line nearly = Line.of("a".repeat(Line.MOST_CHARACTERS - 1));
        assertThat(nearly.inserted("🚒")).isEqualTo(nearly);
        assertThat(nearly.inserted("bc").text()).endsWith("ab");
    }
}
