package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class AnswerReaderTest {

    @Test
    void asManySecretsAsAnOrderMayHaveAreAnnounced() throws Exception {
        assertThat(reading("h 65536\n").next()).isEqualTo(new Answer.Secrets(65_536));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h 65537", "h 2147483647", "h -1"})
    void aHostThatAnnouncesMoreThanThatIsNotBelieved(String answer) {
        assertThatThrownBy(() -> reading(answer + "\n").next())
                .isInstanceOf(IOException.class)
                .hasMessage("it answers \"" + answer + "\"");
    }

    @Test
    void anOrderHasNoMoreSecretsThanThat() {
        String key = "k".repeat(40_000);
        String word = "w".repeat(20_000);

        assertThat(Order.of("true", "/tmp").hiding(List.of(key, key, word)).secrets())
                .containsExactly(key, word);
    }

    private static AnswerReader reading(String text) {
        return new AnswerReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
