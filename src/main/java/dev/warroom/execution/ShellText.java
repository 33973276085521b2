package dev.warroom.execution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts for a POSIX shell. */
final class ShellText {

    private ShellText() {}

    /**
     * One word that stands for exactly {@code text}.
     *
     * @throws IllegalArgumentException where it holds a NUL, which no shell can take
     */
    static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("it holds a NUL, which no shell can take");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The text of a file that is part of the program. */
    static String resource(String name) {
        try (InputStream in = ShellText.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is not in the program", e);
        }
    }
}
