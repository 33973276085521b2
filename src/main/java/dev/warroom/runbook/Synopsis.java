package dev.warroom.runbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rule: {@code harbour open [options] <berth>} tells how a command is built; nobody types it. What
 * may be left out stands in square brackets.
 */
final class Synopsis {

    /** What brackets must hold to say that their words may be left out. */
    private enum Holding {
        /** Options, or what may be repeated. */
        OPTIONS,
        /** Something to fill in, or other brackets, too. */
        PLACES,
        /** Any word. */
        WORDS
    }

    private static final Pattern OPTIONS =
            Pattern.compile(
                    "(?:global |sub)?(?:options?|flags?|arg(?:ument)?s?|commands?)"
                            + "|-{1,2}(?:[A-Za-z ].*)?"
                            + "|[^\"'$]*\\.\\.\\.?|\\.\\.\\.[^\"'$]*",
                    Pattern.CASE_INSENSITIVE);

    /** What follows tells nothing more, and bounds the time. */
    private static final int LONGEST = 400;

    /** Announced as a form: where something to fill in is enough to make it one. */
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?i)(?:.*\\b)?(?:syntax|synopsis|signatures?|general form):?\\s*");

    private static final Pattern PLACE = Pattern.compile("[^\"'$|<>]+ <[a-z][\\w -]{0,40}>.*");

    /** A program that is given a command of its own, whichever that is. */
    private static final Pattern ANY_COMMAND =
            Pattern.compile("([\\w./-]+) <(?:sub)?command>(?: .*)?");

    /** A call, and words of what it does: {@code ./quay moor [--all] tie boats}. */
    private static final Pattern TOLD =
            Pattern.compile("[\\w./-]+(?: \\S+){1,5} {2,}([\\p{L}(][^\"`$\\\\]*)");

    /** {@code open [gate] opens the gate}. */
    private static final Pattern COMMAND_TOLD =
            Pattern.compile("[\\w-]+(?: [\\w<>\\[\\]|.-]+)* {2,}[\\p{L}(].*");

    /** What a command is given may stand in columns, too; more words tell something. */
    private static final int LEAST_WORDS = 3;

    /** {@code ./quay open | shut | count}, or one call of which nothing is told. */
    private static final Pattern CHOICE =
            Pattern.compile("[\\w./-]+(?: [\\w<>\\[\\]-]+){1,4}(?: ?\\| ?[\\w-]+)*");

    /** An option, and what it may be, with nothing around the bars: {@code --tide low|high}. */
    private static final Pattern CHOSEN =
            Pattern.compile("\\s--?[A-Za-z][\\w-]*[ =]([\\w.-]+(?:\\|[\\w.-]+)+)(?=\\s|$)");

    /** What takes the name of any command, so that one has to be filled in. */
    private static final Set<String> TAKES_ANY =
            Set.of(
                    "command", "doas", "env", "exec", "help", "man", "nice", "nohup", "strace",
                    "sudo", "time", "timeout", "type", "watch", "which");

    private Synopsis() {}

    /** Whether the line by itself tells how a command is built. */
    static boolean is(String line) {
        return leavesOut(line, Holding.OPTIONS);
    }

    /**
     * Whether the block tells how a program is called: half of its lines leave something out, all
     * begin with the same word, and no words before it say that it is to be run; or these say that
     * a form follows.
     */
    static boolean isAllOf(Block.Code code) {
        if (Prompts.startsWithPrompt(code.lines())) {
            return isAllOf(code, typed(code));
        }
        return isAllOf(code, code.lines());
    }

    /**
     * Whether each line is what a heading of the file says, and then words in brackets: there the
     * command is explained, and here how it is called.
     */
    static boolean isExplained(Block.Code code, Vocabulary vocabulary) {
        boolean any = false;
        for (String line : code.lines()) {
            String text = line.strip();
            if (text.isEmpty() || Comment.is(text)) {
                continue;
            }
            int open = text.indexOf(" [");
            if (open < 0
                    || !text.endsWith("]")
                    || !leavesOut(text, Holding.WORDS)
                    || !isExplained(text.substring(0, open).strip(), vocabulary)) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /** Whether a heading is the whole call, or what the program is asked for. */
    private static boolean isExplained(String call, Vocabulary vocabulary) {
        int blank = call.indexOf(' ');
        return !Commands.isKnown(blank < 0 ? call : call.substring(0, blank))
                && (vocabulary.isHeading(call)
                        || blank > 0 && vocabulary.isHeading(call.substring(blank + 1)));
    }

    /**
     * Whether each line is the same program with words, and what these do in a column behind them;
     * some may stand together, with bars between them.
     */
    static boolean isOverview(List<String> lines) {
        return isOverviewOfCommands(lines) || isOverviewOfCalls(lines);
    }

    /**
     * Whether the first line says that a program takes commands, and those stand further in below
     * it, each with what it does.
     */
    private static boolean isOverviewOfCommands(List<String> lines) {
        if (lines.size() < 2
                || lines.getFirst().indexOf("command>") < 0
                || !ANY_COMMAND.matcher(lines.getFirst().strip()).matches()) {
            return false;
        }
        int told = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank() && !line.startsWith("  ")) {
                return false;
            }
            told += COMMAND_TOLD.matcher(line.strip()).matches() ? 1 : 0;
        }
        return told > 1;
    }

    private static boolean isOverviewOfCalls(List<String> lines) {
        String program = "";
        int told = 0;
        int rows = 0;
        boolean said = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (text.length() > LONGEST) {
                return false;
            }
            String first = FirstWord.of(text);
            Matcher row = text.indexOf("  ") < 0 ? null : TOLD.matcher(text);
            boolean tells = row != null && row.matches() && !row.group(1).contains(" -");
            boolean same = program.isEmpty() || program.equals(first);
            if (!same || Commands.isKnown(first) || !tells && !CHOICE.matcher(text).matches()) {
                return false;
            }
            said |= tells && row.group(1).split(" ").length >= LEAST_WORDS;
            program = first;
            told += tells ? 1 : 0;
            rows++;
        }
        return said && told > 1 && told * 2 > rows;
    }

    /** What stands behind a prompt: what is printed below it may tell of other forms. */
    private static List<String> typed(Block.Code code) {
        return Prompts.read(code).stream().filter(it -> !it.output()).map(ShellLine::text).toList();
    }

    private static boolean isAllOf(Block.Code code, List<String> lines) {
        if (takesAnyCommand(lines)) {
            return code.introduction() != Introduction.RUNS;
        }
        if (offersChoices(lines) && code.introduction() != Introduction.RUNS) {
            return true;
        }
        boolean leavesOut = false;
        for (String line : lines) {
            leavesOut = leavesOut || leavesOut(line, Holding.WORDS);
        }
        if (!leavesOut) {
            return Introduction.mayDefine(code.before())
                    && code.introduction() == Introduction.DEFINES
                    && ANNOUNCED.matcher(code.before().strip()).matches()
                    && lines.stream().anyMatch(Synopsis::hasPlace);
        }
        Introduction introduction = code.introduction();
        return introduction == Introduction.DEFINES
                || introduction != Introduction.RUNS && isOfOneProgram(lines);
    }

    /** Whether every line is {@code harbour <command>}: that it has commands, and not which. */
    private static boolean takesAnyCommand(List<String> lines) {
        boolean any = false;
        for (String line : lines) {
            if (line.isBlank() || Comment.is(line)) {
                continue;
            }
            Matcher form = line.indexOf("command>") < 0 ? null : ANY_COMMAND.matcher(line.strip());
            if (form == null || !form.matches() || TAKES_ANY.contains(form.group(1))) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /**
     * Whether one program is called in most lines, and in some an option is given what it may be.
     * Before a command that is known a bar is a pipe.
     */
    private static boolean offersChoices(List<String> lines) {
        boolean barred = false;
        for (String line : lines) {
            barred = barred || line.indexOf('|') >= 0;
        }
        if (!barred) {
            return false;
        }
        String program = "";
        int calls = 0;
        int others = 0;
        boolean chosen = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || Comment.is(text)) {
                continue;
            }
            String first = FirstWord.of(text);
            program = program.isEmpty() ? first : program;
            calls += program.equals(first) ? 1 : 0;
            others += program.equals(first) ? 0 : 1;
            chosen = chosen || isChosen(text);
        }
        return chosen && calls > 1 && calls > others;
    }

    private static boolean isChosen(String text) {
        if (text.indexOf('|') < 0 || text.length() > LONGEST) {
            return false;
        }
        Matcher chosen = CHOSEN.matcher(text);
        while (chosen.find()) {
            String[] words = chosen.group(1).split("\\|");
            if (!isQuoted(text, chosen.start())
                    && Stream.of(words).skip(1).noneMatch(Commands::isKnown)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPlace(String line) {
        return line.indexOf(" <") > 0 && PLACE.matcher(line).matches();
    }

    /** Whether one program is called in all lines, as a form in no fewer of them than as typed. */
    private static boolean isOfOneProgram(List<String> lines) {
        String program = "";
        int forms = 0;
        int typed = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || Comment.is(text)) {
                continue;
            }
            String first = FirstWord.of(text);
            if (!program.isEmpty() && !program.equals(first)) {
                return false;
            }
            program = first;
            if (leavesOut(text, Holding.PLACES)) {
                forms++;
            } else {
                typed++;
            }
        }
        return forms > 0 && forms >= typed;
    }

    private static boolean leavesOut(String line, Holding holding) {
        int end = Math.min(line.length(), LONGEST);
        int open = opening(line, 0);
        while (open > 0 && open + 1 < end) {
            int close = close(line, open, end);
            if (close < 0) {
                return false;
            }
            if (isWholeWord(line, close)
                    && mayBeLeftOut(line.substring(open + 1, close), holding)
                    && !isQuoted(line, open)) {
                return true;
            }
            open = opening(line, close);
        }
        return false;
    }

    /** Where the next bracket opens, behind a blank or something to fill in; -1 where none does. */
    private static int opening(String line, int from) {
        int open = line.indexOf('[', Math.max(1, from));
        while (open > 0 && line.charAt(open - 1) != ' ' && line.charAt(open - 1) != '>') {
            open = line.indexOf('[', open + 1);
        }
        return open;
    }

    private static boolean mayBeLeftOut(String inside, Holding holding) {
        char first = inside.isEmpty() ? ' ' : inside.charAt(0);
        if (first == ' ' || inside.startsWith("[ ")) {
            // A test: if [ -f gate ]
            return false;
        }
        return holding == Holding.WORDS && Character.isLetter(first)
                || holding != Holding.OPTIONS
                        && (first == '<' || inside.indexOf('[') >= 0)
                        && inside.indexOf('"') < 0
                        && inside.indexOf('$') < 0
                || OPTIONS.matcher(inside).matches();
    }

    private static boolean isQuoted(String line, int at) {
        char quote = 0;
        for (int i = 0; i < at; i++) {
            char letter = line.charAt(i);
            if (quote == 0 && (letter == '"' || letter == '\'')) {
                quote = letter;
            } else if (letter == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    /** The index of the bracket that closes the one at {@code open}; -1 where none does. */
    private static int close(String line, int open, int end) {
        int depth = 0;
        for (int i = open; i < end; i++) {
            char letter = line.charAt(i);
            depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a word ends with the bracket, or with the dots that repeat it. */
    private static boolean isWholeWord(String line, int close) {
        int end = close + 1;
        while (end < line.length() && line.charAt(end) == '.') {
            end++;
        }
        return end == line.length() || line.charAt(end) == ' ';
    }
}
