package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** What others have in git: {@code git push -f}. */
final class RewritingHistory implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        List<String> arguments = command.arguments();
        if (!command.name().equals("git") || command.hasLetter("n") && arguments.contains("push")) {
            return Optional.empty();
        }
        boolean pushes =
                arguments.contains("push")
                        && (command.hasLetter("fd")
                                || command.has("--mirror", "--delete", "--prune")
                                || arguments.stream()
                                        .anyMatch(
                                                it ->
                                                        it.startsWith("--force")
                                                                || it.matches("\\+\\S+|:\\S+")));
        boolean filters = arguments.contains("filter-branch") || arguments.contains("filter-repo");
        return pushes || filters
                ? Optional.of(
                        Danger.of(
                                Kind.REWRITES_HISTORY,
                                command,
                                "commits that others have pushed can be lost"))
                : Optional.empty();
    }
}
