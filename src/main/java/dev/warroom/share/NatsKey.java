package dev.warroom.share;

import dev.warroom.identity.SigningKey;

import io.nats.client.AuthHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's key of NATS, as https://docs.nats.io has it: alone in a file, or in a file of
 * credentials together with what the server's owner has signed.
 */
final class NatsKey implements AuthHandler {

    private static final Pattern SEED = Pattern.compile("\\bS[A-Z2-7]{57}\\b");
    private static final Pattern TOKEN =
            Pattern.compile("BEGIN NATS USER JWT-+\\s*([A-Za-z0-9_.-]+)\\s*-+END");

    private final SigningKey key;
    private final String token;

    private NatsKey(SigningKey key, String token) {
        this.key = key;
        this.token = token;
    }

    /**
     * @param file of credentials, or with the seed of a key alone
     */
    static NatsKey read(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher seed = SEED.matcher(text);
        if (!seed.find()) {
            throw new IOException(file + " has no key of NATS: a line that begins with SU");
        }
        SigningKey key =
                SigningKey.ofSeed(seed.group())
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "the key in "
                                                        + file
                                                        + " is not the key of a person, or not what"
                                                        + " was written: its sum is off"));
        Matcher token = TOKEN.matcher(text);
        return new NatsKey(key, token.find() ? token.group(1) : "");
    }

    /** What facts are signed with. */
    SigningKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] nonce) {
        return key.sign(nonce);
    }

    @Override
    public char[] getID() {
        return token.isEmpty() ? toString().toCharArray() : null;
    }

    @Override
    public char[] getJWT() {
        return token.isEmpty() ? null : token.toCharArray();
    }

    /** What people and the server's configuration call it: {@code U…}. */
    @Override
    public String toString() {
        return key.open().toString();
    }
}
