package dev.warroom.runbook;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a value in the place of which dots stand must be filled: {@code API_KEY=...}, {@code
 * DB_URL="postgres://..."}; or {@code changeme}, or asterisks. Paths that end with dots name all
 * that is below them, as for {@code go}.
 */
final class LeftOut {

    private static final Hints SIGNS = Hints.of("...", "change", "***");
    private static final Pattern DOTS =
            Pattern.compile(
                    "(?<![\\w.$-])-{0,2}([A-Za-z_][\\w.-]{0,60})=([\"']?)"
                            + "(?:(?:[\\w:@+-]|(?<=:)/|(?<=:/)/){0,80}(?:\\.\\.\\.|…)"
                            + "|change[_-]?me|\\*{3,60})\\2(?=[\\s\"'`\\\\,;&|)]|$)",
                    Pattern.MULTILINE);

    private LeftOut() {}

    static void add(List<Placeholder> found, String script, Settings settings) {
        if (script.indexOf('=') < 0 || !SIGNS.standIn(script) && script.indexOf('…') < 0) {
            return;
        }
        BitSet remarks = Aside.remarks(script);
        Set<String> written = new HashSet<>();
        Matcher dots = DOTS.matcher(script);
        while (written.size() < ExampleWords.MOST_WORDS && dots.find()) {
            if (!remarks.get(dots.start()) && written.add(dots.group())) {
                found.add(
                        settings.placeholder(
                                dots.group(1), dots.group(), Placeholder.Kind.LEFT_OUT));
            }
        }
    }
}
