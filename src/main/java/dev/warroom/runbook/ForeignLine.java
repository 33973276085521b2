package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: lines that no shell would be given: data, queries, logs, tables and the prompts of other
 * programs.
 */
final class ForeignLine {

    private static final Pattern SETTING =
            Pattern.compile("[\"']?(?!\\w+ -)[\\w./ -]{1,60}[\"']?:(?:\\s.*|$)");
    private static final Pattern SPACED_ASSIGNMENT =
            Pattern.compile("\\$?[\\w.\"'\\[\\]-]+\\s+[:+?|]?=\\s.*|\\w+\\s+:=\\s?.*");
    private static final Pattern CALL =
            Pattern.compile("[A-Za-z_][\\w.:-]*\\((?!\\)\\s*\\{).*|[\\w:]+\\{[^}]*[=~].*\\}.*");

    /** What is kept under a name and labels: {@code tide_level{quay="north"}}. */
    private static final Pattern SERIES =
            Pattern.compile(
                    "[a-zA-Z_][\\w:]*\\{\\w+\\s?(?:=~?|!=|!~)\\s?\"[^\"]*\"(?:,\\s?\\w+\\s?(?:=~?|!=|!~)\\s?\"[^\"]*\")*,?\\}(?:\\[\\w+\\])?");

    /** The same, or its name alone, over a time or as it was: {@code tide_level offset 1d}. */
    private static final Pattern OVER_TIME =
            Pattern.compile(
                    "[a-zA-Z_][\\w:]*(?:\\{[^}]*\\})?(?:\\[\\d+(?:ms|[smhdwy])[^\\]]{0,20}\\](?:\\s.*)?"
                        + "|\\soffset\\s-?\\d+(?:ms|[smhdwy])\\w*(?:\\s.*)?)");

