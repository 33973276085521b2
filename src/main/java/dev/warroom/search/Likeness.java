package dev.warroom.search;

import org.jline.utils.Levenshtein;

import java.util.List;

/** How well a typed word fits a written one. */
final class Likeness {

    private static final double SAME = 1.0;
    private static final double BEGINNING = 0.9;
    private static final double ENDING = 0.8;
    private static final double STEM = 0.65;
    private static final double INSIDE = 0.55;
    private static final double SLIP = 0.5;

    /** How well the first letters of several words fit. */
    static final double INITIALS = 0.45;

    /** Longer ones are no initials; bounds the time. */
    private static final int MOST_INITIALS = 12;

    private Likeness() {}

    /**
     * From 0, not at all, to 1, the same. A beginning fits, so that results come while a word is
     * typed; so does another ending ("crash", "crashes"), a part, and a slip of the fingers.
     */
    static double of(String typed, String written) {
        if (typed.equals(written)) {
            return SAME;
        }
        if (written.startsWith(typed)) {
            return BEGINNING;
        }
        int length = typed.length();
        if (length < 3) {
            return 0;
        }
        if (typed.startsWith(written) && written.length() >= 3 && length - written.length() <= 3) {
            return ENDING;
        }
        if (isNumber(typed)) {
            return 0;
        }
        int common = commonBeginning(typed, written);
        int longer = Math.max(length, written.length());
        if (common >= 4 && common * 2 >= longer) {
            return STEM;
        }
        if (written.contains(typed)) {
            return INSIDE;
        }
        return isSlip(typed, written) ? SLIP : 0;
    }

    /** Whether one or two letters are wrong, left out, doubled or changed about. */
    private static boolean isSlip(String typed, String written) {
        int allowed = typed.length() >= 8 ? 2 : typed.length() >= 4 ? 1 : 0;
        return allowed > 0
                && Math.abs(typed.length() - written.length()) <= allowed
                && Levenshtein.distance(typed, written) <= allowed;
    }

    /**
     * Whether {@code typed} fits as the beginnings of words that follow each other: {@code dci} and
     * {@code dataconn} for "Database connection issues".
     *
     * @param words all there are, the first of which has the number 1
     * @param numbers of the words of a text
     * @param count how many it has
     */
    static boolean areInitials(String typed, List<String> words, int[] numbers, int count) {
        for (int from = 0; typed.length() <= MOST_INITIALS && from < count; from++) {
            if (chains(typed, 0, words, numbers, from, count)) {
                return true;
            }
        }
        return false;
    }

    private static boolean chains(
            String typed, int at, List<String> words, int[] numbers, int word, int count) {
        if (at == typed.length()) {
            return true;
        }
        if (word == count || numbers[word] == WordTable.BEYOND) {
            return false;
        }
        int most = commonBeginning(typed.substring(at), words.get(numbers[word] - 1));
        for (int taken = most; taken > 0; taken--) {
            if (chains(typed, at + taken, words, numbers, word + 1, count)) {
                return true;
            }
        }
        return false;
    }

    private static int commonBeginning(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int common = 0;
        while (common < most && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
