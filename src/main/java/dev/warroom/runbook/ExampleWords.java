package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: words that plainly stand for others must be filled: {@code YOUR_TOKEN}, {@code USERNAME},
 * {@code user@host}, {@code -h host}. A word counts only where every place it stands in is one.
 */
final class ExampleWords {

    private static final Pattern YOURS =
            Pattern.compile(
                    "(?<![\\w$\\{<\\[-])(?:(?:YOUR|MY)[_-][A-Z0-9_-]*[A-Z0-9]"
                        + "|your[_-][a-z0-9_-]*[a-z0-9]"
                        + "|(?<=[=:\"'])(?:[A-Za-z0-9]{1,20}[_-]){1,6}your[_-][a-z0-9_-]*[a-z0-9]"
                        + "|(?:REPLACE|CHANGE|FILL)[_-]?(?:ME|THIS|WITH)\\w*|CHANGEME"
                        + "|(?<=[:\\s]|\\s[\"'])change[_-]?me)(?![\\w=}\\]>-]|\\.\\w+\\()");

    /** Letters that stand for others: {@code node-xxxxx}, {@code 10.0.0.x}, {@code vX.Y.Z}. */
    private static final Pattern LETTERS =
            Pattern.compile(
                    "(?<=^|\\}-|[^\\w$.\\{<\\[-])(?:[Xx]{1,3}(?:\\.[Xx]{1,3}){3}"
                            + "|\\d{1,3}(?:\\.\\d{1,3}){2}\\.[Xx]{1,3}"
                            + "|\\d{1,3}\\.\\d{1,3}\\.[Xx]{1,3}\\.[Xx]{1,3}"
                            + "|[vV]?(?:X\\.Y(?:\\.Z)?|x\\.y\\.z|X\\.X\\.X|x\\.x\\.x)"
                            + "|(?:[A-Za-z0-9]{1,40}[_-]){0,6}(?:x{3,}|X{3,})"
                            + ")(?![\\w=}\\]>-]|\\.[xX])");

    /** Paths and disks that are written to be replaced. */
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?<![\\w./~-])(?:[.~]{1,2}/|/)?(?:[a-z]{1,20}/)?path/to/[\\w@+-]+"
                            + "(?:\\.[\\w@+-]+)*"
                            + "|/dev/(?:sd|hd|vd|xvd|nvme|r?disk|loop|ttyUSB)[XN](?![A-Z])");

    private static final Pattern DAY =
            Pattern.compile(
                    "(?<![A-Za-z%])YYYY[_-]?MM[_-]?DD(?:[_T-]?HH[_-]?MM(?:[_-]?SS)?)?(?![A-Za-z])");
    private static final Hints YOUR_HINTS =
            Hints.of(
                    "YOUR_", "YOUR-", "your_", "your-", "MY_", "MY-", "REPLACE", "CHANGE", "change",
                    "FILL");
    private static final Hints LETTER_HINTS = Hints.of("xxx", "XXX", ".x", ".X", "x.y.z", "X.Y");
    private static final Hints PLACE_HINTS = Hints.of("path/to/", "/dev/");
    private static final Hints FLAGS =
            Hints.of("-u", "--user", "-U", "-h", "--host", "-H", "-d", "--database", "--dbname");
    private static final Hints VALUES = Hints.of("host", "user", "db", "database");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![\\w.-])(?:user|username|your-user|you|me|admin|root|ubuntu"
                        + "|ec2-user)@(?:example\\.(?:com|org|net)|host|hostname|server|your-server|remote|remote-host"
                        + "|ip|node|ip-address|server-ip|some-host)(?![\\w.-])");
    private static final Pattern FLAG =
            Pattern.compile(
                    "(?<=\\s)(?:-u|--user|--username|-U|-h|--host|--hostname"
                        + "|-H|-d|--database|--dbname)[\\s=](user|username|myuser|db_?user"
                        + "|host|hostname|myhost|db_?host|dbname|mydb|database|mydatabase)(?![\\w"
                        + ".-])");

    /**
     * Different words of a script that are looked at; nobody fills more, and it bounds the time.
     */
    static final int MOST_WORDS = 300;

    private ExampleWords() {}

    static List<Placeholder> in(String script, Settings settings) {
        List<Placeholder> found = new ArrayList<>();
        Set<String> written = new HashSet<>();
        boolean capitals = hasCapitals(script);
        if (YOUR_HINTS.standIn(script)) {
            add(found, written, script, YOURS, 0, settings);
        }
        if (LETTER_HINTS.standIn(script) && !script.contains("mktemp")) {
            add(found, written, script, LETTERS, 0, settings);
        }
        if (PLACE_HINTS.standIn(script)) {
            add(found, written, script, PLACE, 0, settings);
        }
        if (capitals) {
            if (script.contains("YYYY")) {
                add(found, written, script, DAY, 0, settings);
            }
            CapitalNames.add(found, written, script, settings);
        }
        if (script.indexOf('@') >= 0) {
            add(found, written, script, ADDRESS, 0, settings);
        }
        if (FLAGS.beginWordIn(script) && VALUES.standIn(script)) {
            add(found, written, script, FLAG, 1, settings);
        }
        return found;
    }

    /** Whether two capitals stand side by side, as in every name that is an example. */
    private static boolean hasCapitals(String script) {
        for (int i = 1; i < script.length(); i++) {
            char letter = script.charAt(i);
            char before = script.charAt(i - 1);
            if (letter >= 'A' && letter <= 'Z' && before >= 'A' && before <= 'Z') {
                return true;
            }
        }
        return script.contains("X.X");
    }

    private static void add(
            List<Placeholder> found,
            Set<String> written,
            String script,
            Pattern pattern,
            int group,
            Settings settings) {
        BitSet remarks = null;
        Map<String, Integer> places = new HashMap<>();
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(script);
        while (matcher.find()) {
            String word = matcher.group(group);
            places.merge(word, 1, Integer::sum);
            boolean plain = pattern != ADDRESS && pattern != FLAG;
            remarks = remarks == null ? Aside.remarks(script) : remarks;
            if ((plain || !isQuoted(script, matcher.start())) && !remarks.get(matcher.start())) {
                words.add(word);
            }
        }
        int looked = 0;
        for (String word : words) {
            if (written.contains(word)) {
                continue;
            }
            if (++looked > MOST_WORDS) {
                return;
            }
            if (!script.contains(word + "=")
                    && !script.contains("$" + word)
                    && isEverywhere(script, word, places.get(word))) {
                written.add(word);
                found.add(settings.placeholder(word, word, Placeholder.Kind.EXAMPLE));
            }
        }
    }

    /** Whether quotes are open there, as far as its line tells. */
    static boolean isQuoted(String script, int at) {
        int line = script.lastIndexOf('\n', at) + 1;
        String before = script.substring(Math.max(line, at - 1_000), at);
        return before.chars().filter(it -> it == '\'').count() % 2 == 1
                || before.chars().filter(it -> it == '"').count() % 2 == 1;
    }

    /** Filling replaces the text wherever it stands, so it must not stand within other words. */
    private static boolean isEverywhere(String script, String word, int meant) {
        int places = 0;
        for (int at = script.indexOf(word); at >= 0; at = script.indexOf(word, at + 1)) {
            places++;
            if (places > 100 || places > meant) {
                return false;
            }
        }
        return meant == places;
    }
}