    private static final Pattern METRIC = Pattern.compile("[a-z]+(?:[_:][a-z0-9]+){2,}");
    private static final Pattern ARITHMETIC =
            Pattern.compile(
                    "\\(+[\\w.{}\"=~, ]+[)\\s]+[-+*/<>]{1,2}\\s?[(\\w].*|.*\\)\\s[-+*/]\\s["
                            + "(\\d].*");
    private static final Pattern OTHER_PROMPT =
            Pattern.compile(
                    "(?:>>>|\\.\\.\\.|=>|->|\\?>)(?:\\s.*)?|(?:PS )?[A-Z]:\\\\[^>]*>.*|PS>.*"
                        + "|[\\w.-]+[=(-][*!]?[#>]\\s?.*"
                        + "|(?:mysql|mariadb|sqlite|redis|mongo|mongos|test|admin|hive"
                        + "|cqlsh|ftp|sftp|telnet|nslookup|lftp|gdb|jshell|scala|rs0"
                        + "|irb|pry|iex|psql|postgres|rabbit|zk|beeline|spark-sql)[\\w:@.\\[\\]()-]{0,60}(?:"
                        + " [\\[(][^>]{1,40})?>\\s?.*|MariaDB \\[.*\\]>.*|In"
                        + " \\[\\d*\\]:.*|Out\\[\\d*\\]:.*|\\[\\d+\\]"
                        + " pry.*|irb\\(.*|iex\\(.*|\\d{1,3}\\.\\d+\\.\\d+\\.\\d+:\\d+"
                        + "(?:\\[\\d+\\])?>.*");
    private static final Pattern MOMENT =
            Pattern.compile(
                    "\\[?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d|\\d\\d:\\d\\d:\\d\\d|\\d{1,2}/[A-Z]["
                            + "a-z]{2}/\\d{4}).*"
                            + "|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2}"
                            + " .*"
                            + "|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\\d\\d:\\d\\d.*|[IWEF]\\d{4} .*"
                            + "|(?:level|ts|time|msg)=.*|\\[?(?:INFO|WARN(?:ING)?|ERROR"
                            + "|DEBUG|FATAL|TRACE|NOTICE)\\b(?!=).*");
    private static final Pattern CODE =
            Pattern.compile(
                    "(?:def|class|const|var|public|private|package|module|namespace"
                        + "|interface|struct|enum|fn|func|puts|resource|provider|variable"
                        + "|output|data|FROM|RUN|COPY|ENTRYPOINT|CMD|ENV)\\s+[\\w\"'({@:*].*"
                        + "|import\\s+(?:[\\w.{*]+(?:\\s+(?:from|as)\\s.*)?;?|.*\\sfrom\\s.*)"
                        + "|from\\s+[\\w.]+\\s+import\\s.*|let\\s+\\w+\\s*=\\s.*|use\\s+[a-z_]\\w*(?:::[\\w:*{},"
                        + " ]+)?(?:,\\s*only.*)?;?|call\\s+\\w+(?:\\(.*)?"
                        + "|require(?:_relative)?\\s?[('\"].*"
                        + "|[A-Z]\\w*(?:::|\\.)(?!py\\s)\\w+.*|(?:GET|POST|PUT|DELETE|PATCH"
                        + "|HEAD|OPTIONS)\\s+(?:/|https?:).*|HTTP/\\d.*|return\\s+\\D.*;");
    private static final Pattern POWERSHELL =
            Pattern.compile("[A-Z][a-z]+-[A-Z][A-Za-z]+(?:\\s.*)?");
    private static final Pattern QUERY =
            Pattern.compile(
                    "(?i)(?:select\\b.*(?:\\bfrom\\b.*|[*,()].*|;)|select|insert"
                        + " into\\b.*|update\\s+\\S+\\s+set\\b.*|delete from\\b.*"
                        + "|(?:create|alter|drop)\\s+(?:table|database|index|unique"
                        + "|user|role|view|extension|schema|sequence|type|function|publication|subscription|tablespace|keyspace|or"
                        + " replace|materialized)\\b.*|show\\s+(?:full |global |engine |slave"
                        + " |master |replica |all |open"
                        + " )?(?:tables|databases|processlist|status|variables"
                        + "|grants|columns|max_connections|clients|pools|replicas|hosts)\\b.*"
                        + "|(?:grant|revoke)\\s.*\\b(?:on|to|from)\\b.*|(?:vacuum|analyze"
                        + "|explain|reindex|cluster)\\b.*;|explain\\s+(?:analyze|select)\\b.*"
                        + "|with\\s+\\w+\\s+as\\s*\\(.*|(?:begin|commit|rollback|start"
                        + " transaction|flush privileges|stop slave|start slave|stop replica|start"
                        + " replica)\\s*;|where\\s.*|order by\\s.*|group by\\s.*|(?:inner |left"
                        + " |right"
                        + " )?join\\s.*\\bon\\b.*|set\\s+(?:\\w+|global\\s.*|session\\s.*)\\s*(?:=|to)\\s.*;"
                        + "|kill\\s+(?:(?:query|connection)\\s+)?\\d+\\s*;"
                        + "|truncate\\s+(?:table\\s.*|\\w+;)"
                        + "|use\\s+\\w+;|call\\s+\\w.*\\(.*\\);?|fields\\s+@.*|\\|\\s*(?:filter"
                        + "|stats|where|summarize|project|limit|json|logfmt|line_format)\\b.*)");
    private static final Pattern WIDE = Pattern.compile(" {3,}");

    private static final Pattern TABLE =
            Pattern.compile(
                    "[+|]?[-=+]{3,}.*|[+|].*\\|\\s*|[A-Z][A-Z0-9_()%/-]+(?:(?:\\s{2,}"
                        + "|\\x09)\\S.*|(?:\\s+[A-Z][A-Z0-9_()%/:-]+){2,}\\s*)|total"
                        + " \\d+(?:\\.\\d+)?[KMG]?|\\S+(?: \\S+)*\\s*\\|\\s.*\\s{2,}.*\\"
                        + "|.*|\\w+\\s{2,}\\|\\s+\\w+(?:\\s+\\|.*)?|[-dlbcs][-rwxsStT]{9}[.+@]?\\s.*|\\S+\\s{2,}\\S+\\s{2,}\\S+\\s{2,}"
                        + ".*|[^\"'`$]+\\s{2,}[^\"'`$]+\\s{2,}\\S+\\s{2,}\\S.*");
    private static final Pattern SENTENCE =
            Pattern.compile("[A-Z][\\p{L}'’,-]*(?:\\s+[\\p{L}\\d'’,()%/.`\"-]+){2,}[.:!?]?");
    private static final Pattern KEY = Pattern.compile("\"[^\"]*\"\\s*:.*");
    private static final Pattern QUOTED_PATH = Pattern.compile("\"[^\"]*/[^\"]*\".*");

    /** Words in brackets, with others behind them: {@code (again) the gate}. */
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\([\\w ]{1,30}\\)\\s.*|\\(\\w+\\).*");

