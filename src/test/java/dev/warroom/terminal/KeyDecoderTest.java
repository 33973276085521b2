package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Key;
import dev.warroom.room.Key.Kind;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class KeyDecoderTest {

    private static final String ESC = "\u001b";

    /** Stands for a while in which nothing comes. */
    private static final char PAUSE = '\uFFFF';

    private static final Map<String, Kind> SEQUENCES =
            Map.ofEntries(
                    Map.entry("[A", Kind.UP),
                    Map.entry("[B", Kind.DOWN),
                    Map.entry("[C", Kind.RIGHT),
                    Map.entry("[D", Kind.LEFT),
                    Map.entry("[H", Kind.HOME),
                    Map.entry("[F", Kind.END),
                    Map.entry("[1~", Kind.HOME),
                    Map.entry("[4~", Kind.END),
                    Map.entry("[7~", Kind.HOME),
                    Map.entry("[8~", Kind.END),
                    Map.entry("[3~", Kind.DELETE),
                    Map.entry("[5~", Kind.PAGE_UP),
                    Map.entry("[6~", Kind.PAGE_DOWN),
                    Map.entry("[Z", Kind.BACK_TAB),
                    Map.entry("OA", Kind.UP),
                    Map.entry("OB", Kind.DOWN),
                    Map.entry("OH", Kind.HOME),
                    Map.entry("OF", Kind.END),
                    Map.entry("OM", Kind.ENTER),
                    Map.entry("[1;5A", Kind.UP),
                    Map.entry("[1;2D", Kind.LEFT),
                    Map.entry("[5;3~", Kind.PAGE_UP),
                    Map.entry("[3;5~", Kind.DELETE));

    /** Everything that is decoded out of {@code sent}, up to its end. */
    private static List<Input> decode(String sent) throws IOException {
        int[] at = {0};
        KeyDecoder decoder =
                new KeyDecoder(
                        millis -> {
                            if (at[0] >= sent.length()) {
                                return KeyDecoder.Source.END;
                            }
                            char c = sent.charAt(at[0]++);
                            if (c == PAUSE && millis == 0) {
                                return sent.length() > at[0]
                                        ? sent.charAt(at[0]++)
                                        : KeyDecoder.Source.END;
                            }
                            return c == PAUSE ? KeyDecoder.Source.NOTHING : c;
                        });
        List<Input> all = new ArrayList<>();
        do {
            all.add(decoder.next());
        } while (!(all.getLast() instanceof Input.Gone));
        return all.subList(0, all.size() - 1);
    }

    private static Input pressed(Kind kind) {
        return new Input.Pressed(Key.of(kind));
    }

    private static Input pressed(char letter) {
        return new Input.Pressed(Key.character(letter));
    }

    @Example
    void eachSequenceIsItsKeyAndEndsWhereItEnds() throws IOException {
        for (Map.Entry<String, Kind> it : SEQUENCES.entrySet()) {
            assertThat(decode(ESC + it.getKey() + "q"))
                    .as(it.getKey())
                    .containsExactly(pressed(it.getValue()), pressed('q'));
        }
    }

    @Example
    void plainKeysAreThemselves() throws IOException {
        assertThat(decode("aé订\r\n\t\u007f\b"))
                .containsExactly(
                        pressed('a'),
                        pressed('é'),
                        pressed('订'),
                        pressed(Kind.ENTER),
                        pressed(Kind.ENTER),
                        pressed(Kind.TAB),
                        pressed(Kind.BACKSPACE),
                        pressed(Kind.BACKSPACE));
        assertThat(decode("🚒")).containsExactly(new Input.Pressed(Key.character(0x1F692)));
        assertThat(decode("\u0004\u0015\u0003"))
                .containsExactly(
                        new Input.Pressed(Key.control('d')),
                        new Input.Pressed(Key.control('u')),
                        new Input.Pressed(Key.control('c')));
    }

    @Example
    void halfACharacterIsNoKeyWithAMeaning() throws IOException {
        assertThat(decode("\uD83Dq")).first().isEqualTo(pressed(Kind.OTHER));
        assertThat(decode("\uDE92q")).containsExactly(pressed(Kind.OTHER), pressed('q'));
    }

    @Example
    void escAloneIsEscAfterAShortWait() throws IOException {
        assertThat(decode(ESC)).containsExactly(pressed(Kind.ESCAPE));
        assertThat(decode(ESC + PAUSE + "q")).containsExactly(pressed(Kind.ESCAPE), pressed('q'));
        assertThat(decode(ESC + ESC)).containsExactly(pressed(Kind.ESCAPE), pressed(Kind.ESCAPE));
    }

    @Example
    void aKeyThatFollowsEscAtOnceIsNotLost() throws IOException {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            assertThat(decode(ESC + letter + PAUSE + "1"))
                    .containsExactly(pressed(Kind.ESCAPE), pressed(letter), pressed('1'));
        }
    }

    @Example
    void sequencesThatNothingHereMeansAreSwallowedWhole() throws IOException {
        for (String sequence :
                List.of(
                        "[11~",
                        "[24;5~",
                        "[?62;1;6c",
                        "[>41;330;0c",
                        "[12;40R",
                        "[<0;33;10M",
                        "[I",
                        "[O",
                        "[200;1u",
                        "[27;5;113~",
                        "OP",
                        "OS",
                        "[?2026;2$y",
                        "[1$q")) {
            assertThat(decode(ESC + sequence + "q"))
                    .as(sequence)
                    .containsExactly(pressed(Kind.OTHER), pressed('q'));
        }
    }

    @Example
    void aClickOfAMouseThatAnotherProgramLeftOnIsNeverEnter() throws IOException {
        for (String report :
                List.of("[<0;33;10M", "[<0;33;10m", "[0;33;10M", "[M !*", "[M#!A", "[1;5M")) {
            assertThat(decode(ESC + report + "q"))
                    .as(report)
                    .containsExactly(pressed(Kind.OTHER), pressed('q'));
        }
    }

    @Example
    void answersOfATerminalThatNobodyHereAskedForAreSwallowedWhole() throws IOException {
        for (String sequence :
                List.of(
                        "]11;rgb:1e1e/1e1e/2e2e\u0007",
                        "]11;rgb:1e1e/1e1e/2e2e" + ESC + "\\",
                        "P>|XTerm(388)" + ESC + "\\",
                        "P1+r544e=787465726d" + ESC + "\\",
                        "_Gi=31;OK" + ESC + "\\",
                        "^private" + ESC + "\\")) {
            assertThat(decode(ESC + sequence + "q"))
                    .as(sequence)
                    .containsExactly(pressed(Kind.OTHER), pressed('q'));
        }
    }

    @Example
    void aSequenceWithoutAnEndHoldsNothingUpForEver() throws IOException {
        assertThat(decode(ESC + "]11;" + PAUSE + "q")).endsWith(pressed('q'));
        assertThat(decode(ESC + "[1;" + PAUSE + "q")).endsWith(pressed('q'));
        assertThat(decode(ESC + "[" + "1".repeat(5_000) + "A" + "q"))
                .containsExactly(pressed(Kind.OTHER), pressed('q'));
        assertThat(decode(ESC + "]" + "x".repeat(5_000) + "\u0007q"))
                .containsExactly(pressed(Kind.OTHER), pressed('q'));
    }

    @Example
    void whatIsPastedIsTextWithWhateverIsInIt() throws IOException {
        String text = "y\r\nq" + ESC + "[A" + ESC + "[201" + ESC + ESC + "[200~ 订🚒\u0003";

        assertThat(decode(ESC + "[200~" + text + ESC + "[201~q"))
                .containsExactly(new Input.Pasted(text), pressed('q'));
    }

    @Example
    void aPasteThatComesSlowlyIsStillOne() throws IOException {
        assertThat(decode(ESC + "[200~ab" + PAUSE + "c" + ESC + "[201~"))
                .containsExactly(new Input.Pasted("abc"));
    }

    @Example
    void aPasteIsBounded() throws IOException {
        String text = "x".repeat(KeyDecoder.MOST_PASTED + 500);

        assertThat(decode(ESC + "[200~" + text + ESC + "[201~q"))
                .containsExactly(
                        new Input.Pasted("x".repeat(KeyDecoder.MOST_PASTED)), pressed('q'));
    }

    @Example
    void theEndComesOutOfWhateverItCutsOff() throws IOException {
        for (String cut : List.of("", ESC, ESC + "[", ESC + "[1;", ESC + "O", ESC + "[200~ab")) {
            assertThat(decode(cut).size()).isLessThanOrEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<String>> inputs() {
        Arbitrary<String> sequences =
                Arbitraries.of(SEQUENCES.keySet().stream().sorted().toList()).map(it -> ESC + it);
        Arbitrary<String> pastes =
                Arbitraries.of("a", "y\n", ESC + "[B")
                        .map(it -> ESC + "[200~" + it + ESC + "[201~");
        return Arbitraries.oneOf(sequences, pastes, Arbitraries.of("q", "订", "🚒", "\r"))
                .list()
                .ofMaxSize(20);
    }

    @Property(seed = "792226610")
    void inputsBesideEachOtherAreTheSameAsOneByOne(@ForAll("inputs") List<String> inputs)
            throws IOException {
        List<Input> alone = new ArrayList<>();
        for (String it : inputs) {
            alone.addAll(decode(it));
        }

        assertThat(decode(String.join("", inputs))).isEqualTo(alone);
    }

    @Property(seed = "925923208")
    void everyInputEnds(@ForAll String anything) throws IOException {
        assertThat(decode(anything).size()).isLessThanOrEqualTo(anything.length());
    }
}
