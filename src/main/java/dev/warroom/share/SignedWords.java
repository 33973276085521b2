package dev.warroom.share;

import dev.warroom.identity.PublicKey;
import dev.warroom.identity.SigningKey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What one room says to others that nobody keeps, and who has signed it: the words, and in a last
 * line the key and the signature, where there is one. Signed is the subject as well, so that what
 * is said of one incident, or to one end, holds nowhere else.
 */
final class SignedWords {

    /** 64 bytes, in base 64 without filling. */
    private static final int TEXT = 86;

    /** What the last line adds at most, in bytes. */
    static final int MOST_ADDED = 2 + PublicKey.LENGTH + TEXT;

    private final byte[] words;
    private final Optional<PublicKey> key;
    private final byte[] signature;

    private SignedWords(byte[] words, Optional<PublicKey> key, byte[] signature) {
        this.words = words;
        this.key = key;
        this.signature = signature;
    }

    /** The message that says {@code words}; not signed where there is no key. */
    static byte[] message(String subject, byte[] words, Optional<SigningKey> key) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(words);
        message.write('\n');
        key.ifPresent(it -> message.writeBytes(signature(subject, words, it)));
        return message.toByteArray();
    }

    private static byte[] signature(String subject, byte[] words, SigningKey key) {
        byte[] signature = key.sign(signed(subject, words));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        return (key.open() + " " + text).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] signed(String subject, byte[] words) {
        byte[] head = (subject + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + words.length);
        System.arraycopy(words, 0, whole, head.length, words.length);
        return whole;
    }

    /** Whatever it is: what has no signature that can be read was signed by nobody. */
    static SignedWords read(byte[] message) {
        int end = message.length - 1;
        while (end >= 0 && message[end] != '\n') {
            end--;
        }
        byte[] words = Arrays.copyOf(message, Math.max(0, end));
        byte[] last = Arrays.copyOfRange(message, end + 1, message.length);
        String[] parts = new String(last, StandardCharsets.ISO_8859_1).split(" ", 2);
        try {
            return parts.length == 2
                    ? new SignedWords(
                            words,
                            PublicKey.parse(parts[0]),
                            Base64.getUrlDecoder().decode(parts[1]))
                    : new SignedWords(words, Optional.empty(), new byte[0]);
        } catch (IllegalArgumentException e) {
            // No base 64: nobody has signed that.
            return new SignedWords(words, Optional.empty(), new byte[0]);
        }
    }

    String text() {
        return new String(words, StandardCharsets.UTF_8);
    }

    /** The key that it says it is signed with. */
    Optional<PublicKey> key() {
        return key;
    }

    /** Whether whoever has the key has said so on {@code subject}. */
    boolean holds(String subject) {
        return key.filter(it -> it.holds(signed(subject, words), signature)).isPresent();
    }
}
