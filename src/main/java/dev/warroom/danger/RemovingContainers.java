package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** Containers, volumes and images: {@code docker system prune}, {@code docker rm -f}. */
final class RemovingContainers implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        if (!command.isOneOf("docker", "podman", "nerdctl", "docker-compose", "podman-compose")) {
            return Optional.empty();
        }
        return why(command, command.operands())
                .map(it -> Danger.of(Kind.DELETES_RESOURCES, command, it));
    }

    private static Optional<String> why(Command command, List<String> words) {
        boolean forced = command.hasLetter("f") || command.has("--force");
        if (words.contains("exec")) {
            return Optional.empty();
        }
        if (words.contains("prune")) {
            return Optional.of("it deletes whatever is not in use at the moment");
        }
        if (words.contains("volume") && words.contains("rm")) {
            return Optional.of("it deletes the volume with its data");
        }
        if ((words.contains("rm") || words.contains("rmi")) && forced) {
            return Optional.of("it kills and deletes what may be in use");
        }
        return words.contains("down") && (command.hasLetter("v") || command.has("--volumes"))
                ? Optional.of("it deletes the volumes with their data")
                : Optional.empty();
    }
}
