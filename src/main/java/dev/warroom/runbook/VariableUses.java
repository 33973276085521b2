package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a script takes the value of a variable: outside of single quotes and comments. */
final class VariableUses {

    /**
     * @param written {@code $NODE} or {@code ${NODE}}
     */
    record Use(String name, String written) {}

    private static final Pattern USE =
            Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)\\}(?!\\}))");

    private VariableUses() {}

    /**
     * @param harmless the beginning of commands whose uses do not count
     */
    static List<Use> in(String script, Pattern harmless) {
        List<Use> uses = new ArrayList<>();
        if (script.indexOf('$') < 0) {
            return uses;
        }
        boolean document = false;
        String end = "";
        boolean single = false;
        boolean twice = false;
        for (String line : script.split("\n", -1)) {
            if (document) {
                document = !line.strip().equals(end);
                continue;
            }
            int quoted = line.indexOf("<<'");
            if (quoted >= 0 && line.indexOf('\'', quoted + 3) > 0) {
                document = true;
                end = line.substring(quoted + 3, line.indexOf('\'', quoted + 3));
            }
            boolean looked = !single && !twice && harmless.matcher(line).matches();
            Matcher use = USE.matcher(line);
            int next = use.find() ? use.start() : -1;
            for (int at = 0; at < line.length(); at++) {
                char letter = line.charAt(at);
                if (at == next) {
                    // "$env:NAME" is of another shell.
                    boolean other = line.startsWith("$env:", at);
                    if (!single && !looked && !other) {
                        String name = use.group(1) == null ? use.group(2) : use.group(1);
                        uses.add(new Use(name, use.group()));
                    }
                    at = use.end() - 1;
                    next = use.find() ? use.start() : -1;
                } else if (letter == '\\' && !single) {
                    at++;
                    if (at == next) {
                        next = use.find() ? use.start() : -1;
                    }
                } else if (letter == '\'' && !twice) {
                    single = !single;
                } else if (letter == '"' && !single) {
                    twice = !twice;
                } else if (letter == '#'
                        && !single
                        && !twice
                        && (at == 0 || line.charAt(at - 1) == ' ')) {
                    break;
                }
            }
        }
        return uses;
    }
}
