package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** Changes that are not committed: {@code git reset --hard}, {@code git clean -fd}. */
final class DiscardingWork implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        if (!command.name().equals("git")) {
            return Optional.empty();
        }
        List<String> words = command.operands();
        boolean discards =
                words.contains("reset") && command.has("--hard")
                        || words.contains("clean")
                                && (command.hasLetter("f") || command.has("--force"))
                                && !command.hasLetter("n")
                        || words.contains("checkout")
                                && (command.hasLetter("f") || command.has("--force", "--", "."))
                        || words.contains("stash") && command.has("drop", "clear")
                        || words.contains("branch") && command.hasLetter("D");
        return discards
                ? Optional.of(
                        Danger.of(
                                Kind.DISCARDS_WORK,
                                command,
                                "changes that are not committed are lost"))
                : Optional.empty();
    }
}
