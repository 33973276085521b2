package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule: what one line of a block looks like by itself. */
enum LineLooks {
    /** A person would type it into a shell. */
    COMMAND,
    /** It could be a command that is not known here. */
    POSSIBLE,
    /** Something else: output, data, a query, a sentence. */
    FOREIGN;

    private static final Pattern WRAPPERS =
            Pattern.compile(
                    "(?:(?:sudo|doas)(?:\\s+-[ugpC]\\s+\\S+|\\s+-{1,2}[A-Za-z][\\w-]*)*\\s+"
                            + "|(?:time|nohup|env|exec|command)\\s+(?=[\\w./$])"
                            + "|[A-Za-z_]\\w{0,60}=(?:\"[^\"]*\"|'[^']*'|\\$\\([^()]*\\)"
                            + "|[^\\s\"'(<]*)\\s+(?=\\S))+");

    /** What stands between a value that is kept and the command that follows. */
    private static final Pattern JOINED = Pattern.compile("(?:&&|\\|\\||;)\\s*");

    /** The variables that a command is given are in capitals; pairs of a query are not. */
    private static final Pattern PAIR = Pattern.compile("[a-z]\\w*=");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("[A-Za-z_]\\w{0,60}(?:\\[\\w*\\])?\\+?=(?![ =]).*", Pattern.DOTALL);
    private static final Pattern ASSIGNS_OUTPUT =
            Pattern.compile("[A-Za-z_]\\w{0,60}=\"?(?:\\$\\(|`|\\$[{\\w]).*", Pattern.DOTALL);
    private static final Pattern DEFINITION =
            Pattern.compile("function\\s+[A-Za-z_][\\w-]*.*|[A-Za-z_][\\w-]*\\s?\\(\\)\\s*\\{.*");
    private static final Pattern CALL_OR_DEFINITION = Pattern.compile("[A-Za-z_][\\w-]*\\s?\\(\\)");
    private static final Pattern KEYWORD =
            Pattern.compile(
                    "for\\s+\\w+\\s+in\\b.*|for\\s+\\w+;?|for\\s*\\(\\(.*|case\\s.+\\sin\\b.*"
                            + "|(?:if|while|until|elif)\\s+(?:!|\\[|\\(\\(|:|true\\b|\\.?/|\\$)"
                            + ".*|(?:if|while|until|elif)\\s.*;\\s*(?:then|do)\\b.*"
                            // What a cluster's users load, and no part of a program.
                            + "|module\\s+(?:load|unload|avail|list|purge|swap|spider)\\b.*"
                            + "|while\\s+(?:read|sleep|IFS=).*|\\[\\[?\\s.+\\s\\]\\]?(?:\\s*[;&"
                            + "|>#].*)?|\\(\\(.+|!\\s+\\w.*"
                            + "|(?:do|then|else|\\{)(?:\\s.+)?|(?:done|fi|esac|\\}|;;)(?:\\s*[;"
                            + "|<>&].*)?|:\\s?>{1,2}\\s?[\\w./~$\"-].*|:\\s+\"?\\$\\{\\w.*"
                            + "|\\.\\s+[\\w./~$-]+|\\.\\s+[\\w/~$-]*[./~$][\\w./~$-]+[\\s;&].*");
    private static final Pattern EVIDENCE =
            Pattern.compile(
                    "(?:^|\\s)(?:--?[A-Za-z][\\w-]*|[|&]{1,2}(?=\\s|$)|\\d?>{1,2}\\s?[\\w/&"
                            + "$~.]|<\\s?[\\w/$~.]|\\.{0,2}~?/[\\w.]|\"|'"
                            + "|\\$[{(\\w]|\\*\\.|\\S+=\\S|-\\s|\\S+\\.(?:sh|ya?ml|json"
                            + "|sql|txt|log|conf|gz|py|service)\\b"
                            + "|<[\\p{L}][^<>]*>)|;\\s*[^#\\s]|\\|");

    /**
     * Of a tool that is not known. Words in quotes, a path, a file, a word to fill in, or pairs
     * stand as often behind a word of a configuration.
     */
    private static final Pattern STRONG =
            Pattern.compile(
                    "(?:^|\\s)(?:--?[A-Za-z][\\w-]*|[|&]{1,2}(?=\\s|$)|\\d?>{1,2}\\s?[\\w/&"
                            + "$~.]|<\\s?[/$~.]|<\\s\\w"
                            + "|\"?\\$[{(\\w]|-\\s|\\S+\\.sh\\b)|;\\s*[^#\\s]|\\|");

