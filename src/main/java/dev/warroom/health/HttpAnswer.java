package dev.warroom.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an HTTP/1 server has answered, as <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC
 * 9112</a> has it.
 *
 * @param headers by name, without regard to case; values of the same name after a comma
 * @param body what was read of it
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final int MOST_HEAD = 64 * 1024;

    /** Whoever sends more is broken off; what came so far counts. */
    static final int MOST_BODY = 256 * 1024;

    private static final int MOST_INTERIM = 10;

    /**
     * Reads one answer, without what may follow it.
     *
     * @throws IOException where the head is none, or breaks off. A body that breaks off is cut.
     */
    static HttpAnswer read(InputStream in) throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            int[] left = {MOST_HEAD};
            String first = line(in, left);
            int status = status(first);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.merge(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip(),
                            (one, other) -> one + ", " + other);
                }
            }
            if (status >= 200) {
                return new HttpAnswer(status, headers, body(in, status, headers));
            }
        }
        throw new IOException("only interim answers");
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2
                || !words[0].startsWith("HTTP/1.")
                || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the answer is not HTTP: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    private static byte[] body(InputStream in, int status, Map<String, String> headers) {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            if (headers.getOrDefault("Transfer-Encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .endsWith("chunked")) {
                chunks(in, body);
            } else {
                copy(in, length(headers.get("Content-Length")), body);
            }
        } catch (IOException e) {
            // The status has come; what the body lacks shows where the body is looked at.
            return body.toByteArray();
        }
        return body.toByteArray();
    }

    private static void chunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        int[] left = {MOST_HEAD};
        for (int size = chunk(in, left); size > 0; size = chunk(in, left)) {
            copy(in, size, body);
            if (body.size() >= MOST_BODY) {
                return;
            }
            left[0] = MOST_HEAD;
            line(in, left);
        }
    }

    private static void copy(InputStream in, long length, ByteArrayOutputStream body)
            throws IOException {
        byte[] part = new byte[8 * 1024];
        long left = Math.min(length, MOST_BODY - body.size());
        while (left > 0) {
            int got = in.read(part, 0, (int) Math.min(part.length, left));
            if (got < 0) {
                return;
            }
            body.write(part, 0, got);
            left -= got;
        }
    }

    private static int chunk(InputStream in, int[] left) throws IOException {
        String size = line(in, left).split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("the answer's chunks are damaged");
        }
        return Integer.parseInt(size, 16);
    }

    private static long length(String written) {
        return written != null && written.matches("\\d{1,18}")
                ? Long.parseLong(written)
                : Long.MAX_VALUE;
    }

    /** Up to the line's end, which may be a bare line feed. */
    private static String line(InputStream in, int[] left) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new IOException(
                        bytes.size() == 0 && left[0] == MOST_HEAD
                                ? "hung up before it answered"
                                : "the answer's head breaks off");
            }
            if (--left[0] < 0) {
                throw new IOException("the answer's head is longer than " + MOST_HEAD + " bytes");
            }
            bytes.write(each);
        }
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
