package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.room.Key;

import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

class TtyTest {

    @Test
    void whoeverAsksForKeysOfAClosedTerminalIsToldThatItIsGone() throws Exception {
        Terminal terminal =
                new LineDisciplineTerminal(
                        "test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        Tty tty = new Tty(terminal, new Palette(false), () -> {});
        KeyDecoder keys = tty.keys();
        tty.close();
        assertThat(keys.next()).isEqualTo(new Input.Gone());
    }

    /** One that says its size some times, and is gone then: so does a kernel's whose line broke. */
    private static Terminal vanishing(int sizes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger left = new AtomicInteger(sizes);
        return new LineDisciplineTerminal("test", "xterm", out, StandardCharsets.UTF_8) {
            @Override
            public Size getSize() {
                if (left.getAndDecrement() <= 0) {
                    throw new IOError(new IOException("TIOCGWINSZ: Input/output error"));
                }
                return new Size(90, 30);
            }
        };
    }

    @Test
    void whatAGuestHasNotReadIsNoKey() throws Exception {
        LineDisciplineTerminal terminal =
                new LineDisciplineTerminal(
                        "test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        try (Tty tty = new Tty(terminal, new Palette(false), () -> {})) {
            tty.handOver(() -> terminal.processInputBytes("xt\n".getBytes()));
            terminal.processInputBytes("q".getBytes());

            assertThat(tty.keys().next()).isEqualTo(new Input.Pressed(Key.character('q')));
        }
    }

    @Test
    void aTerminalThatVanishesWhileItIsOpenedIsToldInOneSentence() throws Exception {
        Terminal terminal = vanishing(0);
        assertThatThrownBy(() -> Tty.taking(() -> terminal, new Palette(false), () -> {}))
                .isInstanceOf(NoTerminalException.class)
                .hasMessageStartingWith("The terminal went away while the war room started");
    }

    @Test
    void aTerminalThatVanishesAfterwardsIsAsLargeAsItWas() throws Exception {
        Terminal terminal = vanishing(1);
        try (Tty tty = Tty.taking(() -> terminal, new Palette(false), () -> {})) {
            assertThat(tty.columns()).isEqualTo(90);
            assertThat(tty.rows()).isEqualTo(30);
        }
    }
}
