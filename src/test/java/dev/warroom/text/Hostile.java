package dev.warroom.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.nio.charset.StandardCharsets;

/** Text of the kind that attacks terminals. */
final class Hostile {

    private Hostile() {}

    private static final String[] PIECES = {
        "\u001b",
        "\u001b[",
        "\u001b[31m",
        "\u001b[0m",
        "\u001b]52;c;",
        "\u0007",
        "m",
        "[",
        "1;",
        ";",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\0\0",
        "\t",
        "\u007f",
        "\u009b",
        "\u009c",
        "\u202e",
        "\u2069",
        "\u200f",
        "\u061c",
        "\ufeff",
        "\u2028",
        "\u0301",
        "\u0302\u0303",
        "\u200d",
        "\ufe0f",
        "é",
        "✳",
        "日本",
        "👩\u200d🚒",
        "\udb40\udc41",
        "a",
        "error",
        " ",
        "␀",
        "⟨",
        "◌",
        "×3",
    };

    static Arbitrary<String> text() {
        Arbitrary<String> any =
                Arbitraries.integers().between(0, 0xFFFF).map(c -> "" + (char) (int) c);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(9, Arbitraries.of(PIECES)),
                        net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    /** As bytes, some of them not UTF-8. */
    static Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        return Arbitraries.oneOf(text().map(text -> text.getBytes(StandardCharsets.UTF_8)), any);
    }

    /** Whether a terminal would obey {@code codePoint}, or turn text because of it. */
    static boolean dangerous(int codePoint) {
        return codePoint < 0x20
                || (codePoint >= 0x7F && codePoint <= 0x9F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C
                || (codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }
}
