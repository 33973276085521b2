package dev.warroom.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Every different word of a library once, numbered from 1 in the order in which they were first
 * met. A word that is known is found without being made anew.
 */
final class WordTable {

    /** Different words that are told apart; bounds the memory. */
    static final int MOST = 300_000;

    /** The number of every word beyond the most. */
    static final int BEYOND = 0;

    private final int most;
    private final List<String> words = new ArrayList<>();
    private int[] byHash = new int[1 << 10];
    private boolean full;

    /**
     * @param most different words that are told apart
     */
    WordTable(int most) {
        this.most = most;
    }

    /** All words; the first has the number 1. */
    List<String> words() {
        return Collections.unmodifiableList(words);
    }

    /** Whether there was a word beyond the most. */
    boolean isFull() {
        return full;
    }

    /**
     * Numbers the words of {@code text}.
     *
     * @param numbers for {@link Words#MOST} of them
     * @return how many there are
     */
    int number(String text, int[] numbers) {
        int count = numberAscii(text, numbers);
        if (count >= 0) {
            return count;
        }
        List<String> folded = Words.folded(text);
        for (int i = 0; i < folded.size(); i++) {
            String word = folded.get(i);
            numbers[i] = number(word, 0, word.length(), word.hashCode());
        }
        return folded.size();
    }

    /** The usual case, in which nothing is folded; -1 where a letter is not ASCII. */
    private int numberAscii(String text, int[] numbers) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= 128) {
                return -1;
            }
        }
        int count = 0;
        int at = 0;
        while (at < length && count < Words.MOST) {
            char letter = text.charAt(at);
            if (!Words.isAsciiInWord(letter)) {
                at++;
                continue;
            }
            int from = at;
            int hash = 0;
            while (at < length && Words.isAsciiInWord(letter = text.charAt(at))) {
                hash = at - from < Words.LONGEST ? 31 * hash + lower(letter) : hash;
                at++;
            }
            numbers[count++] = number(text, from, Math.min(at, from + Words.LONGEST), hash);
        }
        return count;
    }

    /**
     * @param hash of the word in lower case
     */
    private int number(String text, int from, int to, int hash) {
        int at = slot(hash);
        while (byHash[at] != 0 && !is(words.get(byHash[at] - 1), text, from, to)) {
            at = at + 1 & byHash.length - 1;
        }
        return byHash[at] != 0 ? byHash[at] : add(at, text.substring(from, to));
    }

    private int add(int at, String word) {
        if (words.size() == most) {
            full = true;
            return BEYOND;
        }
        words.add(word.toLowerCase(Locale.ROOT));
        byHash[at] = words.size();
        if (words.size() * 2 > byHash.length) {
            grow();
        }
        return words.size();
    }

    /** Spread over the table: words that are numbered in a row have hashes in a row. */
    private int slot(int hash) {
        int spread = hash * 0x9E3779B1;
        return (spread ^ spread >>> 15) & byHash.length - 1;
    }

    private static boolean is(String word, String text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
    }

    private void grow() {
        byHash = new int[byHash.length * 2];
        for (int i = 0; i < words.size(); i++) {
            int at = slot(words.get(i).hashCode());
            while (byHash[at] != 0) {
                at = at + 1 & byHash.length - 1;
            }
            byHash[at] = i + 1;
        }
    }
}
