package dev.warroom.check;

import dev.warroom.check.Material.Placed;
import dev.warroom.problem.Problem;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule: every script is shell that {@code bash -n} can read. Nothing of it runs. */
public final class ShellSyntax {

    static final String NAME = "shell-syntax";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern SAID = Pattern.compile("(?m)^(?:/\\S*)?bash: line (\\d+): (.*)$");

    private ShellSyntax() {}

    /**
     * One problem at most a step.
     *
     * @throws IOException when bash cannot be started; the message says why
     */
    public static List<Finding> in(Material material) throws IOException, InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (Placed placed : material.scripts().filter(ShellSyntax::isBash).toList()) {
            problem(material, placed).ifPresent(it -> found.add(new Finding(NAME, it)));
        }
        return found;
    }

    private static boolean isBash(Placed placed) {
        Optional<String> shell =
                placed.step()
                        .attributes()
                        .interpreter()
                        .or(() -> placed.runbook().settings().shell());
        return shell.map(it -> it.matches("(?:.*/)?(?:ba)?sh")).orElse(true);
    }

    private static Optional<Problem> problem(Material material, Placed placed)
            throws IOException, InterruptedException {
        String text = Material.filled(placed.step());
        if (PlainShell.surely(text)) {
            return Optional.empty();
        }
        byte[] script = text.getBytes(StandardCharsets.UTF_8);
        ChildResult result =
                Child.run(
                        ChildCommand.of(Path.of("").toAbsolutePath(), PATIENCE, "bash", "-n")
                                .withEnvironment("LC_ALL", "C")
                                .withInput(script));
        if (result.succeeded()) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(result.errors());
        boolean known = said.find();
        String why = known ? said.group(2) : "bash -n ended without a word on it";
        return Optional.of(
                Problem.error(
                        material.at(placed, known ? Integer.parseInt(said.group(1)) : 1),
                        "bash cannot read the step \"" + placed.step().title() + "\": " + why,
                        why.contains("token `('")
                                ? "Quote the bracket, or put words that are for people behind a #."
                                : "Close what is open: quotes, brackets, if … fi, for … done."));
    }
}
