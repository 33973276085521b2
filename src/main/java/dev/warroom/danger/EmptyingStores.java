package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.Optional;
import java.util.regex.Pattern;

/** Everything in a cache or a queue at once: {@code redis-cli FLUSHALL}. */
final class EmptyingStores implements Rule {

    private static final Pattern FLUSH =
            Pattern.compile("\\b(?:FLUSHALL|FLUSHDB|flush_all)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Danger> in(Command command) {
        if (command.isHarmless()) {
            return Optional.empty();
        }
        boolean flushes =
                command.words().stream().anyMatch(it -> FLUSH.matcher(it.text()).find())
                        || FLUSH.matcher(command.input()).find();
        boolean purges =
                command.name().equals("rabbitmqctl") && command.has("purge_queue", "reset");
        return flushes || purges
                ? Optional.of(
                        Danger.of(
                                Kind.EMPTIES_STORE,
                                command,
                                "it throws away all that the store holds, for every user of it"))
                : Optional.empty();
    }
}
