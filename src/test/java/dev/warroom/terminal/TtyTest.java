package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

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
}
