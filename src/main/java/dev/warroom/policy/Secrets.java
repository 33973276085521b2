package dev.warroom.policy;

import dev.warroom.text.Masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What must not be shown, beside what looks secret anyway.
 *
 * @param names of variables and placeholders; {@code *} stands for anything, case does not matter
 * @param patterns regular expressions that find secrets in text
 * @param values that are known, such as those of the environment
 */
public record Secrets(List<String> names, List<String> patterns, List<String> values) {

    /** What is shorter, such as {@code true}, is a setting and no secret. */
    private static final int LEAST_VALUE = 6;

    /** The folder a shell is in is called like an abbreviated password, and is on every screen. */
    private static final String FOLDER = "PWD";

    /** A workspace that names none. */
    public static final Secrets USUAL = new Secrets(List.of(), List.of(), List.of());

    public Secrets {
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
        values = List.copyOf(values);
    }

    /** The same, knowing the values of those variables whose names look secret. */
    public Secrets knowing(Map<String, String> variables) {
        List<String> more = new ArrayList<>(values);
        variables.forEach(
                (name, value) -> {
                    if (!name.equals(FOLDER) && named(name) && value.length() >= LEAST_VALUE) {
                        more.add(value);
                    }
                });
        return new Secrets(names, patterns, more);
    }

    /** Whether a variable or placeholder of this name holds a secret. */
    public boolean named(String name) {
        return Masking.looksSecret(name) || names.stream().anyMatch(it -> fits(it, name));
    }

    private static boolean fits(String glob, String name) {
        String expression = Pattern.quote(glob.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
        return name.toLowerCase(Locale.ROOT).matches(expression);
    }

    /** What takes them out of text. */
    public Masking masking() {
        return Masking.usual()
                .finding(patterns.stream().map(Pattern::compile).toList())
                .knowing(values);
    }
}