    /** A variable of another language, and a file that is named by what a command prints. */
    private static final Pattern OF_DOLLAR =
            Pattern.compile(
                    "\\$\\w+ = .*|\\$(?:[A-Z][a-z]+){2,6}\\s.*"
                            + "|\\$\\([^()]*\\)[\\w.<>-]*\\.(?:md|txt|log|ya?ml|json|gz|sql)");

    /** What is typed into a console of PostgreSQL: {@code \dt}. */
    private static final Pattern OF_CONSOLE = Pattern.compile("\\\\[a-z+]+(?:\\s.*|$)");

    /** Something to be filled in, followed by words: {@code <path>/bin/run now}. */
    private static final Pattern FILLED =
            Pattern.compile("<[\\p{L}][\\w |./-]*>(?:[/\\w.-]*\\s+\\S.*|/\\S+)");

    /** What stands in every {@link #REPORT}, unless it ends with what became of something. */
    private static final Hints REPORT_BEGINS =
            Hints.of("warn", "error", "fatal", "hint", "note", "host", "local");

    private static final int MAY_BE_VERSION = 1;
    private static final int MAY_POINT = 2;
    private static final int MAY_REPORT = 4;
    private static final int MAY_BE_ADDRESS = 8;
    private static final Hints REPORT_HOLDS =
            Hints.of(" ERR!", " WARN", " notice", " error", " warn");
    private static final Pattern REPORT =
            Pattern.compile(
                    "(?:warn|warning|error|fatal|hint|note)[: ]\\s*[A-Z\\[(].*|[\\w.-]+"
                        + " (?:ERR!|WARN\\b|notice\\b).*|(?:npm|npx|pnpm|yarn|bun|lerna|gyp)"
                        + " (?:error|warn|warning):?(?:\\s.*)?|[\\w.-]+ (?:was |is )?not found\\b.*"
                        + "|(?:host|hostssl|hostnossl|local)\\s+\\S+\\s+\\S+\\s+(?:\\S+\\s+)?"
                        + "(?:md5|trust|peer|ident|reject|cert|password|scram-sha-256)|[a-z]+(?:\\.[a-z0-9.]+)?(?:/|"
                        + " \")[\\w.-]+\"? (?:successfully |is )?(?:rolled out|rolled"
                        + " back|restarted|created|configured|unchanged"
                        + "|deleted|scaled|patched|cordoned|uncordoned|drained|evicted|labeled|annotated|condition"
                        + " met)");

    /** What a program says of itself when it starts, or is asked for its version. */
    private static final Pattern VERSION =
            Pattern.compile(
                    "[\\w.+-]+ (?:\\((?:\\d|[A-Z]\\w+\\) \\d).*|v?\\d+(?:\\.\\d+)+\\S* \\(.*"
                            + "|version \"?(?:[a-z]{0,2})\\d+\\..*| ?Ver \\d+\\.\\d.*)");

    private static final Pattern SHELL_BLOCK =
            Pattern.compile("(?:function|time|if|while|until|elif|then|else|do|!)\\s.*");

    /** Behind these a shell has a group of commands in braces. */
    private static final Set<String> BEFORE_GROUP = Set.of("do", "else", "then", "time", "coproc");

