package dev.warroom.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * One log file as a service writes it: {@code 2026-01-31T02:14:07.220Z api-1 ERROR text}. Full
 * files are renamed to {@code .1} and {@code .2}; what was {@code .2} goes.
 */
final class ServiceLog implements AutoCloseable {

    static final long USUAL_BYTES = 5L * 1024 * 1024;
    private static final int KEPT = 2;
    private static final int TRACE_LINES = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** How much a line matters. */
    enum Level {
        DEBUG("DEBUG"),
        INFO("INFO "),
        WARN("WARN "),
        ERROR("ERROR");

        private final String padded;

        Level(String padded) {
            this.padded = padded;
        }
    }

    private final Path file;
    private final String origin;
    private final long mostBytes;
    private OutputStream out;
    private long bytes;
    private long lost;

    /**
     * @param file is created, or continued where it exists
     * @param origin who writes, the second word of every line
     * @param mostBytes the size at which the file is renamed, at least 1
     */
    ServiceLog(Path file, String origin, long mostBytes) throws IOException {
        if (mostBytes < 1) {
            throw new IllegalArgumentException("mostBytes " + mostBytes + " must be >= 1");
        }
        this.file = file;
        this.origin = origin;
        this.mostBytes = mostBytes;
        open();
    }

    /** Writes one line; where that fails, the line is counted and the count is written later. */
    void write(Instant at, Level level, String text) {
        append(at, level, text, "");
    }

    /** Writes a line of level ERROR and the first lines of the stack trace under it. */
    void error(Instant at, String text, Throwable cause) {
        var trace = new StringBuilder(cause.toString()).append('\n');
        StackTraceElement[] frames = cause.getStackTrace();
        Arrays.stream(frames)
                .limit(TRACE_LINES)
                .forEach(frame -> trace.append("\tat ").append(frame).append('\n'));
        if (frames.length > TRACE_LINES) {
            trace.append("\t... ").append(frames.length - TRACE_LINES).append(" more\n");
        }
        append(at, Level.ERROR, text, trace.toString());
    }

    private synchronized void append(Instant at, Level level, String text, String more) {
        try {
            if (bytes >= mostBytes) {
                rotate();
            }
            if (lost > 0) {
                put(line(at, Level.WARN, lost + " lines could not be written"));
                lost = 0;
            }
            put(line(at, level, text) + more);
        } catch (IOException e) {
            // A full disk must not end the service; the loss shows as soon as writing works again.
            lost++;
        }
    }

    private String line(Instant at, Level level, String text) {
        // Thousands of lines are written before a drill begins: a format would be read for each.
        return TIME.format(at) + " " + origin + " " + level.padded + " " + text + "\n";
    }

    private void put(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
    }

    private void rotate() throws IOException {
        out.close();
        for (int age = KEPT; age > 0; age--) {
            Path younger = age == 1 ? file : aged(age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        open();
    }

    private Path aged(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        bytes = Files.size(file);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
