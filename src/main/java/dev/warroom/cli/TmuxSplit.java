package dev.warroom.cli;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.text.Sanitiser;
import dev.warroom.text.ShellWords;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A split of the tmux window that the room is in, for what wants a terminal of its own.
 *
 * @param environment of this program: {@code TMUX} and {@code TMUX_PANE} say where it is
 * @param folder where tmux is called
 */
record TmuxSplit(Map<String, String> environment, Path folder) implements StepTerminal {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Whether there is a window to split. */
    boolean possible() {
        return !environment.getOrDefault("TMUX", "").isEmpty();
    }

    /** Opens it, without waiting; it closes when {@code command} has ended. */
    @Override
    public void give(List<String> command, Runnable begun) throws IOException {
        open(command);
        begun.run();
    }

    private void open(List<String> command) throws IOException {
        if (!possible()) {
            throw new IOException(
                    "it wants a terminal of its own, and the war room is not in tmux: open it in"
                            + " tmux (tmux new -A -s warroom), or run it by hand and press x");
        }
        String line =
                "exec " + command.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
        String pane = environment.getOrDefault("TMUX_PANE", "");
        List<String> here = pane.isEmpty() ? List.of() : List.of("-t", pane);
        List<String> words = new ArrayList<>(List.of("tmux", "split-window", "-v"));
        words.addAll(here);
        words.add(line);
        try {
            ChildResult result =
                    Child.run(ChildCommand.of(folder, LONGEST, words.toArray(String[]::new)));
            if (!result.succeeded()) {
                throw new IOException(
                        "tmux gives no split: "
                                + Sanitiser.line(
                                        result.errors().lines().findFirst().orElse("no reason")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("tmux was not waited for", e);
        }
    }
}