    private static final Pattern NAME = Pattern.compile("[a-z_][a-zA-Z0-9_.+-]{1,60}");
    private static final Pattern CAPITAL_NAME = Pattern.compile("[A-Z][a-zA-Z0-9_.+-]{0,60}");
    private static final Pattern NAMED_TOOL =
            Pattern.compile(".+(?:ctl|-cli|-admin|adm|tool|-tools)");
    private static final Pattern STOP =
            Pattern.compile(
                    "(?i)\\s(?:the|a|an|to|of|in|on|is|are|was|were|that|this"
                            + "|these|if|your|our|you|we"
                            + "|any|each|it|its|sure|and|or|with|from|be|has|have|not|will"
                            + "|when|until|by|there|as"
                            + "|should|can|may|which|via|into)(?=[\\s,.:;!?]|$)");

    private static final Pattern OPTION_FIRST = Pattern.compile("\\s+--?[A-Za-z]");
    private static final Pattern LONG_OPTION = Pattern.compile("\\s--[a-z][\\w-]+(?=[\\s=]|$)");
    private static final Pattern FILLED =
            Pattern.compile("\\[[^\\]]*\\]|<[^>]*>|\"[^\"]*(?:\"|$)|'[^']*(?:'|$)");

    private static final Pattern QUOTED_PLACE = Pattern.compile("'/[\\w./-]+'(?:\\s+\\S.*)?");

    /** Commands that are more often what another one answers. */
    private static final Set<String> ANSWERS = Set.of("true", "false", "yes");

    /** Words with which files take in others, or say what follows. */
    private static final Set<String> OF_FILES =
            Set.of(
                    "include",
                    "include_once",
                    "include_recursive",
                    "includedir",
                    "namespace",
                    "require",
                    "require_once");

    private static final Set<String> INSIDE = Set.of("|", "||", "&&", "do", "done", "fi", "esac");

    /** What follows tells nothing more, and bounds the time. */
    static final int LONGEST = 400;

    /** Judges {@code line}, which begins a command if it is shell at all. */
    static LineLooks of(String line) {
        String all = line.strip();
        if (Synopsis.is(all)) {
            return FOREIGN;
        }
        if (isSpeaker(all)) {
            return FOREIGN;
        }
        if (all.startsWith("./") && all.length() > 3) {
            return COMMAND;
        }
        if (!all.isEmpty() && DeviceLine.is(all)) {
            return FOREIGN;
        }
        boolean known = isPlainlyCommand(all);
        String cut = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
        int comment = cut.indexOf(" # ");
        String text = comment > 0 ? cut.substring(0, comment).strip() : cut;
        if (text.isEmpty() || text.equals("{") || text.equals("}") || text.equals("done")) {
            return POSSIBLE;
        }
        return of(text, known);
    }

    /**
     * @param text not empty, without blanks around it and a comment at its end
     * @param known whether it begins with a command that is nothing else
     */
    private static LineLooks of(String text, boolean known) {
        if (ForeignLine.isSaid(text)
                || Row.is(text)
                || CodeLine.is(text)
                || Unshellable.isForAny(text)) {
            return FOREIGN;
        }
        if (known || isQuotedPlace(text)) {
            return COMMAND;
        }
        if (text.startsWith("(") && isPlainlyCommand(text.substring(1).strip())) {
            return COMMAND;
        }
        if (text.startsWith("{ ")) {
            return of(text.substring(2));
        }
        if (KEYWORD.matcher(text).matches() || DEFINITION.matcher(text).matches()) {
            return COMMAND;
        }
        if (CALL_OR_DEFINITION.matcher(text).matches()) {
            return POSSIBLE;
        }
        if (ForeignLine.is(text) || Unshellable.isForUnknown(text) && !isKnown(text)) {
            return FOREIGN;
        }
        return ofWrapped(text);
    }

    /** Judges a program, behind {@code sudo} or variables or not, by its name and words. */
    private static LineLooks ofWrapped(String text) {
        Matcher wrappers = WRAPPERS.matcher(text);
        boolean wrapped = wrappers.lookingAt();
        String rest = wrapped ? text.substring(wrappers.end()) : text;
        Matcher joined = JOINED.matcher(rest);
        if (wrapped && joined.lookingAt()) {
            String next = rest.substring(joined.end());
            return next.isEmpty() || next.equals("\\") ? COMMAND : of(next);
        }
        boolean pair = wrapped && PAIR.matcher(text).lookingAt();
        if (wrapped && !pair && rest.equals("\\")) {
            // The command that the variables are for stands on the next line.
            return COMMAND;
        }
        if (!wrapped && ASSIGNMENT.matcher(text).matches()) {
            return ASSIGNS_OUTPUT.matcher(text).matches() ? COMMAND : POSSIBLE;
        }
        int end = endOfName(rest);
        return ofCommand(rest.substring(0, end), rest.substring(end), wrapped && !pair);
    }

    /**
     * Whether the first word ends with a colon: a program's name, or a place in a source, before
     * what is said of it.
     */
    private static boolean isSpeaker(String text) {
        int end = text.indexOf(' ');
        return end > 2 && text.charAt(end - 1) == ':';
    }

