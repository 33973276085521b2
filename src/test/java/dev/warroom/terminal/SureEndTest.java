package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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
}
