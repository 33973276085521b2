package dev.warroom.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What tells one output from another, however long they are and whatever is still held of them: the
 * first half of a SHA-256 of its last line and of the print of all lines before. Two outputs with
 * the same print are the same.
 */
public record OutputPrint(long high, long low) {

    /** Of no line at all. */
    static final OutputPrint NOTHING = new OutputPrint(0, 0);

    /**
     * With more lines.
     *
     * @param lost lines that stood before these, of which nothing is known
     */
    OutputPrint plus(List<String> lines, long lost) {
        MessageDigest digest = digest();
        OutputPrint print = lost == 0 ? this : plus(digest, "\n" + lost);
        for (String line : lines) {
            print = print.plus(digest, line);
        }
        return print;
    }

    private OutputPrint plus(MessageDigest digest, String text) {
        digest.update(ByteBuffer.allocate(16).putLong(high).putLong(low).flip());
        ByteBuffer sum = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new OutputPrint(sum.getLong(), sum.getLong());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
