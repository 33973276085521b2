package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.Optional;

/** Whatever it is, it does not ask: {@code --force}. */
final class Forcing implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        boolean forces =
                command.arguments().stream()
                        .anyMatch(
                                it ->
                                        it.equals("--force")
                                                || it.startsWith("--force=")
                                                        && !it.equals("--force=false"));
        return forces && !command.isHarmless()
                ? Optional.of(
                        Danger.of(
                                Kind.FORCES,
                                command,
                                "--force skips the confirmation of " + command.name()))
                : Optional.empty();
    }
}
