package dev.warroom.text;

import java.util.Map;
import java.util.TreeMap;

/** Texts as a POSIX shell reads them. */
public final class ShellWords {

    private ShellWords() {}

    /**
     * One word that stands for exactly {@code text}.
     *
     * @throws IllegalArgumentException where it holds a NUL, which no shell can take
     */
    public static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("it holds a NUL, which no shell can take");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The same, with the wildcards {@code * ? [ ]} left to the shell. */
    public static String glob(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean plain =
                    each >= 'a' && each <= 'z'
                            || each >= 'A' && each <= 'Z'
                            || each >= '0' && each <= '9'
                            || "*?[]/._-".indexOf(each) >= 0;
            word.append(plain ? Character.toString(each) : quoted(Character.toString(each)));
        }
        return word.toString();
    }

    /** Lines that export {@code variables} with these values, in the order of their names. */
    public static String exports(Map<String, String> variables) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(variables)
                .forEach(
                        (name, value) ->
                                lines.append("export ")
                                        .append(name)
                                        .append('=')
                                        .append(quoted(value))
                                        .append('\n'));
        return lines.toString();
    }
}
