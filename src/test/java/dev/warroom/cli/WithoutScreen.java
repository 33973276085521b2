package dev.warroom.cli;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with one runbook that {@code ./warroom run} takes. */
final class WithoutScreen {

    private final Path folder;
    private final StringWriter out = new StringWriter();

    WithoutScreen(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs it, and answers the exit code.
     *
     * @param title the runbook's
     * @param workspace what warroom.yaml says
     * @param more what else stands on the command line
     */
    int run(String title, String markdown, String workspace, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("runbook.md"), markdown);
        Files.writeString(folder.resolve("warroom.yaml"), workspace);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "run",
                                title,
                                "--file",
                                file.toString(),
                                "--workspace",
                                folder.toString(),
                                "--state",
                                folder.resolve("state").toString()));
        words.addAll(List.of(more));
        return line.execute(words.toArray(String[]::new));
    }

    /** What was printed so far. */
    String printed() {
        return out.toString();
    }
}
