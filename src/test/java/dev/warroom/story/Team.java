package dev.warroom.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small workspace of a test's own. Its layouts are the ones that the program brings along. */
final class Team {

    private final Path folder;

    /** Makes the workspace, with a configuration that names no logs and no probes. */
    Team(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("runbooks"));
        says("service: shop\n");
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes {@code warroom.yaml}. */
    Team says(String yaml) throws IOException {
        Files.writeString(file("warroom.yaml"), yaml);
        return this;
    }

    /** Writes {@code runbooks/shop.md}. */
    Team runbook(String markdown) throws IOException {
        Files.writeString(file("runbooks/shop.md"), markdown);
        return this;
    }

    /** The lines of a file that steps write to; none where it is not there. */
    java.util.List<String> lines(String name) {
        try {
            Path file = file(name);
            return Files.exists(file) ? Files.readAllLines(file) : java.util.List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A runbook "Shop" whose only steps are these, each with a title and a script. */
    Team steps(String... titlesAndScripts) throws IOException {
        StringBuilder markdown = new StringBuilder("# All\n\n## Shop\n");
        for (int i = 0; i < titlesAndScripts.length; i += 2) {
            markdown.append("\n1. ").append(titlesAndScripts[i]).append("\n\n   ```bash\n");
            titlesAndScripts[i + 1]
                    .lines()
                    .forEach(line -> markdown.append("   ").append(line).append('\n'));
            markdown.append("   ```\n");
        }
        return runbook(markdown.toString());
    }

    /** The command line that opens the room on it. */
    String open(Account account) {
        return "./warroom open --workspace " + folder + " --state " + account.state();
    }
}
