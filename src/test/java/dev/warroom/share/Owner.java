package dev.warroom.share;

import dev.warroom.identity.SigningKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Who runs a server for others: signs what an account may have and who its people are, as
 * https://docs.nats.io has it, with keys whose bytes are only counted up.
 */
final class Owner {

    private static final String PERSON =
            "SUAAAAICAMCAKBQHBAEQUCYMBUHA6EARCIJRIFIWC4MBSGQ3DQOR4H776Y";

    /**
     * @param name as others know the key by; its first letter says what it is the key of
     * @param seed written as if it were a person's: it signs the same
     */
    private record Key(String name, SigningKey seed) {

        Key(String name, String seed) {
            this(name, SigningKey.ofSeed(seed).orElseThrow());
        }
    }

    private static final Key OPERATOR =
            new Key(
                    "OAU2ZOXBIG6MV4FSFYNJJU2NBPDTMHSSNUF74EWIS6KLZEZCSZW5O6OV",
                    "SUACAIJCEMSCKJRHFAUSUKZMFUXC6MBRGIZTINJWG44DSOR3HQ6T4PY7UE");
    private static final Key ACCOUNT =
            new Key(
                    "AASUHOJP6EEVKEKHNLOIG2O3NXOJGNTFUEMXRXNBIBHOCBTMVFKZ2FFY",
                    "SUAEAQKCINCEKRSHJBEUUS2MJVHE6UCRKJJVIVKWK5MFSWS3LROV4XZ7LE");
    private static final Key SYSTEM =
            new Key(
                    "AALUKU5UK3O57RUQR3FLDQIB7ZVLEHRLVIDBO6K3PVB2MNECTE75LV2E",
                    "SUAGAYLCMNSGKZTHNBUWU23MNVXG64DROJZXI5LWO54HS6T3PR6X4767BY");

    private static final String LIMITS =
            """
            "limits": {"subs": -1, "data": -1, "payload": -1, "imports": -1, "exports": -1, "wildcards": true,
              "conn": -1, "leaf": -1, "mem_storage": 0, "disk_storage": %d, "streams": %d, "consumer": %d}
            """;

    private final Path folder;

    /**
     * @param folder where a person's key and credentials are written to
     */
    Owner(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("person.nk"), PERSON + "\n");
    }

    /**
     * The lines of the server's configuration.
     *
     * @param bytes that the account may keep on the disk; -1 for any number
     */
    String configuration(long bytes) {
        String kept = "\"type\": \"account\", " + LIMITS.formatted(bytes, -1, -1);
        String none = "\"type\": \"account\", " + LIMITS.formatted(0, 0, 0);
        return """
        operator: %s
        system_account: %s
        resolver: MEMORY
        resolver_preload: { %s: %s, %s: %s }
        """
                .formatted(
                        signed(OPERATOR.name(), OPERATOR, "\"type\": \"operator\""),
                        SYSTEM.name(),
                        ACCOUNT.name(),
                        signed(ACCOUNT.name(), OPERATOR, kept),
                        SYSTEM.name(),
                        signed(SYSTEM.name(), OPERATOR, none));
    }

    /** A file of credentials, as a person is given it. */
    Path credentials(String name) throws IOException {
        String token =
                signed(
                        SigningKey.ofSeed(PERSON).orElseThrow().open().toString(),
                        ACCOUNT,
                        "\"type\": \"user\", \"subs\": -1, \"data\": -1, \"payload\": -1");
        return Files.writeString(
                folder.resolve(name),
                """
                -----BEGIN NATS USER JWT-----
                %s
                ------END NATS USER JWT------

                -----BEGIN USER NKEY SEED-----
                %s
                ------END USER NKEY SEED------
                """
                        .formatted(token, PERSON));
    }

    private static String signed(String subject, Key by, String claims) {
        String body =
                """
                {"jti": "%1$s", "iat": 1767225600, "iss": "%2$s", "name": "%1$s", "sub": "%1$s",
                "nats": {%3$s, "version": 2}}\
                """
                        .formatted(subject, by.name(), claims);
        String text =
                encoded("{\"typ\": \"JWT\", \"alg\": \"ed25519-nkey\"}") + "." + encoded(body);
        return text + "." + encoded(by.seed().sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
