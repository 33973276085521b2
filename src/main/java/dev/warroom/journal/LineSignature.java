package dev.warroom.journal;

import dev.warroom.identity.PublicKey;
import dev.warroom.identity.SigningKey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Who has signed a line of a shared record: what stands before its hash, {@code
 * ,"key":"U…","sig":"…"}, always as long. Signed are the name of the incident and all of the line
 * before it, with the hash of the line that it follows; so it holds in this incident and at this
 * place alone.
 *
 * @param signed what the signature is of, the name of the incident left out
 * @param hash that the line says it has
 */
public record LineSignature(PublicKey key, byte[] signed, byte[] signature, String hash) {

    private static final byte[] KEY = ascii(",\"key\":\"");
    private static final byte[] SIGNATURE = ascii("\",\"sig\":\"");
    private static final byte[] END = ascii("\"");

    /** 64 bytes, in base 64 without filling. */
    private static final int TEXT = 86;

    private static final int HASH = 64;

    private static final int LENGTH =
            KEY.length + PublicKey.LENGTH + SIGNATURE.length + TEXT + END.length;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A line that is not closed yet, with its signature behind it. */
    static byte[] signed(byte[] body, String incident, SigningKey key) {
        byte[] signature = key.sign(words(incident, body));
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(signature);
        byte[] end =
                ascii(
                        ",\"key\":\""
                                + key.open()
                                + "\",\"sig\":\""
                                + new String(text, StandardCharsets.US_ASCII)
                                + "\"");
        byte[] whole = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, whole, body.length, end.length);
        return whole;
    }

    private static byte[] words(String incident, byte[] body) {
        byte[] name = (incident + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] words = Arrays.copyOf(name, name.length + body.length);
        System.arraycopy(body, 0, words, name.length, body.length);
        return words;
    }

    /** What a line, without its end, says of who has signed it; empty where it says nothing. */
    public static Optional<LineSignature> of(byte[] line) {
        int from = line.length - Seal.LENGTH - LENGTH;
        int name = from + KEY.length;
        int middle = name + PublicKey.LENGTH;
        int text = middle + SIGNATURE.length;
        if (from < 1
                || !stands(line, from, KEY)
                || !stands(line, middle, SIGNATURE)
                || !stands(line, text + TEXT, END)) {
            return Optional.empty();
        }
        try {
            byte[] signature =
                    Base64.getUrlDecoder().decode(Arrays.copyOfRange(line, text, text + TEXT));
            return PublicKey.parse(
                            new String(line, name, PublicKey.LENGTH, StandardCharsets.ISO_8859_1))
                    .map(
                            it ->
                                    new LineSignature(
                                            it,
                                            Arrays.copyOf(line, from),
                                            signature,
                                            Seal.stated(line)));
        } catch (IllegalArgumentException e) {
            // No base 64: nobody has signed that.
            return Optional.empty();
        }
    }

    private static boolean stands(byte[] line, int from, byte[] wanted) {
        return Arrays.equals(line, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /** The hash of the line that this one follows, which is signed as well. */
    public String follows() {
        int end = signed.length - END.length;
        int from = end - HASH;
        return from > 0 ? new String(signed, from, HASH, StandardCharsets.ISO_8859_1) : "";
    }

    /** Whether whoever has the key has signed this line of {@code incident}. */
    public boolean holds(String incident) {
        return key.holds(words(incident, signed), signature);
    }
}
