package dev.warroom.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log line on the timeline: {@code log api at byte 4711 (sha256 0f1e2d3c4b5a): what it says}.
 *
 * @param source the log's short name
 * @param offset of the line in bytes; negative where the log has none
 * @param hash the first 12 hexadecimal digits of the SHA-256 of its text
 */
record LogPin(String source, long offset, String hash, String text) {

    private static final int HASH_BYTES = 6;

    private static final Pattern WORDS =
            Pattern.compile(
                    "log (.{1,200}?)(?: at byte (\\d{1,18}))? \\(sha256 ([0-9a-f]{12})\\): (.*)",
                    Pattern.DOTALL);

    static LogPin of(LogLine line) {
        return new LogPin(line.source(), line.offset(), hash(line.text()), line.text());
    }

    /** Reads what {@link #words} writes; empty for any other note. */
    static Optional<LogPin> parse(String note) {
        Matcher found = WORDS.matcher(note);
        return found.matches()
                ? Optional.of(
                        new LogPin(
                                found.group(1),
                                found.group(2) == null ? -1 : Long.parseLong(found.group(2)),
                                found.group(3),
                                found.group(4)))
                : Optional.empty();
    }

    String words() {
        return place() + " (sha256 " + hash + "): " + text;
    }

    /** Where it stands: {@code log api at byte 4711}. */
    String place() {
        return "log " + source + (offset < 0 ? "" : " at byte " + offset);
    }

    /** Whether it is this line. */
    boolean is(LogLine line) {
        return line.source().equals(source)
                && line.offset() == offset
                && hash(line.text()).equals(hash);
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
