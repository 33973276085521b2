package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: where a block shows a session, prompts are taken off, and a line without a prompt is what
 * was printed. A block shows a session when its first words stand behind a prompt, when most of its
 * lines have one before a command that is known, or when its label says so and it has a prompt at
 * all. A prompt counts only with a blank behind it, unless it names person, host and folder. Where
 * a comment says so, too, what follows it was printed.
 */
final class Prompts {

    private static final String PLACE =
            "(?:\\([\\w.-]{1,40}\\)\\s?)?(?:\\[?[\\w.-]{1,64}@[\\w.-]{1,64}(?:[:"
                    + " ][^\\]$#%>]{0,80})?\\]?\\s?|(?:ba|z|a)?sh-[\\d.]{1,8}|[\\w.-]{1,64}:["
                    + "~/][\\w./~-]{0,80}\\s?"
                    + "|[~/][\\w./-]{0,40}\\s?|[\\w.-]{1,40}/[\\w./-]{1,80}\\s(?=\\$))";
    private static final Pattern PROMPT =
            Pattern.compile(
                    "\\s{0,8}(?:"
                            + PLACE
                            + "[$#%>]|(?:ba|z|k)?sh(?:ell)?>|(?:\\([\\w.-]{1,40}\\)\\s?)?(?:\\$>|[$%❯➜]))(?:"
                            + " (.*)|\\s?)");
    private static final Pattern HOST =
            Pattern.compile("\\s{0,8}([\\w][\\w.-]{1,63})\\s{1,16}([$#]) (.*)");

