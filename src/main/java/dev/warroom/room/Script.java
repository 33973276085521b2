package dev.warroom.room;

import dev.warroom.incident.WalkRecord;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Step;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A step's script with the incident's values in it. */
public final class Script {

    private Script() {}

    /**
     * The first placeholder that has no value.
     *
     * @param there the variables that are set wherever it runs
     */
    public static Optional<Placeholder> missing(
            Step step, Map<String, String> values, Set<String> there) {
        return missing(step, values, Set.of(), there);
    }

    /** The first placeholder that has no value, and that nobody has said to be none. */
    public static Optional<Placeholder> missing(Step step, WalkRecord walk, Set<String> there) {
        return missing(step, walk.values(), walk.kept().keySet(), there);
    }

    private static Optional<Placeholder> missing(
            Step step, Map<String, String> values, Set<String> kept, Set<String> there) {
        return step.placeholders().stream()
                .filter(it -> !values.containsKey(it.name()) && !stands(it, kept, there))
                .findFirst();
    }

    /** Whether it stays as it is written, where no value of it is known. */
    private static boolean stands(Placeholder it, Set<String> kept, Set<String> there) {
        return kept.contains(it.written())
                || it.kind() == Placeholder.Kind.VARIABLE && there.contains(it.name());
    }

    /**
     * Each placeholder replaced by its value, so that the shell takes it as it was typed: as one
     * plain word, or as a part of the quotes that the placeholder stands in.
     */
    public static String filled(Step step, Map<String, String> values) {
        return filled(step, values, Set.of());
    }

    /** The same; what is said to be no placeholder stays as it stands. */
    static String filled(Step step, WalkRecord walk) {
        return filled(step, walk.values(), walk.kept().keySet());
    }

    private static String filled(Step step, Map<String, String> values, Set<String> kept) {
        String script = step.script();
        StringBuilder filled = new StringBuilder();
        Quotes quotes = Quotes.NONE;
        for (int i = 0; i < script.length(); ) {
            Optional<Placeholder> here = at(script, i, step);
            if (here.isPresent()
                    && (kept.contains(here.get().written())
                            || !values.containsKey(here.get().name()))) {
                filled.append(here.get().written());
                i += here.get().written().length();
                continue;
            }
            if (here.isPresent()) {
                filled.append(here.get().kept());
                filled.append(quotes.protect(values.get(here.get().name())));
                i += here.get().written().length();
                continue;
            }
            char c = script.charAt(i);
            boolean escaped = c == '\\' && quotes != Quotes.SINGLE && i + 1 < script.length();
            int length = escaped ? 2 : 1;
            filled.append(script, i, i + length);
            quotes = escaped ? quotes : quotes.after(c);
            i += length;
        }
        return filled.toString();
    }

    /** How {@code value} may stand in a script, whatever quotes it stands in. */
    static Set<String> written(String value) {
        Set<String> ways = new HashSet<>();
        ways.add(value);
        ways.add(Quotes.SINGLE.protect(value));
        ways.add(Quotes.DOUBLE.protect(value));
        return ways;
    }

    /** The longest placeholder that begins at a place. */
    private static Optional<Placeholder> at(String script, int place, Step step) {
        return step.placeholders().stream()
                .filter(it -> script.startsWith(it.written(), place))
                .max(java.util.Comparator.comparingInt(it -> it.written().length()));
    }

    /** What a place in a script stands in. */
    private enum Quotes {
        NONE,
        SINGLE,
        DOUBLE;

        Quotes after(char c) {
            return switch (this) {
                case NONE -> c == '\'' ? SINGLE : c == '"' ? DOUBLE : NONE;
                case SINGLE -> c == '\'' ? NONE : SINGLE;
                case DOUBLE -> c == '"' ? NONE : DOUBLE;
            };
        }

        String protect(String value) {
            return switch (this) {
                case NONE -> {
                    boolean plain =
                            !value.isEmpty() && value.chars().allMatch(Quotes::needsNoQuotes);
                    yield plain ? value : "'" + SINGLE.protect(value) + "'";
                }
                case SINGLE -> value.replace("'", "'\\''");
                case DOUBLE -> value.replaceAll("[\\\\\"$`]", "\\\\$0");
            };
        }

        private static boolean needsNoQuotes(int c) {
            return c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "@%+=:,./_-".indexOf(c) >= 0;
        }
    }
}
