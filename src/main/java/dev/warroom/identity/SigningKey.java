package dev.warroom.identity;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The key that a person signs with, which nobody else has. */
public final class SigningKey {

    /** The first two bytes of what is written {@code SU…}: the seed of a person's key. */
    private static final byte SEED_OF = (byte) (18 << 3 | (PublicKey.USER & 0xff) >> 5);

    private static final byte A_USER = (byte) (PublicKey.USER << 3);

    private final KeyPair pair;
    private final PublicKey open;

    private SigningKey(byte[] seed) {
        try {
            pair = pair(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] named = new byte[1 + PublicKey.BYTES];
        named[0] = PublicKey.USER;
        System.arraycopy(encoded, encoded.length - PublicKey.BYTES, named, 1, PublicKey.BYTES);
        open = PublicKey.parse(KeyText.written(named)).orElseThrow();
    }

    /**
     * @param seed as it is written: {@code SU…}, 58 letters and digits
     * @return empty where it is not what was written once, or the seed of something else
     */
    public static Optional<SigningKey> ofSeed(String seed) {
        return KeyText.read(seed)
                .filter(it -> it.length == 2 + PublicKey.BYTES)
                .filter(it -> it[0] == SEED_OF && it[1] == A_USER)
                .map(it -> new SigningKey(Arrays.copyOfRange(it, 2, it.length)));
    }

    /** The seed of a new key, as it is written. */
    public static String newSeed() {
        byte[] random = new byte[PublicKey.BYTES];
        new SecureRandom().nextBytes(random);
        byte[] bytes = new byte[2 + PublicKey.BYTES];
        bytes[0] = SEED_OF;
        bytes[1] = A_USER;
        System.arraycopy(random, 0, bytes, 2, PublicKey.BYTES);
        return KeyText.written(bytes);
    }

    /** The generator makes a private key of the first 32 random bytes that it is given. */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(
                NamedParameterSpec.ED25519,
                new SecureRandom() {
                    @Serial private static final long serialVersionUID = 1;

                    @Override
                    public void nextBytes(byte[] into) {
                        System.arraycopy(seed, 0, into, 0, into.length);
                    }
                });
        return generator.generateKeyPair();
    }

    /** What others know it by. */
    public PublicKey open() {
        return open;
    }

    /** 64 bytes that only whoever has this key can make of {@code words}. */
    public byte[] sign(byte[] words) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(words);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "the key of " + open;
    }
}
