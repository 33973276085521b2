package dev.warroom.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What others know a person's key by: {@code U…}, 56 letters and digits. */
public final class PublicKey {

    /** How many letters and digits it has. */
    public static final int LENGTH = 56;

    static final int BYTES = 32;

    /** The first byte of what is written {@code U…}. */
    static final byte USER = (byte) (20 << 3);

    /** What an Ed25519 key begins with in an X.509 certificate (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final java.security.PublicKey key;

    private PublicKey(String name, java.security.PublicKey key) {
        this.name = name;
        this.key = key;
    }

    /** Empty where {@code name} is not how the key of a person is written. */
    public static Optional<PublicKey> parse(String name) {
        if (name.length() != LENGTH) {
            return Optional.empty();
        }
        return KeyText.read(name)
                .filter(it -> it.length == 1 + BYTES && it[0] == USER)
                .flatMap(it -> of(name, Arrays.copyOfRange(it, 1, it.length)));
    }

    private static Optional<PublicKey> of(String name, byte[] bytes) {
        byte[] whole = Arrays.copyOf(X509, X509.length + BYTES);
        System.arraycopy(bytes, 0, whole, X509.length, BYTES);
        try {
            return Optional.of(
                    new PublicKey(
                            name,
                            KeyFactory.getInstance("Ed25519")
                                    .generatePublic(new X509EncodedKeySpec(whole))));
        } catch (GeneralSecurityException e) {
            // These bytes are no point of the curve.
            return Optional.empty();
        }
    }

    /** Whether {@code signature} is what the owner of this key has signed {@code words} with. */
    public boolean holds(byte[] words, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(words);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // It is not even the form of one.
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey it && it.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return name;
    }
}