    /** A prompt that names a person, a host and a folder is one without a blank behind it, too. */
    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\s{0,8}[\\w.-]{1,32}@[\\w.-]{1,64}:[~/][\\w./~-]{0,80}([$#])([a-z./~][^"
                            + " ]*.*)");

    private static final Pattern NAMED =
            Pattern.compile(
                    "[a-z][\\w.]*(?:-[\\w.-]{1,40}[$#]|[\\w.]{0,40}\\$)" + " ((?:[a-z]|\\./).*)");

    private Prompts() {}

    /** What stands before what is typed in a block. */
    private enum Kind {
        NOTHING,
        PROMPT,
        ANGLE,
        NUMBER,
        /** A number sign without a blank. */
        BARE,
        /** A number sign and a blank. */
        ROOT,
        /** The same, before what need not be known. */
        TOLD
    }

    /** The lines of {@code code}, each with its place in the file. */
    static List<ShellLine> read(Block.Code code) {
        return switch (kind(code)) {
            case NOTHING -> plain(code);
            case PROMPT -> session(code, PROMPT, false, false);
            case ANGLE -> session(code, AnglePrompt.of(code).orElseThrow(), false, false);
            case NUMBER -> numbered(code);
            case BARE -> bare(code);
            case ROOT -> session(code, PROMPT, true, false);
            case TOLD -> session(code, PROMPT, true, true);
        };
    }

    /** Whether the block has prompts. */
    static boolean isSession(Block.Code code) {
        return kind(code) != Kind.NOTHING;
    }

    private static Kind kind(Block.Code code) {
        List<String> lines = code.lines();
        if (anyHasPrompt(lines)
                && (startsWithPrompt(lines)
                        || isMixed(lines, code.label())
                        || isTitled(lines)
                        || areMostlyPrompted(lines))) {
            return Kind.PROMPT;
        }
        if (AnglePrompt.of(code).isPresent()) {
            return Kind.ANGLE;
        }
        if (areNumbered(lines)) {
            return Kind.NUMBER;
        }
        if (RootPrompt.areBare(code)) {
            return Kind.BARE;
        }
        if (RootPrompt.isTold(code) || RootPrompt.areAll(code)) {
            return Kind.TOLD;
        }
        boolean root =
                RootPrompt.rules(lines)
                        && (!Label.isData(code.label()) || RootPrompt.isOfKnown(code));
        return root ? Kind.ROOT : Kind.NOTHING;
    }

    /** Whether the first line that is no comment has a prompt. */
    static boolean startsWithPrompt(List<String> lines) {
        return lines.stream()
                .filter(
                        line ->
                                !line.isBlank()
                                        && !Evidence.isMark(line)
                                        && !(Comment.is(line) && !RootPrompt.is(line)))
                .findFirst()
                .filter(line -> hasPrompt(line) || RootPrompt.is(line) && anyHasPrompt(lines))
                .isPresent();
    }

    /** Prompts further down show a session, unless they stand in a text of their own. */
    private static boolean isMixed(List<String> lines, String label) {
        return Label.isShell(label) && lines.stream().noneMatch(line -> line.contains("<<"));
    }

    /**
     * Whether the first line is no command, and the second one that is known behind a dollar: what
     * it is for stands above it.
     */
    private static boolean isTitled(List<String> lines) {
        List<String> first = lines.stream().filter(line -> !line.isBlank()).limit(2).toList();
        if (first.size() < 2 || !first.getLast().startsWith("$ ")) {
            return false;
        }
        String name = first.getLast().substring(2).strip().split("\\s", 2)[0];
        return Commands.isKnown(name)
                && !Commands.isAlsoWord(name)
                && LineLooks.of(first.getFirst()) != LineLooks.COMMAND;
    }

    /** Whether more than half of the lines are commands that are known, each behind a prompt. */
    private static boolean areMostlyPrompted(List<String> lines) {
        int prompted = 0;
        int others = 0;
        for (String line : lines) {
            String typed = typed(line, PROMPT);
            if (typed != null && Commands.begin(typed)) {
                prompted++;
            } else if (!line.isBlank()) {
                others++;
            }
        }
        return prompted > others;
    }

    private static boolean anyHasPrompt(List<String> lines) {
        for (String line : lines) {
            if (hasPrompt(line)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasPrompt(String line) {
        return typed(line, PROMPT) != null;
    }

    /** What stands behind the prompt; null where there is none. */
    private static String typed(String line, Pattern prompt) {
        Look look = look(line);
        if (look != Look.APART) {
            return look == Look.CLOSE && prompt == PROMPT ? typedClose(line) : null;
        }
        Matcher matcher = prompt.matcher(line);
        if (line.length() > 1 && matcher.matches()) {
            return matcher.group(1) == null ? "" : matcher.group(1);
        }
        if (prompt == PROMPT && isTypedAtName(line)) {
            return line.substring(line.indexOf(' ') + 1);
        }
        Matcher host = HOST.matcher(line);
        boolean found =
                prompt == PROMPT
                        && host.matches()
                        && !isNumber(host.group(1))
                        && !Commands.isKnown(host.group(1))
                        && (host.group(2).equals("$") || host.group(1).matches(".*\\d.*"));
        return found ? host.group(3) : null;
    }

    /** What stands right behind a prompt; behind a number sign it has to be known. */
    private static String typedClose(String line) {
        if (line.indexOf('@') < 0) {
            return null;
        }
        Matcher whole = WHOLE.matcher(line);
        return whole.matches() && (whole.group(1).equals("$") || Commands.begin(whole.group(2)))
                ? whole.group(2)
                : null;
    }

    private static boolean isNumber(String host) {
        return host.chars().allMatch(letter -> letter >= '0' && letter <= '9' || letter == '.');
    }

    /**
     * Whether the prompt is a name with a dash, as a container's, and the command one that switches
     * and routers do not have: they prompt like this too, but for the dollar.
     */
    private static boolean isTypedAtName(String line) {
        Matcher named = NAMED.matcher(line);
        if (!named.matches()) {
            return false;
        }
        String typed = named.group(1);
        String name = typed.split("\\s", 2)[0];
        boolean person = line.charAt(line.indexOf(' ') - 1) == '$';
        return name.startsWith("./")
                || Commands.isKnown(name)
                        && (person || !DeviceLine.isAlsoTyped(name) && !DeviceLine.is(typed));
    }

    /** How a line looks that may begin with a prompt. */
    private enum Look {
        NONE,
        /** Nothing stands between the prompt and what is typed. */
        CLOSE,
        APART
    }

    /** Looks for a prompt's last letter, which is faster than reading it. */
    private static Look look(String line) {
        Look look = Look.NONE;
        int limit = Math.min(line.length(), 200);
        for (int i = 0; i < limit; i++) {
            char letter = line.charAt(i);
            boolean mark =
                    letter == '$'
                            || letter == '#'
                            || letter == '%'
                            || letter == '>'
                            || letter == '❯'
                            || letter == '➜';
            if (mark && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                return i > 0 || line.charAt(0) != '#' ? Look.APART : look;
            }
            if (i > 0 && (letter == '$' || letter == '#')) {
                look = Look.CLOSE;
            }
        }
        return look;
    }

    /** Whether every line is a command that is known, behind the next number: {@code 1. ls}. */
    private static boolean areNumbered(List<String> lines) {
        int number = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            number++;
            int begin = String.valueOf(number).length() + 2;
            if (!text.startsWith(number + ". ") && !text.startsWith(number + ") ")
                    || !Commands.begin(text.substring(begin))
                    || LineLooks.of(text.substring(begin)) != LineLooks.COMMAND) {
                return false;
            }
        }
        return number > 0;
    }

    private static List<ShellLine> numbered(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        for (String text : code.lines()) {
            String typed = text.strip();
            typed = typed.isEmpty() ? typed : typed.substring(typed.indexOf(' ') + 1).strip();
            lines.add(new ShellLine(code.line(lines.size()), typed, false, !typed.isEmpty()));
        }
        return lines;
    }

    private static List<ShellLine> bare(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        for (String text : code.lines()) {
            String typed = text.isBlank() ? "" : text.strip().substring(1).strip();
            lines.add(new ShellLine(code.line(lines.size()), typed, false, !typed.isEmpty()));
        }
        return lines;
    }

    private static List<ShellLine> plain(Block.Code code) {
        if (code.lines().stream().anyMatch(Comment::announcesOutput)) {
            return withOutput(code);
        }
        if (PrintedBelow.follows(code.lines())) {
            return PrintedBelow.read(code);
        }
        boolean marks = !code.lines().isEmpty() && isMarked(code.lines().getFirst());
        List<ShellLine> lines = new ArrayList<>();
        for (String text : code.lines()) {
            boolean typed = marks && isMarked(text);
            boolean output = marks && !typed && !text.isBlank() && !Comment.is(text);
            lines.add(new ShellLine(code.line(lines.size()), unmarked(text), output, typed));
        }
        return lines;
    }

    /** Whether a line is a command between backticks; where the first is, others are printed. */
    private static boolean isMarked(String line) {
        return line.indexOf('`') >= 0 && !unmarked(line).equals(line);
    }

    /**
     * A block in which comments announce what is printed: it ends with the next comment, or before
     * a command that is known and stands apart.
     */
    private static List<ShellLine> withOutput(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        ShellLexer lexer = new ShellLexer();
        boolean printed = false;
        boolean apart = false;
        for (String text : code.lines()) {
            boolean comment = lexer.isAtStartOfLine() && Comment.is(text);
            if (comment && lexer.isComplete()) {
                boolean drawn = Comment.words(text).isEmpty();
                printed = Comment.announcesOutput(text) || printed && drawn;
            } else if (apart && LineLooks.of(text) == LineLooks.COMMAND) {
                printed = false;
            }
            boolean output = printed && !comment && !text.isBlank();
            lines.add(new ShellLine(code.line(lines.size()), unmarked(text), output, false));
            if (!output && !comment) {
                lexer = lexer.isComplete() ? new ShellLexer() : lexer;
                lexer.take(Wrapped.joined(text));
            }
            apart = text.isBlank();
        }
        return lines;
    }

    /**
     * A command in backticks from end to end is marked as code once more; nobody means the shell to
     * run what it prints.
     */
    private static String unmarked(String line) {
        if (line.indexOf('`') < 0) {
            return line;
        }
        String text = line.strip();
        int last = text.length() - 1;
        boolean marked = last > 1 && text.charAt(0) == '`' && text.indexOf('`', 1) == last;
        String inside = marked ? text.substring(1, last).strip() : "";
        return !inside.isEmpty() && LineLooks.of(inside) == LineLooks.COMMAND ? inside : line;
    }

    /**
     * @param onlyRoot whether a number sign is the prompt
     * @param told whether what stands behind it need not be known
     */
    private static List<ShellLine> session(
            Block.Code code, Pattern prompt, boolean onlyRoot, boolean told) {
        List<ShellLine> lines = new ArrayList<>();
        ShellLexer lexer = new ShellLexer();
        boolean root = onlyRoot;
        boolean begun = false;
        for (String text : code.lines()) {
            int line = code.line(lines.size());
            String typed = typed(text, prompt);
            boolean fresh = true;
            boolean prompted = typed != null;
            if (prompted) {
                root |= RootPrompt.beginsAfter(typed);
            } else if (root
                            && (RootPrompt.is(text)
                                    || onlyRoot
                                            && (RootPrompt.sets(text)
                                                    || RootPrompt.mayBe(text)
                                                    || told && RootPrompt.couldBe(text)))
                    || !begun && !onlyRoot && RootPrompt.is(text)) {
                typed = text.stripLeading().substring(2);
            } else if (!lexer.isComplete()) {
                typed = text.startsWith("> ") ? text.substring(2) : text;
                fresh = false;
            } else if (text.isBlank()
                    || prompt == PROMPT && Comment.is(text) && !onlyRoot
                    || !begun
                            && (!onlyRoot || Comment.is(text))
                            && looksTyped(text, code.label())) {
                typed = text;
            }
            lines.add(new ShellLine(line, typed == null ? text : typed, typed == null, prompted));
            if (typed != null && !Comment.is(typed) && !typed.isBlank()) {
                lexer = fresh ? new ShellLexer() : lexer;
                lexer.take(Wrapped.joined(typed));
                begun = true;
                root |= RootPrompt.beginsAfter(typed);
            } else if (typed != null && !fresh) {
                lexer.take(Wrapped.joined(typed));
            }
        }
        return lines;
    }

    /** Whether a line above the first prompt was typed as well. */
    private static boolean looksTyped(String line, String label) {
        LineLooks looks = LineLooks.of(line);
        return looks == LineLooks.COMMAND || looks == LineLooks.POSSIBLE && Label.isShell(label);
    }
}
