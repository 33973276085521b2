package dev.warroom.message;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings text to where a person can paste it from: tmux's buffer, the terminal's clipboard, or a
 * file. Says what it has done no better than it can know.
 */
public final class Clipboard {

    /**
     * Bytes of text that are sent to a terminal at most: xterm takes no longer sequence than
     * 100,000 characters of base64, others less.
     */
    public static final int MOST_FOR_TERMINAL = 74_994;

    private static final Duration TMUX_LIMIT = Duration.ofSeconds(5);
    private static final int TRIES = 1_000;

    /** It finds its server by these. */
    private static final List<String> TMUX_NEEDS = List.of("TMUX", "TMUX_TMPDIR");

    private final Map<String, String> environment;
    private final Path folder;
    private final Optional<Terminal> terminal;

    /** Where a sequence for the terminal goes. */
    @FunctionalInterface
    public interface Terminal {

        /**
         * @throws IOException if it is gone
         */
        void send(String sequence) throws IOException;
    }

    /**
     * @param environment TMUX says whether there is a tmux, TERM what the terminal is
     * @param folder for files; made where it is missing
     * @param terminal empty where there is none to send to
     */
    public Clipboard(Map<String, String> environment, Path folder, Optional<Terminal> terminal) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.terminal = terminal;
    }

    /**
     * @param name how a file would begin to be called; letters, digits, {@code -} and {@code .}
     * @return what was done, such as {@code copied to the tmux buffer}
     * @throws IOException where not even a file could be written
     */
    public String copy(String name, String text) throws IOException, InterruptedException {
        if (environment.containsKey("TMUX") && toTmux(text)) {
            return "copied to the tmux buffer";
        }
        if (terminal.isPresent() && takesSequences() && fits(text)) {
            try {
                terminal.get().send(sequence(text));
                return "sent to the terminal's clipboard";
            } catch (IOException e) {
                // It is gone; the file is there when the person comes back.
                return "written to " + toFile(name, text);
            }
        }
        return "written to " + toFile(name, text);
    }

    /** {@code -w} lets tmux send it on to the clipboard of the terminal that it is shown on. */
    private boolean toTmux(String text) throws InterruptedException {
        try {
            ChildCommand load =
                    ChildCommand.of(Path.of("/"), TMUX_LIMIT, "tmux", "load-buffer", "-w", "-")
                            .withInput(text.getBytes(StandardCharsets.UTF_8));
            for (String name : TMUX_NEEDS) {
                if (environment.containsKey(name)) {
                    load = load.withEnvironment(name, environment.get(name));
                }
            }
            return Child.run(load).succeeded();
        } catch (IOException e) {
            // There is no tmux here, though its variable is set: through sudo, or ssh.
            return false;
        }
    }

    /** The Linux console would show parts of it. */
    private boolean takesSequences() {
        String term = environment.getOrDefault("TERM", "");
        return !term.isEmpty() && !term.equals("linux") && !term.equals("dumb");
    }

    private static boolean fits(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= MOST_FOR_TERMINAL;
    }

    /** OSC 52, as https://invisible-island.net/xterm/ctlseqs/ctlseqs.html has it. */
    private static String sequence(String text) {
        return "\u001b]52;c;"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "\u0007";
    }

    private Path toFile(String name, String text) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (int i = 1; i <= TRIES; i++) {
            Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + ".txt");
            if (Files.exists(file)) {
                continue;
            }
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            return file;
        }
        throw new IOException(folder + " has too many files: take old ones away");
    }
}
