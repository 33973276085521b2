package dev.warroom.logs;

import dev.warroom.logs.clue.Needle;
import dev.warroom.text.ShellWords;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Asks a shell on another host about its log files; {@code remote.sh} answers there. Used by one
 * thread, but {@link #silentNanos} and {@link #close} by any.
 */
final class RemoteWire implements AutoCloseable {

    private static final String SCRIPT = script();
    private static final int MOST_LINE = 8192;

    private final RemoteShell shell;
    private final InputStream answers;
    private final ZoneId zone;
    private volatile long asked;

    /** Whether {@link #asked} counts: nothing is waited for otherwise. */
    private volatile boolean waiting;

    /**
     * A file as it was when it was looked at.
     *
     * @param key what it is, whatever its name; another one for a file made anew, where the host
     *     knows when it was made
     * @param size in bytes
     * @param changed when it, or anything about it, was changed, as the host says that: the same
     *     words stand for the same moment
     * @param written when what it holds was changed, in the same words
     * @param path as the host names it
     * @param readable whether it may be read; nothing else is known of it where it may not
     */
    record Found(
            String key, long size, String changed, String written, String path, boolean readable) {

        /** Whether the host does not tell when it was changed any more exactly than that. */
        boolean wholeSeconds() {
            return changed.indexOf('.') < 0 || changed.endsWith(".000000000");
        }
    }

    /**
     * Begins a conversation; waits for the first answer.
     *
     * @throws IOException where there is none
     */
    RemoteWire(RemoteShell shell) throws IOException {
        this.shell = shell;
        this.answers = new BufferedInputStream(shell.answers(), 64 << 10);
        String nonce = UUID.randomUUID().toString();
        ask(SCRIPT + "hello " + nonce + "\n");
        while (!line().equals("warroom " + nonce)) {
            // What a login prints is not for us.
        }
        zone = zone(line());
        waiting = false;
    }

    /** Of the host's clock; this machine's where it does not say. */
    ZoneId zone() {
        return zone;
    }

    /**
     * What there is.
     *
     * @param patterns of paths, with {@code *}, {@code ?} and {@code [ ]}
     */
    List<Found> look(List<String> patterns) throws IOException {
        StringBuilder request = new StringBuilder("{ look");
        patterns.forEach(it -> request.append(' ').append(ShellWords.glob(it)));
        ask(request.append("; }\n").toString());
        List<Found> found = new ArrayList<>();
        for (String line = line(); !line.equals("k"); line = line()) {
            String[] words = line.split(" ", 6);
            if (words[0].equals("f") && words.length == 6) {
                long size = number(words[2], line);
                found.add(new Found(words[1], size, words[3], words[4], words[5], true));
            } else if (line.startsWith("d ")) {
                found.add(new Found("", 0, "", "", line.substring(2), false));
            } else {
                throw strange(line);
            }
        }
        waiting = false;
        return found;
    }

    /**
     * Reads a part of a file, which may have another name by now.
     *
     * @param into as many bytes as fit, at most
     * @return how many there were; empty where the file is gone, or has become shorter meanwhile
     */
    OptionalInt get(String key, String path, long from, byte[] into, int most) throws IOException {
        String words = key + " " + ShellWords.quoted(path) + " " + from + " " + most;
        ask("{ get " + words + "; }\n");
        String line = line();
        if (line.equals("n")) {
            waiting = false;
            return OptionalInt.empty();
        }
        String[] announced = line.split(" ");
        if (!announced[0].equals("b") || announced.length != 3) {
            throw strange(line);
        }
        int count = (int) number(announced[1], line);
        if (count < 0 || count > most || answers.readNBytes(into, 0, count) < count) {
            throw new EOFException();
        }
        String last = line();
        if (!last.startsWith("k ")) {
            throw strange(last);
        }
        waiting = false;
        boolean shorter = number(last.substring(2), last) < from + count;
        return shorter ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** What looking for some characters has found. */
    enum Answer {
        THERE,
        NONE,
        /** The file is not there. */
        GONE,
        /** Nothing on the host can tell where characters stand. */
        UNABLE
    }

    /**
     * Where characters stand.
     *
     * @param at only where they are {@link Answer#THERE}
     */
    record Sought(Answer answer, long at) {}

    /**
     * Looks for {@code needle} in a part of a file, there.
     *
     * @param last whether the last place is wanted, and not the first
     */
    Sought seek(Found file, Needle needle, long from, long to, boolean last) throws IOException {
        String words =
                String.join(
                        " ",
                        file.key(),
                        ShellWords.quoted(file.path()),
                        Long.toString(from),
                        Long.toString(to - from),
                        ShellWords.quoted(needle.toString()),
                        last ? "'$p'" : "1p",
                        needle.anyCase() ? "-i" : "");
        ask("{ seek " + words + "; }\n");
        String line = line();
        waiting = false;
        return switch (line) {
            case "n" -> new Sought(Answer.GONE, 0);
            case "o" -> new Sought(Answer.NONE, 0);
            case "x" -> new Sought(Answer.UNABLE, 0);
            default -> {
                if (!line.startsWith("o ")) {
                    throw strange(line);
                }
                yield new Sought(Answer.THERE, from + number(line.substring(2), line));
            }
        };
    }

    private void ask(String request) throws IOException {
        asked = System.nanoTime();
        waiting = true;
        shell.say(request);
    }

    /** For how long an answer has been waited for; 0 while none is. */
    long silentNanos() {
        return waiting ? System.nanoTime() - asked : 0;
    }

    private static long number(String word, String line) throws IOException {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw strange(line);
        }
    }

    private static IOException strange(String line) {
        return new IOException("it answers \"" + line + "\"");
    }

    private static ZoneId zone(String line) {
        try {
            return ZoneOffset.of(line.substring(2));
        } catch (RuntimeException e) {
            // It has no date that knows, or no such answer.
            return ZoneId.systemDefault();
        }
    }

    private String line() throws IOException {
        byte[] bytes = new byte[MOST_LINE];
        int count = 0;
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (count < MOST_LINE) {
                bytes[count++] = (byte) next;
            }
        }
        asked = System.nanoTime();
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }

    private static String script() {
        try (InputStream in = RemoteWire.class.getResourceAsStream("remote.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("remote.sh is not in the program", e);
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
