package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** Whole folders, or whatever a pattern matches: {@code rm -rf}, {@code find -delete}. */
final class DeletingFiles implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        return why(command).map(it -> Danger.of(Kind.DELETES_FILES, command, it));
    }

    private static Optional<String> why(Command command) {
        return switch (command.name()) {
            case "rm" -> rm(command);
            case "find" ->
                    command.has("-delete")
                            ? Optional.of("-delete removes every file that find finds")
                            : Optional.empty();
            case "shred", "srm" -> Optional.of("it destroys what is in the files for good");
            case "truncate" ->
                    command.hasLetter("s") || command.has("--size")
                            ? Optional.of("it cuts the file; what was in it is gone")
                            : Optional.empty();
            case "rsync" ->
                    command.arguments().stream().anyMatch(it -> it.startsWith("--delete"))
                                    && !command.hasLetter("n")
                            ? Optional.of("--delete removes files that the source does not have")
                            : Optional.empty();
            case String _ -> Optional.empty();
        };
    }

    private static Optional<String> rm(Command command) {
        List<String> files = command.operands();
        String what = files.isEmpty() ? "what it is given" : String.join(" and ", files);
        boolean force = command.hasLetter("f") || command.has("--force");
        boolean pattern = files.stream().anyMatch(it -> it.contains("*"));
        if (command.hasLetter("rR") || command.has("--recursive")) {
            return Optional.of(
                    "it deletes "
                            + what
                            + " with all that is below"
                            + (force ? ", without asking" : "")
                            + "; there is no way back");
        }
        return force && pattern
                ? Optional.of("it deletes whatever " + what + " matches, without asking")
                : Optional.empty();
    }
}
