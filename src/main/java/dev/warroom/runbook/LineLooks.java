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
                            + "|while\\s+(?:read|sleep|IFS=).*|\\[\\[?\\s.+\\s\\]\\]?(?:[\\s;&"
                            + "|].*)?|\\(\\(.+|!\\s+\\w.*"
                            + "|(?:do|then|else|\\{)(?:\\s.+)?|(?:done|fi|esac|\\}|;;)(?:\\s*[;"
                            + "|<>&].*)?|\\.\\s+[\\w./~$-]+");
    private static final Pattern EVIDENCE =
            Pattern.compile(
                    "(?:^|\\s)(?:--?[A-Za-z][\\w-]*|[|&]{1,2}(?=\\s|$)|\\d?>{1,2}\\s?[\\w/&"
                            + "$~.]|<\\s?[\\w/$~.]|\\.{0,2}~?/[\\w.]|\"|'"
                            + "|\\$[{(\\w]|\\*\\.|\\S+=\\S|-\\s|\\S+\\.(?:sh|ya?ml|json"
                            + "|sql|txt|log|conf|gz|py|service)\\b"
                            + "|<[\\p{L}][^<>]*>)|;\\s*[^#\\s]|\\|");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-zA-Z0-9_.+-]{0,60}");
    private static final Pattern NAMED_TOOL =
            Pattern.compile(".+(?:ctl|-cli|-admin|adm|tool|-tools)");
    private static final Pattern STOP =
            Pattern.compile(
                    "(?i)\\s(?:the|a|an|to|of|in|on|is|are|was|were|that|this"
                            + "|these|if|your|our|you|we"
                            + "|any|each|it|its|sure|and|or|with|from|be|has|have|not|will"
                            + "|when|until|by|there|as"
                            + "|should|can|may|which|via|into)(?=[\\s,.:;!?]|$)");

    private static final Pattern FILLED =
            Pattern.compile("\\[[^\\]]*\\]|<[^>]*>|\"[^\"]*(?:\"|$)|'[^']*(?:'|$)");

    /** Commands that are more often what another one answers. */
    private static final Set<String> ANSWERS = Set.of("true", "false", "yes");

    private static final Set<String> INSIDE = Set.of("|", "||", "&&", "do", "done", "fi", "esac");

    /** What follows tells nothing more, and bounds the time. */
    private static final int LONGEST = 400;

    /** Judges {@code line}, which begins a command if it is shell at all. */
    static LineLooks of(String line) {
        String all = line.strip();
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
        if (text.isEmpty() || text.equals("{") || text.equals("}")) {
            return POSSIBLE;
        }
        if (ForeignLine.isSaid(text)) {
            return FOREIGN;
        }
        if (known) {
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
        if (ForeignLine.is(text)) {
            return FOREIGN;
        }
        Matcher wrappers = WRAPPERS.matcher(text);
        boolean wrapped = wrappers.lookingAt();
        String rest = wrapped ? text.substring(wrappers.end()) : text;
        if (!wrapped && ASSIGNMENT.matcher(text).matches()) {
            return ASSIGNS_OUTPUT.matcher(text).matches() ? COMMAND : POSSIBLE;
        }
        int end = 0;
        while (end < rest.length() && " \t;|&<>()".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return ofCommand(rest.substring(0, end), rest.substring(end), wrapped);
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
                || wrapped && !STOP.matcher(arguments).find()) {
            return COMMAND;
        }
        if (name.startsWith("$") || name.startsWith("\"$")) {
            return arguments.isBlank() ? POSSIBLE : COMMAND;
        }
        if (!NAME.matcher(name).matches()) {
            boolean program =
                    evidence && Character.isUpperCase(name.isEmpty() ? ' ' : name.charAt(0));
            return program && arguments.strip().startsWith("-") || isPlace(name)
                    ? POSSIBLE
                    : FOREIGN;
        }
        if (isSentence(arguments) || arguments.endsWith(";")) {
            return FOREIGN;
        }
        boolean tool =
                evidence || NAMED_TOOL.matcher(name).matches() || Subcommand.begins(arguments);
        return tool ? COMMAND : POSSIBLE;
    }

    private static boolean isSentence(String arguments) {
        String words = FILLED.matcher(arguments).replaceAll("X").strip();
        return words.split("\\s+", 4).length > 2 && STOP.matcher(" " + words).find();
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

    /** A command by its path, or by a path with something to fill in. */
    private static boolean isPlace(String name) {
        return name.contains("/") && !name.contains("://");
    }
}
