package dev.warroom.logs.clue;

import dev.warroom.logs.line.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some characters that stand in whatever a regular expression finds. Looking for them in the bytes
 * (by Horspool's method: Horspool, "Practical Fast Searching in Strings", 1980) is many times as
 * fast as reading lines.
 */
public final class Needle implements Clue {

    private static final String SPECIAL = ".^$*+?()[]{}|\\";

    private final byte[] text;
    private final boolean anyCase;
    private final boolean tabs;

    /** What may stand instead of each of its bytes. */
    private final byte[] others;

    private final int[] shifts = new int[256];

    /**
     * @param anyCase whether capitals of its small letters are found as well
     * @param tabs whether a tab is found as well where it has a blank
     */
    private Needle(String characters, boolean anyCase, boolean tabs) {
        this.anyCase = anyCase;
        this.tabs = tabs;
        text = characters.getBytes(StandardCharsets.US_ASCII);
        others = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            others[i] = other(text[i]);
        }
        Arrays.fill(shifts, text.length);
        for (int i = 0; i < text.length - 1; i++) {
            shifts[text[i] & 0xFF] = text.length - 1 - i;
            shifts[others[i] & 0xFF] = text.length - 1 - i;
        }
    }

    private byte other(byte b) {
        if (tabs && b == ' ') {
            return '\t';
        }
        return anyCase && b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
    }

    /**
     * The runs of plain characters that {@code expression} cannot do without.
     *
     * @return empty where there is none that is sure
     */
    public static List<Needle> of(String expression) {
        return needles(expression, false, false);
    }

    /**
     * The same for lines as the room shows them, in which blanks may stand for a tab.
     *
     * @param anyCase whether the expression finds capitals of its small letters as well
     */
    public static List<Needle> ofShownLines(String expression, boolean anyCase) {
        return needles(expression, anyCase, true);
    }

    private static List<Needle> needles(String expression, boolean anyCase, boolean tabs) {
        List<Needle> found = new ArrayList<>();
        for (String run : runs(expression)) {
            // Several blanks may be one tab.
            for (String part : tabs ? run.split(" {2,}") : new String[] {run}) {
                if (!part.isEmpty()) {
                    found.add(new Needle(part, anyCase, tabs));
                }
            }
        }
        return found;
    }

    private static List<String> runs(String expression) {
        List<String> found = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            switch (c) {
                case '|' -> {
                    // In a group nothing is sure in any case.
                    if (depth == 0) {
                        return List.of();
                    }
                }
                case '\\' -> {
                    i++;
                    boolean plain =
                            i < expression.length()
                                    && SPECIAL.indexOf(expression.charAt(i)) >= 0
                                    && depth == 0;
                    if (!plain) {
                        // Classes, quotations, references: their meaning is not looked into.
                        if (i < expression.length()
                                && "dswDSWb".indexOf(expression.charAt(i)) < 0) {
                            return List.of();
                        }
                        add(found, run);
                    } else {
                        run.append(expression.charAt(i));
                    }
                }
                case '(', '[' -> {
                    if (c == '(' && expression.startsWith("(?", i)) {
                        return List.of();
                    }
                    add(found, run);
                    if (c == '[') {
                        i = classEnd(expression, i);
                        if (i < 0) {
                            return List.of();
                        }
                    } else {
                        depth++;
                    }
                }
                case ')' -> {
                    depth--;
                    run.setLength(0);
                }
                case '?', '*', '{' -> {
                    // The character before need not be there.
                    run.setLength(Math.max(0, run.length() - 1));
                    add(found, run);
                    if (c == '{') {
                        int end = expression.indexOf('}', i);
                        if (end < 0) {
                            return List.of();
                        }
                        i = end;
                    }
                }
                case '.', '^', '$', '+' -> add(found, run);
                default -> {
                    if (c < ' ' || c > '~' || depth > 0) {
                        add(found, run);
                    } else {
                        run.append(c);
                    }
                }
            }
        }
        add(found, run);
        return found;
    }

    /** A class in a class, and one that begins with a bracket, is not looked into. */
    private static int classEnd(String expression, int begin) {
        for (int i = begin + 1; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == ']') {
                return i > begin + 1 && expression.charAt(i - 1) != '^' ? i : -1;
            }
            if (c == '[' || c == '\\' || c == '&') {
                return -1;
            }
        }
        return -1;
    }

    private static void add(List<String> found, StringBuilder run) {
        if (!run.isEmpty()) {
            found.add(run.toString());
        }
        run.setLength(0);
    }

    /** The one of {@code needles} that stands most rarely in the first bytes of {@code b}. */
    static Needle rarest(List<Needle> needles, byte[] b, int to) {
        Needle rarest = needles.getFirst();
        int fewest = Integer.MAX_VALUE;
        for (Needle each : needles) {
            int count = each.count(b, to);
            boolean longer = count == fewest && each.text.length > rarest.text.length;
            if (count < fewest || longer) {
                fewest = count;
                rarest = each;
            }
        }
        return rarest;
    }

    /** How often it stands in the first bytes of {@code b}. */
    int count(byte[] b, int to) {
        int count = 0;
        for (int at = find(b, 0, to); at >= 0; at = find(b, at + 1, to)) {
            count++;
        }
        return count;
    }

    /** Whether capitals of its small letters are found as well. */
    public boolean anyCase() {
        return anyCase;
    }

    /** In bytes. */
    public int length() {
        return text.length;
    }

    /** Where it stands first from {@code from} on; -1 where it does not before {@code to}. */
    @Override
    public int find(byte[] b, int from, int to) {
        int last = text.length - 1;
        byte end = text[last];
        byte other = others[last];
        if (last == 0) {
            int only = Bytes.find(b, from, to, end, other);
            return only < to ? only : -1;
        }
        int at = from + last;
        while (at < to) {
            byte here = b[at];
            if ((here == end || here == other) && here(b, at - last)) {
                return at - last;
            }
            at += shifts[here & 0xFF];
        }
        return -1;
    }

    @Override
    public int reach() {
        return text.length - 1;
    }

    private boolean here(byte[] b, int at) {
        for (int i = 0; i < text.length; i++) {
            byte here = b[at + i];
            if (here != text[i] && here != others[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(text, StandardCharsets.US_ASCII);
    }
}
