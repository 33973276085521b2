package dev.warroom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LineAssemblerTest {

    private final List<String> lines = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler(64, lines::add);

    @Test
    void linesEndAtLfAndOneCrBeforeItIsDropped() {
        add("one\ntwo\r\n\nfour\r\r\n");
        assertThat(lines).containsExactly("one", "two", "", "four␍");
        assertThat(assembler.empty()).isTrue();
    }

    @Test
    void aPartialLineIsPendingAndFlushedOnce() {
        add("one\nha");
        add("lf\r");
        assertThat(assembler.pending()).isEqualTo("half");
        assembler.flush();
        assembler.flush();
        assertThat(lines).containsExactly("one", "half");
        assertThat(assembler.pending()).isEmpty();
    }

    @Test
    void aCharacterThatHasHalfArrivedIsNotShownYet() {
        byte[] star = "a✳".getBytes(UTF_8);
        assembler.add(star, 0, star.length - 1);
        assertThat(assembler.pending()).isEqualTo("a");
        assembler.add(star, star.length - 1, 1);
        assertThat(assembler.pending()).isEqualTo("a✳");
    }

    @Test
    void utf8IsDecodedBeforeItIsFiltered() {
        add("✳ holds 0x9C\n");
        assertThat(lines).containsExactly("✳ holds 0x9C");
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() {
        assembler.add("größe\n".getBytes(ISO_8859_1));
        assertThat(lines).containsExactly("gr\ufffd\ufffde");
    }

    @Test
    void aLongLineKeepsItsBeginningAndSaysWhatIsMissing() {
        add("x".repeat(64) + "\n" + "y".repeat(65) + "\r\n" + "z".repeat(64) + "\r\n");
        add("w".repeat(63) + "é!\n");
        assertThat(lines)
                .containsExactly(
                        "x".repeat(64),
                        "y".repeat(64) + " +1 bytes",
                        "z".repeat(64),
                        "w".repeat(63) + " +3 bytes");
    }

    @Test
    void aLineOfFiftyMegabytesIsCountedNotKept() {
        byte[] piece = new byte[1 << 20];
        java.util.Arrays.fill(piece, (byte) 'a');
        for (int i = 0; i < 50; i++) {
            assembler.add(piece);
        }
        assertThat(assembler.pending()).isEqualTo("a".repeat(64) + " +52428736 bytes");
        add("\nnext\n");
        assertThat(lines).containsExactly("a".repeat(64) + " +52428736 bytes", "next");
    }

    @Test
    void textBehindAHoleOfNulsIsNotLost() {
        for (int i = 0; i < 100; i++) {
            assembler.add(new byte[1000]);
        }
        add("\tback\n");
        assertThat(lines).containsExactly("␀×100000 back".replace(" ", " ".repeat(16 - 8)));
    }

    @Test
    void aLimitTooSmallForACharacterIsRefused() {
        assertThatThrownBy(() -> new LineAssembler(3, lines::add))
                .hasMessage("mostBytes 3 must be >= 4");
    }

    private void add(String text) {
        assembler.add(text.getBytes(UTF_8));
    }
}
