package dev.warroom.logs.clue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Expressions as people type them, and stranger ones; and lines in which they may find something.
 */
final class AnyExpression {

    private static final String[] CHARACTERS = {
        "a", "b", "k", "s", "K", "1", "7", " ", "-", "m", "\\.", "\\[", "é", "İ", "ſ", "😀", "\\t",
        "⟨", "A"
    };
    private static final String[] SETS = {
        ".",
        "\\d",
        "\\w",
        "\\s",
        "\\S",
        "\\D",
        "\\W",
        "[ab]",
        "[^a]",
        "[a-k]",
        "[^ ]",
        "[\\w-]",
        "[^\\s1]",
        "[é-ü1]",
        "[Z-b]",
        "[k-]",
        "[^ſ]",
        "[\\]a]",
        "\\p{L}",
        "\\P{Lower}",
        "\\pN",
        "\\h",
        "\\V",
        "[\\p{Punct}k]",
        "[^\\p{IsAlphabetic}]",
        "[a-z&&[^bk]]",
        "[a[17]]",
        "[^a&&ſ]",
        "[[^K]&&\\w]",
        "[\\[&&[^a]]",
        "[a&&\\]]"
    };
    private static final String[] TIMES = {
        "?", "*", "+", "{2}", "{1,3}", "{2,}", "*?", "++", "{0}"
    };
    private static final String[] GROUPS = {"(", "(?:", "(?i:", "(?<n>", "(?=", "(?!", "(?>"};
    private static final String[] AROUND = {"^", "$", "\\b", "\\A", "\\z", "\\B"};

    private static final String[] TEXT = {
        "a",
        "b",
        "k",
        "s",
        "K",
        "1",
        "7",
        " ",
        "-",
        "m",
        ".",
        "[",
        "é",
        "İ",
        "ſ",
        "😀",
        "\t",
        "A",
        "\u212A",
        "\u001B",
        "\u001B[31m",
        "\u001B[",
        "\u202E",
        "\u00AD",
        "\u0301",
        "\0",
        "\r",
        "\u0085",
        "2028",
        "S",
        "\u2028"
    };

    private final Random random;
    private boolean named;

    AnyExpression(Random random) {
        this.random = random;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    String expression() {
        named = false;
        return branches(0);
    }

    private String branches(int depth) {
        StringBuilder all = new StringBuilder(sequence(depth));
        while (random.nextInt(5) == 0) {
            all.append('|').append(sequence(depth));
        }
        return all.toString();
    }

    private String sequence(int depth) {
        StringBuilder all = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int kind = random.nextInt(12);
            if (kind == 0) {
                all.append(one(AROUND));
                continue;
            }
            if (kind == 2 && named) {
                all.append(one("\\k<n>", "\\1"));
            } else if (kind == 1 && depth < 3) {
                String group = one(GROUPS);
                group = group.equals("(?<n>") && named ? "(" : group;
                named |= group.equals("(?<n>");
                all.append(group).append(branches(depth + 1)).append(')');
            } else {
                all.append(kind < 7 ? one(CHARACTERS) : one(SETS));
            }
            if (random.nextInt(3) == 0) {
                all.append(one(TIMES));
            }
        }
        return all.toString();
    }

    /** Without a line's end. */
    byte[] line() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i > 0; i--) {
            if (random.nextInt(15) == 0) {
                int b = random.nextInt(256);
                out.write(b == '\n' ? 0xFF : b);
            } else {
                out.writeBytes(one(TEXT).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