    private static final Pattern SETS =
            Pattern.compile("set (?:\\$\\w+ (?:=.*|.*;)|[a-z]\\w*=\\S*)");
    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "deb(?:-src)?\\s+(?:\\[[^]]*]\\s+)?(?:https?|cdrom|file|ftp|mirror):.*");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?\\d[\\d.,]*(?:[)%:.,]?(?:\\s.*|$)|[a-zA-Z]*\\s.*)");

    /** A program whose name begins with a number has an option, as amounts have not. */
    private static final Pattern NUMBERED_TOOL =
            Pattern.compile("\\d{1,4}[a-zA-Z]{3,}[\\w.-]* (?:[^ ]+ ){0,4}--?[a-zA-Z].*");

    /** Where no programs are, named alone: a list of files, not commands. */
    private static final Pattern FILE =
            Pattern.compile(
                    "(?:/etc/(?!init\\.d/|cron)|/var/|/proc/|/sys/|/dev/|/run/|~/\\.)[\\w.*/-]*"
                            + "(?<!\\.sh)");

    /** What a command may begin with, besides letters. */
    private static final String COMMANDS_BEGIN = "_.~!`#&;";

    private static final String DRAWN = "│├└┌┐┘─╔║╚▶▼→←↓↑⇒✓✔✅❌✗●○■□•·…╭╰⚠";

    private ForeignLine() {}

    /** Whether a line that begins with a number begins with the name of a program. */
    static boolean isNumberedTool(String text) {
        return NUMBERED_TOOL.matcher(text).matches();
    }

    /** Whether a statement for a database begins here, in letters of any case. */
    static boolean isQuery(String line) {
        return Statement.begins(line) || QUERY.matcher(line.strip()).matches();
    }

    /** Whether a line asks a monitoring system for what it keeps under a name and labels. */
    static boolean isSeries(String line) {
        return line.indexOf("{") > 0 && SERIES.matcher(line.strip()).matches();
    }

    /**
     * @param text not empty, without blanks around it
     */
    static boolean is(String text) {
        char first = text.charAt(0);
        if (DRAWN.indexOf(first) >= 0) {
            return true;
        }
        return switch (first) {
            case '{' -> !text.startsWith("{ ") || text.startsWith("{ \"");
            case '[' -> !text.startsWith("[ ") && !text.startsWith("[[ ") && !isFilled(text);
            case '}', ']', ',', ':', '@', '%', '^', '?', '=', ')' -> true;
            case '"' ->
                    KEY.matcher(text).matches()
                            || !text.startsWith("\"$") && !QUOTED_PATH.matcher(text).matches();
            case '\'' -> true;
            case '-', '*', '+' -> true;
            case '>' -> true;
            case '|' -> QUERY.matcher(text).matches() || text.endsWith("|");
            case '<' -> !isFilled(text);
            case '/' -> text.startsWith("//") || text.startsWith("/*") || DeviceLine.is(text);
            case '(' -> ARITHMETIC.matcher(text).matches() || IN_BRACKETS.matcher(text).matches();
            case '$' -> OF_DOLLAR.matcher(text).matches();
            case '\\' -> OF_CONSOLE.matcher(text).matches();
            default -> isFor(text, first);
        };
    }

    private static boolean isFor(String text, char first) {
        if (Character.isDigit(first)) {
            return !text.startsWith("7z ")
                    && !isNumberedTool(text)
                    && (NUMBER.matcher(text).matches()
                            || OTHER_PROMPT.matcher(text).matches()
                            || MOMENT.matcher(text).matches());
        }
        if (!Character.isLetter(first) && COMMANDS_BEGIN.indexOf(first) < 0) {
            return true;
        }
        if (text.endsWith(",")
                || text.startsWith("...")
                || text.startsWith("http://")
                || text.startsWith("https://")) {
            return true;
        }
        boolean capital = Character.isUpperCase(first);
        if (capital
                && (SENTENCE.matcher(text).matches()
                        || POWERSHELL.matcher(text).matches()
                        || MOMENT.matcher(text).matches()
                        || Statement.begins(text))) {
            return true;
        }
        boolean colon = text.indexOf(':') >= 0;
        boolean round = text.indexOf('(') >= 0 || text.indexOf('{') >= 0;
        return colon && SETTING.matcher(text).matches()
                || text.indexOf('=') > 0 && SPACED_ASSIGNMENT.matcher(text).matches()
                || round && (CALL.matcher(text).matches() || ARITHMETIC.matcher(text).matches())
                || (text.indexOf('[') > 0 || text.contains(" offset "))
                        && OVER_TIME.matcher(text).matches()
                || text.indexOf(' ') < 0 && METRIC.matcher(text).matches()
                || mayBePrompt(text) && OTHER_PROMPT.matcher(text).matches()
                || CODE.matcher(text).matches()
                || (capital || colon || text.indexOf('=') > 0) && MOMENT.matcher(text).matches()
                || QUERY.matcher(text).matches()
                || (capital || text.indexOf('|') > 0 || text.contains("  ") || first == 't')
                        && TABLE.matcher(narrowed(text)).matches();
    }

    /** With no more than two blanks between columns, so that there are few ways to part them. */
    private static String narrowed(String text) {
        return text.contains("   ") ? WIDE.matcher(text).replaceAll("  ") : text;
    }

    /**
     * Whether the line says something although it may begin with the name of a command: a report, a
     * folder, one thing that leads to another.
     *
     * @param text not empty, without blanks around it
     */
    static boolean isSaid(String text) {
        char last = text.charAt(text.length() - 1);
        int signs = signs(text);
        return last == '/' && text.indexOf(' ') < 0
                || (text.charAt(0) == '/' || text.charAt(0) == '~') && FILE.matcher(text).matches()
                || (signs & MAY_BE_VERSION) != 0 && VERSION.matcher(text).matches()
                || last == ',' && !isCut(text)
                || last == '{' && (opensBlock(text) || opensBehindWords(text))
                || text.startsWith("deb") && REPOSITORY.matcher(text).matches()
                || text.startsWith("set ") && SETS.matcher(text).matches()
                || last == '→'
                || (signs & MAY_POINT) != 0
                        && (hasArrow(text, " => ")
                                || hasArrow(text, " → ")
                                || hasArrow(text, " ⇒ ")
                                || hasArrow(text, " -> ")
                                || hasArrow(text, " --> "))
                || (signs & MAY_BE_ADDRESS) != 0 && text.contains("[at]")
                || ((signs & MAY_REPORT) != 0 || mayReport(text, last))
                        && REPORT.matcher(text).matches();
    }

    /** Whether a block of a configuration begins: {@code server {}. */
    private static boolean opensBlock(String text) {
        return text.endsWith(" {")
                && text.length() > 2
                && text.indexOf('"') < 0
                && text.indexOf('\'') < 0
                && text.indexOf('(') < 0
                && text.indexOf('|') < 0
                && text.indexOf('&') < 0
                && text.indexOf(';') < 0
                && !SHELL_BLOCK.matcher(text).matches();
    }

    /**
     * Whether a brace opens behind words in which every quote ends, and no word of a shell's stands
     * before it: {@code node 'quay' {}, {@code location ~ .(png|svg)$ {}.
     */
    private static boolean opensBehindWords(String text) {
        if (!text.endsWith(" {") || SHELL_BLOCK.matcher(text).matches()) {
            return false;
        }
        String words = text.substring(0, text.length() - 2).strip();
        String before = words.substring(words.lastIndexOf(' ') + 1);
        return !before.isEmpty()
                && before.charAt(0) != '-'
                && Character.isLetter(words.charAt(0))
                && ";|&(){`!".indexOf(before.charAt(before.length() - 1)) < 0
                && !BEFORE_GROUP.contains(before)
                && !words.startsWith("for ")
                && endsQuotes(words);
    }

    private static boolean endsQuotes(String text) {
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && open != '\'') {
                i++;
            } else if (open == 0 && (letter == '"' || letter == '\'' || letter == '`')) {
                open = letter;
            } else if (letter == open) {
                open = 0;
            }
        }
        return open == 0;
    }

    /** Whether a quote or a bracket may reach from here into the next line. */
    private static boolean isCut(String text) {
        return text.indexOf('"') >= 0
                || text.indexOf('\'') >= 0
                || text.indexOf('(') >= 0
                || text.indexOf('{') >= 0
                || text.length() >= LineLooks.LONGEST;
    }

    /** Every command comes by here, and few lines are reports. */
    private static boolean mayReport(String text, char last) {
        return last == 'd' || last == 't' || last == 'k' || REPORT_BEGINS.begin(text);
    }

    /** What of that which the rules below need stands in {@code text}; most lines hold none. */
    private static int signs(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ' ') {
                signs |=
                        text.startsWith(" (", i)
                                        || text.startsWith(" version ", i)
                                        || text.startsWith(" Ver ", i)
                                ? MAY_BE_VERSION
                                : 0;
                signs |= REPORT_HOLDS.beginAt(text, i) ? MAY_REPORT : 0;
            } else if (letter == '>' || letter >= '→') {
                signs |= MAY_POINT;
            } else if (letter == 'n' && text.startsWith("not found", i)) {
                signs |= MAY_REPORT;
            } else if (letter == '[') {
                signs |= MAY_BE_ADDRESS;
            }
        }
        return signs;
    }

    /** An arrow in quotes is a command's own. */
    private static boolean hasArrow(String text, String arrow) {
        int at = text.indexOf(arrow);
        return at > 0 && text.lastIndexOf('"', at) < 0 && text.lastIndexOf('\'', at) < 0;
    }

    private static boolean mayBePrompt(String text) {
        return text.indexOf('>') > 0
                || text.indexOf('#') > 0
                || text.indexOf('(') > 0
                || text.indexOf(':') > 0
                || text.startsWith("...");
    }

    private static boolean isFilled(String text) {
        return !text.contains("</") && FILLED.matcher(text).matches();
    }
}
