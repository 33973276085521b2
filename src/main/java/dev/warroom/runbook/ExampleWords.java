package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
                            + "|(?:REPLACE|CHANGE|FILL)[_-]?(?:ME|THIS|WITH)\\w*|CHANGEME"
                            + "|[Xx](?:\\.[Xx]){3}"
                            + ")(?![\\w=}\\]>-]|\\.\\w+\\()");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<![A-Za-z%])YYYY[_-]?MM[_-]?DD(?:[_T-]?HH[_-]?MM(?:[_-]?SS)?)?(?![A-Za-z])");
    private static final List<String> YOUR_HINTS =
            List.of("YOUR", "your", "MY_", "MY-", "ME", "THIS", "WITH", "x.x", "X.X");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![\\w.-])(?:user|username|your-user|me|admin|root|ubuntu"
                            + "|ec2-user)@(?:host|hostname|server|your-server|remote|remote-host"
                            + "|ip|node|ip-address|server-ip|some-host)(?![\\w.-])");
    private static final Pattern FLAG =
            Pattern.compile(
                    "(?<=\\s)(?:-u|--user|--username|-U|-h|--host|--hostname"
                        + "|-H|-d|--database|--dbname)[\\s=](user|username|myuser|db_?user"
                        + "|host|hostname|myhost|db_?host|dbname|mydb|database|mydatabase)(?![\\w"
                        + ".-])");

    private ExampleWords() {}

    static List<Placeholder> in(String script, Settings settings) {
        List<Placeholder> found = new ArrayList<>();
        Set<String> written = new HashSet<>();
        boolean capitals = hasCapitals(script);
        if (YOUR_HINTS.stream().anyMatch(script::contains)) {
            add(found, written, script, YOURS, 0, settings);
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
        boolean named =
                script.contains("host")
                        || script.contains("user")
                        || script.contains("db")
                        || script.contains("database");
        if (named && script.indexOf('-') >= 0) {
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
        Matcher matcher = pattern.matcher(script);
        while (matcher.find()) {
            String word = matcher.group(group);
            if (written.contains(word)
                    || pattern != YOURS && pattern != DAY && isQuoted(script, matcher.start())
                    || script.contains(word + "=")
                    || script.contains("$" + word)
                    || !isEverywhere(script, word, pattern, group)) {
                continue;
            }
            written.add(word);
            found.add(
                    new Placeholder(
                            word,
                            word,
                            Placeholder.Kind.EXAMPLE,
                            Optional.ofNullable(settings.suggestions().get(word))));
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
    private static boolean isEverywhere(String script, String word, Pattern pattern, int group) {
        int places = 0;
        for (int at = script.indexOf(word); at >= 0; at = script.indexOf(word, at + 1)) {
            places++;
            if (places > 100) {
                return false;
            }
        }
        long meant =
                pattern.matcher(script)
                        .results()
                        .filter(it -> it.group(group).equals(word))
                        .limit(101)
                        .count();
        return meant == places;
    }
}