    /** A command by its path, in quotes, with what it is given. */
    private static boolean isQuotedPlace(String text) {
        return text.charAt(0) == '\'' && QUOTED_PLACE.matcher(text).matches();
    }

    private static boolean isKnown(String text) {
        String name = text.substring(0, endOfName(text));
        return Commands.isKnown(name) || isScript(name) || WRAPPERS.matcher(text).lookingAt();
    }

    private static int endOfName(String text) {
        int end = 0;
        while (end < text.length() && " \t;|&<>()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isPlainlyCommand(String text) {
        int end = 0;
        while (end < Math.min(text.length(), 40) && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String name = text.substring(0, end);
        return Commands.isKnown(name)
                && !Commands.isAlsoWord(name)
                && !isOperator(text.substring(end).strip());
    }

    /** What no command takes first: an assignment, a comparison, an address. */
    private static boolean isOperator(String arguments) {
        return arguments.startsWith("=")
                || arguments.startsWith("@ ")
                || arguments.startsWith(": ");
    }

    private static LineLooks ofCommand(String name, String arguments, boolean wrapped) {
        boolean evidence = EVIDENCE.matcher(arguments).find();
        if (arguments.isBlank() && ANSWERS.contains(name)) {
            return POSSIBLE;
        }
        if (isNoProgram(name) || OF_FILES.contains(name) || arguments.startsWith(" @ ")) {
            return FOREIGN;
        }
        if (Commands.isKnown(name) || INSIDE.contains(name)) {
            boolean sentence =
                    Commands.isAlsoWord(name)
                            && (!evidence || arguments.endsWith(".") && isSentence(arguments))
                            && STOP.matcher(arguments).find();
            return sentence ? FOREIGN : COMMAND;
        }
        if (isScript(name)
                || isPlace(name)
                        && name.startsWith("/")
                        && !arguments.isBlank()
                        && !isSentence(arguments)
                || wrapped
                        && !name.isEmpty()
                        && mayBegin(name.charAt(0))
                        && !STOP.matcher(arguments).find()) {
            return COMMAND;
        }
        if (name.startsWith("$") || name.startsWith("\"$")) {
            boolean told = isPlace(name) || STRONG.matcher(arguments).find();
            return told || Subcommand.begins(arguments) ? COMMAND : POSSIBLE;
        }
        if (!NAME.matcher(name).matches()) {
            return isCapitalTool(name, arguments)
                            || ForeignLine.isNumberedTool(name + arguments)
                            || isPlace(name)
                    ? POSSIBLE
                    : FOREIGN;
        }
        if (isSentence(arguments)
                || isEnumeration(arguments)
                || arguments.endsWith(";")
                || arguments.contains("----")
                || Row.isOfNumbers(arguments)
                || Row.isSaidOn(arguments)) {
            return FOREIGN;
        }
        boolean tool =
                evidence && STRONG.matcher(arguments).find()
                        || NAMED_TOOL.matcher(name).matches()
                        || Subcommand.begins(arguments);
        return tool ? COMMAND : POSSIBLE;
    }

    /** A program whose name begins with a capital has an option first, or ends like a script. */
    private static boolean isCapitalTool(String name, String arguments) {
        return CAPITAL_NAME.matcher(name).matches()
                && (OPTION_FIRST.matcher(arguments).lookingAt()
                        || name.endsWith(".py") && arguments.contains(" -"));
    }

    private static boolean mayBegin(char first) {
        return Character.isLetter(first) || "_./~$\"'<{@".indexOf(first) >= 0;
    }

    private static boolean isSentence(String arguments) {
        if (OPTION_FIRST.matcher(arguments).lookingAt() || LONG_OPTION.matcher(arguments).find()) {
            return false;
        }
        String words = FILLED.matcher(arguments).replaceAll("X").strip();
        return words.split("\\s+", 4).length > 2 && STOP.matcher(" " + words).find();
    }

    /** Whether words follow each other with commas, as no tool takes them: {@code 1, 2, 4}. */
    private static boolean isEnumeration(String arguments) {
        return arguments.indexOf(", ") > 0
                && arguments.indexOf('"') < 0
                && arguments.indexOf('\'') < 0
                && arguments.indexOf('{') < 0;
    }

    private static boolean isScript(String name) {
        if (name.contains(":/")) {
            return false;
        }
        return name.startsWith("./")
                || name.startsWith("../")
                || name.startsWith("~/")
                || name.startsWith("/") && name.contains("bin/")
                || name.endsWith(".sh")
                || name.startsWith("bin/")
                || name.contains("/scripts/");
    }

    /** A folder, what a text is compared with, or a program of Windows: {@code /^berth/}. */
    private static boolean isNoProgram(String name) {
        return name.endsWith("/") && name.startsWith("/") || name.endsWith(".exe");
    }

    /** A command by its path, or by a path with something to fill in. */
    private static boolean isPlace(String name) {
        return name.contains("/") && !name.contains("://");
    }
}
