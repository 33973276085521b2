package dev.warroom.workspace;

import dev.warroom.policy.Template;
import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The message templates of a workspace: every {@code .md} and {@code .txt} in {@code templates/}.
 */
final class TemplateFiles {

    static final String FOLDER = "templates";

    private static final int MOST = 100;

    private TemplateFiles() {}

    /**
     * In the order of their names; none where there is no such folder.
     *
     * @throws ProblemsException with everything that is wrong
     */
    static List<Template> read(Path workspace) {
        Path folder = workspace.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Template> templates = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replaceFirst("\\.(md|txt)$", "");
            String text = ConfigText.read(file, "STATUS UPDATE {id}: {status}");
            templates.add(new Template(name, text.replaceAll("\\R", "\n")));
        }
        return templates;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(it -> it.getFileName().toString().matches("[^.].*\\.(md|txt)"))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new ProblemsException(
                    Problem.error(
                            Location.of(folder.toString()),
                            "the templates cannot be read: " + e.getMessage(),
                            "Make the folder readable, or take it away."));
        }
    }
}
