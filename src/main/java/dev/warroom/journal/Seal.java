package dev.warroom.journal;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The end of a line: {@code ,"hash":"<64 hex>"}} and nothing else, where the hash is the SHA-256 of
 * all bytes before it. So there is no byte in a line that can change unseen.
 */
final class Seal {

    /** What the first line follows. */
    static final String NONE = "0".repeat(64);

    private static final byte[] HEAD = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX = 64;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** In bytes, without the line's end. */
    static final int LENGTH = HEAD.length + HEX + TAIL.length;

    private final MessageDigest digest;
    private final byte[] computed = new byte[HEX / 2];

    Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The hash of these bytes in lower-case hexadecimal. */
    String hash(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The whole line, its end included. */
    byte[] close(byte[] body) {
        byte[] line = Arrays.copyOf(body, body.length + LENGTH + 1);
        byte[] hash = hash(body, body.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(HEAD, 0, line, body.length, HEAD.length);
        System.arraycopy(hash, 0, line, body.length + HEAD.length, HEX);
        System.arraycopy(TAIL, 0, line, body.length + HEAD.length + HEX, TAIL.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** Whether a line's fields say that it follows the line that ends before {@code end}. */
    static boolean states(byte[] bytes, int end, EventFields next) throws LineDamage {
        int to = end - TAIL.length;
        return next.is("prev", bytes, to - HEX, to);
    }

    /** The hash that the line has which ends before {@code end}. */
    static String stated(byte[] bytes, int end) {
        return new String(bytes, end - TAIL.length - HEX, HEX, StandardCharsets.ISO_8859_1);
    }

    /** The hash that a line without its end says it has; it was closed here, or checked. */
    static String stated(byte[] line) {
        return stated(line, line.length);
    }

    /** Checks a line without its end; the hash that it states is right then. */
    void check(byte[] bytes, int length) throws LineDamage {
        check(bytes, 0, length);
    }

    /** Checks the line that stands from {@code from} until before {@code to}. */
    void check(byte[] bytes, int from, int to) throws LineDamage {
        int body = to - LENGTH;
        if (body < from + 1
                || !matches(bytes, body, HEAD)
                || !matches(bytes, to - TAIL.length, TAIL)) {
            throw new LineDamage(
                    "this is not a line of a journal: it does not end with its hash",
                    Damage.RESTORE);
        }
        digest.update(bytes, from, body - from);
        byte[] computed = computed();
        for (int i = 0; i < computed.length; i++) {
            int at = body + HEAD.length + 2 * i;
            if (bytes[at] != DIGITS[computed[i] >> 4 & 0xF]
                    || bytes[at + 1] != DIGITS[computed[i] & 0xF]) {
                throw changed(bytes, body, HexFormat.of().formatHex(computed));
            }
        }
    }

    private byte[] computed() {
        try {
            digest.digest(computed, 0, computed.length);
            return computed;
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
    }

    private static LineDamage changed(byte[] bytes, int body, String computed) {
        String stored = new String(bytes, body + HEAD.length, HEX, StandardCharsets.ISO_8859_1);
        return new LineDamage(
                "the line was changed: it says hash "
                        + (stored.matches("[0-9a-f]{64}") ? stored : "(unreadable)")
                        + ", and its bytes have "
                        + computed,
                Damage.RESTORE);
    }

    private static boolean matches(byte[] bytes, int from, byte[] wanted) {
        return Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
