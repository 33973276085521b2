package dev.warroom.runbook;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule: names in capitals that stand alone must be filled: {@code kubectl delete pod POD_NAME}. */
final class CapitalNames {

    private static final Set<String> NAMED =
            Set.of(
                    "USERNAME",
                    "PASSWORD",
                    "HOSTNAME",
                    "HOST",
                    "NAMESPACE",
                    "PODNAME",
                    "POD",
                    "NODE",
                    "NODENAME",
                    "VERSION",
                    "TOKEN",
                    "DOMAIN",
                    "PID",
                    "IP",
                    "CONTAINER",
                    "SERVICE",
                    "DEPLOYMENT",
                    "CLUSTER",
                    "REGION",
                    "BUCKET",
                    "DBNAME",
                    "DATABASE",
                    "FILENAME",
                    "BRANCH",
                    "COMMIT",
                    "SHA");
    private static final Set<String> ENDINGS =
            Set.of(
                    "NAME",
                    "ID",
                    "IP",
                    "HOST",
                    "PORT",
                    "TOKEN",
                    "KEY",
                    "PASSWORD",
                    "USER",
                    "ARN",
                    "URL",
                    "VERSION",
                    "DATE",
                    "ADDRESS",
                    "FILE");
    private static final Pattern NAMES_ONLY =
            Pattern.compile(
                    "(?:^|[;&|\\s])(?:grep|egrep|export|unset|printenv|env|echo"
                            + "|read|local|declare|-e|--env|SHOW|show)\\s[^|;&\\n"
                            + "]*$"
                            + "|\\bsecrets?\\s(?:put|set|get|add|delete|unset|rm)\\s+$"
                            + "|\\bconfig:(?:set|get|unset)\\s+$"
                            + "|\\b(?:CREATE|DROP|ALTER|ON|USE|REINDEX|BACKUP|RESTORE)\\s+$");

    /** {@code heroku pg:pull DATABASE_URL}: what an application is given is called so there. */
    private static final Pattern OF_HEROKU = Pattern.compile("\\bheroku\\s[^|;&\\n]*$");

    private CapitalNames() {}

    static void add(
            List<Placeholder> found, Set<String> written, String script, Settings settings) {
        Set<String> refused = new HashSet<>();
        BitSet remarks = Aside.remarks(script);
        int at = 0;
        while (at < script.length() && refused.size() + found.size() < ExampleWords.MOST_WORDS) {
            int end = at;
            while (end < script.length() && isCapital(script.charAt(end))) {
                end++;
            }
            if (end > at + 1 && standsAlone(script, at, end)) {
                String word = script.substring(at, end);
                boolean named =
                        NAMED.contains(word)
                                || word.indexOf('_') > 0
                                        && ENDINGS.contains(
                                                word.substring(word.lastIndexOf('_') + 1));
                if (named
                        && !refused.contains(word)
                        && !written.contains(word)
                        && !ExampleWords.isQuoted(script, at)
                        && !isOnlyNamed(script, at, word)
                        && !remarks.get(at)
                        && (isNowhereElse(script, word) || !refused.add(word))) {
                    written.add(word);
                    found.add(settings.placeholder(word, word, Placeholder.Kind.EXAMPLE));
                }
            }
            at = end + 1;
        }
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9' || letter == '_';
    }

    private static boolean standsAlone(String script, int from, int to) {
        boolean before = from > 0 && " \t\n=/:@,".indexOf(script.charAt(from - 1)) >= 0;
        boolean after = to == script.length() || " \t\n/:@;,|)".indexOf(script.charAt(to)) >= 0;
        return before && after && Character.isLetter(script.charAt(from));
    }

    /** Whether the word is part of no other, so that replacing its text is safe. */
    private static boolean isNowhereElse(String script, String word) {
        int places = 0;
        for (int at = script.indexOf(word); at >= 0; at = script.indexOf(word, at + 1)) {
            if (++places > 100 || !standsAlone(script, at, at + word.length())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the command is about the name itself, as {@code unset HOST} is. */
    private static boolean isOnlyNamed(String script, int at, String word) {
        int line = script.lastIndexOf('\n', at) + 1;
        String before = script.substring(Math.max(line, at - 300), at);
        return NAMES_ONLY.matcher(before).find()
                || word.endsWith("_URL") && OF_HEROKU.matcher(before).find();
    }
}
