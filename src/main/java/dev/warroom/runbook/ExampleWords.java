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
                    "(?<![\\w$\\{<\\[-])(?:(?:YOUR|MY)[_-][A-Z0-9_-]*[A-Z0-9]|your[_-][a-z0-9_-]*[a-z0-9]"
                            + "|(?:REPLACE|CHANGE|FILL)[_-]?(?:ME|THIS|WITH)\\w*|CHANGEME|[Xx](?:\\.[Xx]){3}"
                            + "|YYYY[_-]?MM[_-]?DD(?:[_-]?HH[_-]?MM(?:[_-]?SS)?)?)(?![\\w=}\\]>-]|\\.\\w+\\()");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<=[\\s=/:@,])(?:USERNAME|PASSWORD|HOSTNAME|HOST|NAMESPACE|PODNAME|POD|NODE|NODENAME|VERSION|TOKEN|DOMAIN"
                            + "|PID|IP|IP_ADDRESS|CONTAINER|SERVICE|DEPLOYMENT|CLUSTER|REGION|BUCKET|DBNAME|DATABASE|BACKUP_FILE|FILENAME|BRANCH|COMMIT|SHA"
                            + "|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:NAME|ID|IP|HOST|PORT|TOKEN|KEY|PASSWORD|USER|ARN|URL|VERSION|DATE))(?=$|[\\s/:@;,|)])",
                    Pattern.MULTILINE);
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![\\w.-])(?:user|username|your-user|me|admin|root|ubuntu|ec2-user)@(?:host|hostname|server|your-server|remote|remote-host|ip|node|ip-address|server-ip|some-host)(?![\\w.-])");
    private static final Pattern FLAG =
            Pattern.compile(
                    "(?<=\\s)(?:-u|--user|--username|-U|-h|--host|--hostname|-H|-d|--database|--dbname)[\\s=](user|username|myuser|db_?user|host|hostname|myhost|db_?host|dbname|mydb|database|mydatabase)(?![\\w.-])");
    private static final Pattern NAMES_ONLY =
            Pattern.compile(
                    "(?:^|[;&|\\s])(?:grep|egrep|export|unset|printenv|env|echo|read|local|declare|-e|--env|SHOW|show)\\s[^|;&\\n]*$");

    private ExampleWords() {}

    static List<Placeholder> in(String script, Settings settings) {
        List<Placeholder> found = new ArrayList<>();
        Set<String> written = new HashSet<>();
        add(found, written, script, YOURS, 0, settings);
        add(found, written, script, NAMED, 0, settings);
        if (script.indexOf('@') >= 0) {
            add(found, written, script, ADDRESS, 0, settings);
        }
        if (script.indexOf('-') >= 0) {
            add(found, written, script, FLAG, 1, settings);
        }
        return found;
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
                    || pattern == NAMED && isOnlyNamed(script, matcher.start())
                    || pattern != YOURS && isQuoted(script, matcher.start())
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

    /** Whether the command is about the name itself, as {@code unset HOST} is. */
    private static boolean isOnlyNamed(String script, int at) {
        int line = script.lastIndexOf('\n', at) + 1;
        return NAMES_ONLY.matcher(script.substring(Math.max(line, at - 300), at)).find();
    }

    private static boolean isQuoted(String script, int at) {
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
