package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** When keys are over. */
class SureEndTest {

    @Test
    void anEndAfterWhichAKeyComesIsNone() throws IOException {
        Deque<Integer> keys = new ArrayDeque<>(List.of(-1, (int) 'a', -1, -1, (int) 'b'));
        SureEnd source = new SureEnd(millis -> keys.isEmpty() ? -1 : keys.removeFirst());

        assertThat(source.read(0)).isEqualTo('a');
        assertThat(source.read(0)).isEqualTo('b');
        assertThat(source.read(0)).isEqualTo(KeyDecoder.Source.END);
    }

    @Test
    void aWaitThatIsOverAfterAnEndIsNoEnd() throws IOException {
        Deque<Integer> keys = new ArrayDeque<>(List.of(-1, KeyDecoder.Source.NOTHING));

        assertThat(new SureEnd(millis -> keys.removeFirst()).read(50))
                .isEqualTo(KeyDecoder.Source.NOTHING);
    }

    @Test
    void oneEndIsNotTheEndOfALine() throws IOException {
        Deque<Integer> reads =
                new ArrayDeque<>(List.of(-1, (int) 'y', -1, (int) 'e', (int) 's', 10));
        InputStream typed =
                new InputStream() {
                    @Override
                    public int read() {
                        return reads.isEmpty() ? -1 : reads.removeFirst();
                    }
                };
        Terminal terminal =
                new DumbTerminal(
                        "test", "dumb", typed, new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        SureLineReader reader = new SureLineReader(terminal, Map.of(), SureEnd.BELIEVED);

        assertThat(reader.readLine("? ")).isEqualTo("yes");
        assertThatThrownBy(() -> reader.readLine("? ")).isInstanceOf(EndOfFileException.class);
    }
}
