package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: where a block shows a session, prompts are taken off, and a line without a prompt is what
 * was printed. A block shows a session when its first words stand behind a prompt, when most of its
 * lines have one before a command that is known, or when its label says so and it has a prompt at
 * all.
 */
final class Prompts {

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
            case NOTHING -> Unprompted.read(code);
            case PROMPT -> session(code, Prompt.USUAL, false, false);
            case ANGLE -> session(code, AnglePrompt.of(code).orElseThrow(), false, false);
            case NUMBER -> numbered(code);
            case BARE -> bare(code);
            case ROOT -> session(code, Prompt.USUAL, true, false);
            case TOLD -> session(code, Prompt.USUAL, true, true);
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
                                        && (!Comment.is(line)
                                                || RootPrompt.is(line)
                                                || Prompt.begins(line)))
                .findFirst()
                .filter(line -> Prompt.begins(line) || RootPrompt.is(line) && anyHasPrompt(lines))
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
        String name = FirstWord.of(first.getLast().substring(2).strip());
        return Commands.isKnown(name)
                && !Commands.isAlsoWord(name)
                && LineLooks.of(first.getFirst()) != LineLooks.COMMAND;
    }

    /** Whether more than half of the lines are commands that are known, each behind a prompt. */
    private static boolean areMostlyPrompted(List<String> lines) {
        int prompted = 0;
        int others = 0;
        for (String line : lines) {
            String typed = Prompt.typed(line, Prompt.USUAL);
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
            if (Prompt.begins(line)) {
                return true;
            }
        }
        return false;
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
            String typed = Prompt.typed(text, prompt);
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
                    || prompt == Prompt.USUAL && Comment.is(text) && !onlyRoot
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
