package dev.warroom.cli;

import dev.warroom.logs.event.EventReader;
import dev.warroom.room.LogLevel;
import dev.warroom.text.Sanitiser;

import java.util.Locale;
import java.util.Optional;

/**
 * Log events as JSON, one object a line. The text is what the log holds; characters that a terminal
 * would obey are written as escapes, so that the output can be looked at safely.
 */
final class EventJson {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;

    EventJson(StringBuilder out) {
        this.out = out;
    }

    /** Appends the event that {@code reader} holds, with its line's end. */
    void append(EventReader reader, Optional<String> pattern) {
        out.append("{\"file\":");
        string(reader.file());
        out.append(",\"line\":").append(reader.line());
        out.append(",\"offset\":").append(reader.offset());
        out.append(",\"at\":");
        reader.at()
                .ifPresentOrElse(
                        at -> out.append('"').append(at).append('"'), () -> out.append("null"));
        out.append(",\"level\":");
        if (reader.level() == LogLevel.NONE) {
            out.append("null");
        } else {
            out.append('"').append(reader.level().name().toLowerCase(Locale.ROOT)).append('"');
        }
        out.append(",\"source\":");
        string(reader.source());
        out.append(",\"text\":");
        string(reader.text());
        if (reader.cut() > 0) {
            out.append(",\"cut\":").append(reader.cut());
        }
        pattern.ifPresent(
                id -> {
                    out.append(",\"pattern\":");
                    string(id);
                });
        out.append("}\n");
    }

    private void string(String text) {
        boolean safe = safe(text);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || c >= 0x7F && !safe) {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether each line is as safe to draw as it stands. */
    private static boolean safe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F) {
                return text.lines().allMatch(line -> Sanitiser.line(line) == line);
            }
        }
        return true;
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
