package dev.warroom.journal;

import java.nio.charset.StandardCharsets;

/** Reads texts as lines have nearly all of them: UTF-8, and no escapes but the common ones. */
final class WrittenText {

    private WrittenText() {}

    /**
     * The text that stands from {@code from} until before {@code to}, its quotes not included; null
     * where it is written otherwise.
     */
    static String read(byte[] line, int from, int to) {
        String text = new String(line, from, to - from, StandardCharsets.UTF_8);
        // It stands for bytes that are no text, too.
        if (text.indexOf('\uFFFD') >= 0) {
            return null;
        }
        return text.indexOf('\\') < 0 ? text : unescaped(text);
    }

    private static String unescaped(String text) {
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                i++;
                switch (text.charAt(i)) {
                    case 'n' -> next = '\n';
                    case 't' -> next = '\t';
                    case '"' -> next = '"';
                    case '\\' -> next = '\\';
                    default -> {
                        return null;
                    }
                }
            }
            read.append(next);
        }
        return read.toString();
    }
}
