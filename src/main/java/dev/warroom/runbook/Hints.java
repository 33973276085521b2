package dev.warroom.runbook;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Words of which one stands in every text that a rule can fit. Looking for all of them at once is a
 * fraction of what the rule's own expression takes, and most texts hold none.
 */
final class Hints {

    private static final int LETTERS = 128;

    private final String[][] byFirst = new String[LETTERS][];
    private final boolean anyCase;

    private Hints(boolean anyCase) {
        this.anyCase = anyCase;
    }

    /**
     * @param words each of ASCII and not empty
     */
    static Hints of(String... words) {
        Hints hints = new Hints(false);
        for (String word : words) {
            hints.add(word.charAt(0), word);
        }
        return hints;
    }

    /** The words of all of them, each of ASCII and not empty. */
    static Hints ofAll(List<? extends Collection<String>> words) {
        return of(words.stream().flatMap(Collection::stream).toArray(String[]::new));
    }

    /**
     * Those that count in letters of any case.
     *
     * @param words each of ASCII, in lower case and not empty
     */
    static Hints inAnyCase(String... words) {
        Hints hints = new Hints(true);
        for (String word : words) {
            char first = word.charAt(0);
            hints.add(first, word);
            if (Character.isLetter(first)) {
                hints.add(Character.toUpperCase(first), word);
            }
        }
        return hints;
    }

    private void add(char first, String word) {
        String[] known = byFirst[first] == null ? new String[0] : byFirst[first];
        byFirst[first] = Arrays.copyOf(known, known.length + 1);
        byFirst[first][known.length] = word;
    }

    /** Whether {@code text} begins with one of them. */
    boolean begin(String text) {
        return beginAt(text, 0);
    }

    /** Whether one of them stands in {@code text} at index {@code at}. */
    boolean beginAt(String text, int at) {
        char first = at < text.length() ? text.charAt(at) : LETTERS;
        return first < LETTERS && byFirst[first] != null && stands(text, at, first);
    }

    /** Whether one of them stands anywhere in {@code text}. */
    boolean standIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < LETTERS && byFirst[letter] != null && stands(text, i, letter)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of {@code text} begins with one of them. */
    boolean beginWordIn(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!inWord && letter < LETTERS && byFirst[letter] != null && stands(text, i, letter)) {
                return true;
            }
            inWord = isOfWord(text, i);
        }
        return false;
    }

    /** Whether a word of {@code text} is one of them. */
    boolean areWordIn(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!inWord && letter < LETTERS && byFirst[letter] != null) {
                for (String word : byFirst[letter]) {
                    int end = i + word.length();
                    if (text.startsWith(word, i)
                            && (end == text.length() || !isOfWord(text, end))) {
                        return true;
                    }
                }
            }
            inWord = isOfWord(text, i);
        }
        return false;
    }

    private static boolean isOfWord(String text, int at) {
        char letter = text.charAt(at);
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '_'
                || letter == '-'
                || letter == '.';
    }

    private boolean stands(String text, int at, char first) {
        for (String word : byFirst[first]) {
            if (text.regionMatches(anyCase, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
