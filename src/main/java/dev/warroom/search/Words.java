package dev.warroom.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text cut into words that can be compared: in lower case, without accents and signs. */
final class Words {

    /** Letters of a word that count. */
    static final int LONGEST = 40;

    /** Words of a text that count. */
    static final int MOST = 60;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Set<String> COMMON =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for",
                    "from", "has", "have", "how", "i", "in", "is", "it", "my", "not", "of", "on",
                    "or", "our", "s", "t", "that", "the", "there", "this", "to", "too", "was", "we",
                    "what", "when", "why", "with");

    private Words() {}

    /** The words of {@code text} in order; at most 60, each cut at 40 letters. */
    static List<String> of(String text) {
        List<String> ascii = new ArrayList<>();
        return fill(ascii, text) ? ascii : folded(text);
    }

    /** The usual case, in which nothing is folded; false where a letter is not ASCII. */
    private static boolean fill(List<String> words, String text) {
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : ' ';
            if (letter >= 128) {
                return false;
            }
            boolean inWord = isAsciiInWord(letter);
            if (inWord && from < 0) {
                from = i;
            } else if (!inWord && from >= 0) {
                if (words.size() < MOST) {
                    int end = Math.min(i, from + LONGEST);
                    words.add(text.substring(from, end).toLowerCase(Locale.ROOT));
                }
                from = -1;
            }
        }
        return true;
    }

    static boolean isAsciiInWord(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9';
    }

    /** The words of {@code text} without accents and signs, in order. */
    static List<String> folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String folded = ACCENTS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded);
        while (words.size() < MOST && matcher.find()) {
            String word = matcher.group();
            words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
        }
        return words;
    }

    /** Whether a word says little by itself. */
    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }
}
