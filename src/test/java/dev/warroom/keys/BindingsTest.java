package dev.warroom.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warroom.room.Action;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.util.List;

class BindingsTest {

    private final Bindings bindings = Bindings.usual();

    private List<Key> keys() {
        return bindings.all().stream().flatMap(it -> it.keys().stream()).toList();
    }

    @Test
    void noKeyIsBoundTwice() {
        assertThat(keys()).doesNotHaveDuplicates();
    }

    @Test
    void everyActionHasExactlyOneBinding() {
        assertThat(bindings.all())
                .extracting(Binding::action)
                .containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void whatMultiplexersAndTerminalsTakeIsNotBound() {
        for (char taken : "basqzhmijc".toCharArray()) {
            assertThat(keys()).doesNotContain(Key.control(taken));
        }
        assertThat(keys())
                .filteredOn(it -> it.kind() == Key.Kind.CONTROL)
                .allMatch(it -> it.codePoint() >= 'a' && it.codePoint() <= 'z');
        assertThat(keys()).doesNotContain(Key.of(Key.Kind.OTHER));
    }

    @Test
    void everyBindingHasWordsOfItsOwn() {
        assertThat(bindings.all()).extracting(Binding::words).doesNotHaveDuplicates();
        assertThat(bindings.all())
                .allSatisfy(
                        it -> {
                            assertThat(it.words()).isNotBlank().doesNotContain("\n");
                            assertThat(it.labels()).isNotBlank();
                            assertThat(it.brief().length()).isLessThanOrEqualTo(12);
                        });
    }

    @Test
    void aKeyMeansItsActionAndTextWhileSomethingIsAsked() {
        Desk desk = Desk.inIncident();
        Key note = Key.character('t');
        assertThat(bindings.meaning(desk.room(), note)).isEqualTo(new Signal.Asked(Action.NOTE));

        desk.press(note);
        for (Key key : keys()) {
            assertThat(bindings.meaning(desk.room(), key)).isEqualTo(new Signal.Typed(key));
        }
    }

    @Test
    void onTheFirstScreenLettersGoIntoTheSearchLine() {
        Key letter = Key.character('q');
        assertThat(bindings.meaning(Desk.ready().room(), letter))
                .isEqualTo(new Signal.Typed(letter));
    }

    @Test
    void aKeyThatIsNotBoundIsText() {
        Key key = Key.character('%');

        assertThat(bindings.meaning(Desk.ready().keys().room(), key))
                .isEqualTo(new Signal.Typed(key));
    }

    @Test
    void aBindingWithoutAKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binding(List.of(), Action.NOTE, "note", ""))
                .withMessageContaining("keys of NOTE");
    }

    @Test
    void labelsAreWhatHelpShows() {
        Binding binding =
                new Binding(
                        List.of(Key.of(Key.Kind.PAGE_DOWN), Key.character(' '), Key.control('d')),
                        Action.PAGE_DOWN,
                        "down",
                        "");

        assertThat(binding.labels()).isEqualTo("PgDn Space ^d");
    }
}
