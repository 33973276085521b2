package dev.warroom.room;

import dev.warroom.runbook.Placeholder;
import dev.warroom.text.Masking;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a placeholder of a step stands for, as its preview says it. */
public final class ValueWords {

    /** Of values that differ from host to host. */
    private static final int MOST_SHOWN = 3;

    private ValueWords() {}

    public static String of(Room room, Aim aim, Placeholder placeholder) {
        if (room.incident().walk().kept().containsKey(placeholder.written())) {
            return placeholder.written() + " stays as it stands";
        }
        String value = room.incident().values().get(placeholder.name());
        return placeholder.name()
                + " = "
                + (value == null ? setThere(room, aim, placeholder) : value);
    }

    /** What its hosts have it set to, by {@code warroom.yaml} or {@code :env}. */
    private static String setThere(Room room, Aim aim, Placeholder placeholder) {
        if (room.secrecy().named(placeholder.name())) {
            return Masking.MASK + ", as it is set there";
        }
        List<String> values =
                aim.launches().stream()
                        .map(it -> it.environment().get(placeholder.name()))
                        .filter(Objects::nonNull)
                        .map(room.secrecy()::masked)
                        .distinct()
                        .toList();
        String shown = values.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return values.size() > 1
                ? "each host's own (" + shown + (values.size() > MOST_SHOWN ? ", …)" : ")")
                : shown + ", as it is set there";
    }
}
