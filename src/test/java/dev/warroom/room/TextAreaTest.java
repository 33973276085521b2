package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.List;

class TextAreaTest {

    @Provide
    Arbitrary<Key> keys() {
        Arbitrary<Key> named = Arbitraries.of(Key.Kind.values()).map(it -> new Key(it, 'x'));
        Arbitrary<Key> control = Arbitraries.chars().range('a', 'z').map(Key::control);
        Arbitrary<Key> wide =
                Arbitraries.of((int) 'a', (int) ' ', 0x1F692, 0x8BA2).map(it -> Key.character(it));
        return Arbitraries.oneOf(named, control, wide, wide);
    }

    @Property(tries = 300, seed = "482910377")
    void theCursorIsAlwaysInTheTextAndNeverInsideACharacter(
            @ForAll String text, @ForAll("keys") Key first, @ForAll List<Integer> places) {
        TextArea area = TextArea.of(text);
        for (int place : places) {
            area = area.typed(Key.of(Key.Kind.values()[Math.floorMod(place, 16)])).typed(first);
            assertThat(area.cursor()).isBetween(0, area.text().length());
            assertThat(area.text()).hasSizeLessThanOrEqualTo(TextArea.MOST_CHARACTERS);
            boolean inside =
                    area.cursor() > 0
                            && area.cursor() < area.text().length()
                            && Character.isHighSurrogate(area.text().charAt(area.cursor() - 1))
                            && Character.isLowSurrogate(area.text().charAt(area.cursor()));
            assertThat(inside).isFalse();
        }
    }

    @Test
    void itGoesUpAndDownInItsColumn() {
        TextArea area = TextArea.of("first line\nno\nthird line");
        assertThat(typed(area.typed(Key.of(Key.Kind.UP)))).isEqualTo("first line\nno|\nthird line");
        assertThat(typed(area.typed(Key.of(Key.Kind.PAGE_UP))))
                .isEqualTo("first line|\nno\nthird line");
        TextArea top = area.typed(Key.of(Key.Kind.PAGE_UP)).typed(Key.of(Key.Kind.HOME));
        assertThat(typed(top.typed(Key.of(Key.Kind.DOWN))))
                .isEqualTo("first line\n|no\nthird line");
        assertThat(typed(top.typed(Key.control('k')))).isEqualTo("|\nno\nthird line");
        assertThat(typed(area.typed(Key.control('w')))).isEqualTo("first line\nno\nthird |");
    }

    private static String typed(TextArea area) {
        return area.text().substring(0, area.cursor()) + "|" + area.text().substring(area.cursor());
    }
}
