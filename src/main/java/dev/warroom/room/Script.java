package dev.warroom.room;

import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Step;

import java.util.Map;
import java.util.Optional;

/** A step's script with the incident's values in it. */
public final class Script {

    private Script() {}

    /** The first placeholder that has no value. */
    public static Optional<Placeholder> missing(Step step, Map<String, String> values) {
        return step.placeholders().stream()
                .filter(it -> !values.containsKey(it.name()))
                .findFirst();
    }

    /**
     * Each placeholder replaced by its value, quoted so that the shell takes it as one plain word.
     */
    public static String filled(Step step, Map<String, String> values) {
        String script = step.script();
        for (Placeholder placeholder : step.placeholders()) {
            script = script.replace(placeholder.written(), quoted(values.get(placeholder.name())));
        }
        return script;
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && value.chars().allMatch(Script::needsNoQuotes);
        return plain ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private static boolean needsNoQuotes(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "@%+=:,./_-".indexOf(c) >= 0;
    }
}
