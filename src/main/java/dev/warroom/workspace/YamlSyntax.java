package dev.warroom.workspace;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is no YAML, in words for somebody who does not know YAML's grammar. */
final class YamlSyntax {

    /** How the parser names places; the last one in its message is where it stumbled. */
    private static final Pattern PLACE =
            Pattern.compile("(?m)^ in reader, line (\\d+), column (\\d+):$");

    private YamlSyntax() {}

    static Problem problem(String file, JacksonException error) {
        String said = error.getOriginalMessage() == null ? "" : error.getOriginalMessage();
        Location at = at(file, error, said);
        if (said.contains("(TAB)")) {
            return Problem.error(
                    at, "a tab stands where YAML wants blanks", "Indent with blanks only.");
        }
        if (said.contains("mapping values are not allowed here")) {
            return Problem.error(
                    at,
                    "a \":\" stands where no key can be",
                    "Put a text with \": \" in quotes, and keys of one mapping below each other.");
        }
        if (said.startsWith("Expected a property name")) {
            return Problem.error(at, "a key must be a plain word", "Write \"key: value\".");
        }
        return Problem.error(
                at,
                "this is not YAML: " + Shown.of(gist(said)),
                "Check the indentation, quotes and brackets here and in the line above.");
    }

    /** Whether the text has a character that YAML refuses; the first one is then a finding. */
    static boolean hasForbiddenCharacter(String file, String text, Findings findings) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            if (!allowed(code)) {
                findings.error(
                        new Location(file, line, column),
                        String.format("the character U+%04X cannot stand in YAML", code),
                        "Take it out, or write it as an escape in double quotes.");
                return true;
            }
            i += Character.charCount(code);
            column++;
            if (code == '\n') {
                line++;
                column = 1;
            }
        }
        return false;
    }

    private static boolean allowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || code == 0x85
                || (code >= 0x20 && code <= 0x7E)
                || (code >= 0xA0 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD && code != 0xFEFF)
                || code >= 0x10000;
    }

    private static Location at(String file, JacksonException error, String said) {
        Matcher place = PLACE.matcher(said);
        Location last = Location.of(file);
        while (place.find()) {
            last =
                    new Location(
                            file,
                            Integer.parseInt(place.group(1)),
                            Integer.parseInt(place.group(2)));
        }
        TokenStreamLocation known = error.getLocation();
        return last.line() > 0 || known == null || known.getLineNr() < 1
                ? last
                : new Location(file, known.getLineNr(), Math.max(known.getColumnNr(), 0));
    }

    /** The parser's own words without its drawing of the place. */
    private static String gist(String said) {
        return said.lines()
                .filter(line -> !line.startsWith(" "))
                .reduce((a, b) -> b)
                .orElse("it cannot be read");
    }
}
