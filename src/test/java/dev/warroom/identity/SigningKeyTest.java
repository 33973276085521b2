package dev.warroom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Keys as NATS writes them, and what is signed with them. */
class SigningKeyTest {

    /** The key whose 32 bytes are 0 to 31. */
    private static final String SEED = "SUAAAAICAMCAKBQHBAEQUCYMBUHA6EARCIJRIFIWC4MBSGQ3DQOR4H776Y";

    private static byte[] words(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSeedSignsAndThePublicKeyKnowsIt() {
        SigningKey key = SigningKey.ofSeed(SEED).orElseThrow();
        PublicKey open = PublicKey.parse(key.open().toString()).orElseThrow();
        byte[] signature = key.sign(words("restarted the queue"));

        assertThat(open.holds(words("restarted the queue"), signature)).isTrue();
        assertThat(open.holds(words("restarted the Queue"), signature)).isFalse();
        assertThat(open.holds(words("restarted the queue"), words("no signature"))).isFalse();
        assertThat(key.toString()).contains(open.toString()).doesNotContain(SEED);
    }

    @Test
    void aNewSeedIsReadAgainAndIsAnotherEachTime() {
        String one = SigningKey.newSeed();
        String other = SigningKey.newSeed();

        assertThat(one).startsWith("SU").hasSize(SEED.length()).isNotEqualTo(other);
        assertThat(SigningKey.ofSeed(one)).isPresent();
        assertThat(SigningKey.ofSeed(one).orElseThrow().open())
                .isNotEqualTo(SigningKey.ofSeed(other).orElseThrow().open());
    }

    @Test
    void whatIsMistypedOrTheKeyOfSomethingElseIsNone() {
        String open = SigningKey.ofSeed(SEED).orElseThrow().open().toString();

        assertThat(SigningKey.ofSeed(SEED.replace('7', '6'))).isEmpty();
        assertThat(SigningKey.ofSeed(SEED.toLowerCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(SigningKey.ofSeed(open)).isEmpty();
        assertThat(SigningKey.ofSeed("")).isEmpty();
        assertThat(PublicKey.parse(open.substring(1) + "A")).isEmpty();
        assertThat(PublicKey.parse(SEED)).isEmpty();
        assertThat(PublicKey.parse("U")).isEmpty();
    }
}
