package dev.warroom.runbook;

import java.text.Normalizer;
import java.util.Locale;

/** The part of an id that stays the same while the words stay: {@code restart-the-queue}. */
final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * Letters and digits of {@code words} in lower case, joined by single dashes, at most 80
     * characters.
     *
     * @param fallback taken where no letter or digit is left
     */
    static String of(String words, String fallback) {
        if (isAscii(words)) {
            return ofAscii(words, fallback);
        }
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        String plain = composed.toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < plain.length() && slug.length() < LONGEST; ) {
            int letter = plain.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isLetterOrDigit(letter)) {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                slug.appendCodePoint(letter);
                gap = false;
            } else if (letter != '\'' && letter != '’') {
                gap = true;
            }
        }
        return slug.isEmpty() ? fallback : slug.toString();
    }

    /** The usual case. */
    private static String ofAscii(String words, String fallback) {
        char[] slug = new char[Math.min(LONGEST + 1, 2 * words.length())];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < words.length() && length < LONGEST; i++) {
            char letter = words.charAt(i);
            boolean capital = letter >= 'A' && letter <= 'Z';
            if (capital || letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
                if (gap && length > 0) {
                    slug[length++] = '-';
                }
                slug[length++] = capital ? (char) (letter + 'a' - 'A') : letter;
                gap = false;
            } else if (letter != '\'') {
                gap = true;
            }
        }
        return length == 0 ? fallback : new String(slug, 0, length);
    }

    private static boolean isAscii(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
