package dev.warroom.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one script at one place from every other. */
public final class ScriptHash {

    private ScriptHash() {}

    /**
     * The SHA-256 of script and target, in hexadecimal digits.
     *
     * @param script with its secrets masked, so that nothing of them can be found out
     */
    public static String of(String script, String target) {
        try {
            byte[] bytes = (target + "\n" + script).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Enough of it for people. */
    public static String brief(String hash) {
        return hash.substring(0, Math.min(8, hash.length()));
    }
}
