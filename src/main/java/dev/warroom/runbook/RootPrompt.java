package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: a number sign and a blank before a command are the prompt of root where the whole block
 * says so, and a comment otherwise: commands behind it, and none without it.
 */
final class RootPrompt {

    private static final Pattern BECOMES_ROOT =
            Pattern.compile(
                    ".*\\b(?:sudo\\s+(?:su|-i|-s|bash|sh)\\b|su\\b|docker\\s.*exec"
                            + "|kubectl\\s.*exec|oc\\s+(?:debug|rsh|exec)|chroot|ssh|nsenter"
                            + "|login).*");

    private static final Pattern VARIABLE = Pattern.compile("# [A-Z_][A-Z0-9_]*=\\S*");

    private static final Pattern GIVEN =
            Pattern.compile("# [a-z]\\S* .*(?: -|[\\w.]/\\w| /\\w|_\\w)");

    private static final int LEAST_WORDS = 3;

    private static final List<String> HINTS =
            List.of("su", "exec", "debug", "rsh", "chroot", "ssh", "nsenter", "login");

    private RootPrompt() {}

    /** Whether the block as a whole is typed by root, without any other prompt. */
    static boolean rules(List<String> lines) {
        int commands = 0;
        int comments = 0;
        boolean first = false;
        boolean said = false;
        ShellLexer lexer = new ShellLexer();
        for (String line : lines) {
            String text = line.strip();
            if (lexer.isInText()) {
                lexer.take(line);
            } else if (text.isEmpty()) {
                continue;
            } else if (is(text)) {
                first |= commands + comments == 0;
                commands++;
                lexer = new ShellLexer();
                lexer.take(text.substring(2));
            } else if (sets(text)) {
                // A variable for the commands around it, or a setting that is switched off.
                continue;
            } else if (Comment.is(text)) {
                comments += first && mayBe(text) ? 0 : 1;
            } else if (commands + comments == 0 && isSaid(text)) {
                said = true;
            } else if (said && text.indexOf('=') > 0
                    || isEntry(text)
                    || commands == 0
                    || LineLooks.of(text) == LineLooks.COMMAND) {
                // Output follows a command, so what stands before the first is typed.
                return false;
            }
        }
        return commands > 0 && commands >= comments;
    }

    /**
     * Whether every number sign that may be a prompt stands before a program that is known: in data
     * it begins a comment, which may be a place. Where it always does, nothing else may stand
     * there.
     */
    static boolean isOfKnown(Block.Code code) {
        boolean known =
                code.lines().stream()
                        .filter(RootPrompt::is)
                        .map(line -> name(line.strip()))
                        .allMatch(Commands::isKnown);
        return known
                && (!Label.hasRemarks(code.label())
                        || code.lines().stream().allMatch(it -> it.isBlank() || Comment.is(it)));
    }

    /**
     * Whether a line reads as a prompt and a command that is not known, where root types others.
     */
    static boolean mayBe(String line) {
        String text = line.strip();
        return (text.indexOf('-') > 0 || text.indexOf(' ', 2) < 0) && couldBe(text);
    }

    /** The same, where words say that the line is to be run. */
    static boolean couldBe(String line) {
        String text = line.strip();
        return text.length() > 2
                && text.length() <= 100
                && text.startsWith("# ")
                && Character.isLowerCase(text.charAt(2))
                && !text.endsWith(":")
                && !text.endsWith(".")
                && LineLooks.of(text.substring(2)) == LineLooks.POSSIBLE;
    }

    /**
     * Whether the words before a block say that its first line is to be run, though it begins with
     * no command that is known: nothing stands in it without a number sign, or they name it.
     */
    static boolean isTold(Block.Code code) {
        String first = "";
        boolean alone = true;
        for (String line : code.lines()) {
            String text = line.strip();
            first = first.isEmpty() ? text : first;
            alone &= text.isEmpty() || text.startsWith("# ");
        }
        return first.startsWith("# ")
                && couldBe(first)
                && (alone || code.before().contains("`" + name(first) + "`"))
                && code.introduction() == Introduction.RUNS;
    }

    /**
     * Whether every line stands behind a number sign and reads as a command, and one is given an
     * option, a path or a name with an underscore: nobody writes such remarks and nothing else.
     */
    static boolean areAll(Block.Code code) {
        boolean given = false;
        ShellLexer lexer = new ShellLexer();
        for (String line : code.lines()) {
            boolean begins = lexer.isComplete();
            if (line.length() > LineLooks.LONGEST) {
                return false;
            }
            if (begins && !line.isBlank()) {
                if (!is(line) && !couldBe(line.replaceAll("\\s*\\\\$", ""))) {
                    return false;
                }
                given |= GIVEN.matcher(line).find();
                lexer = new ShellLexer();
            }
            lexer.take(begins && !line.isBlank() ? line.strip().substring(2) : line);
            given |= begins && !lexer.isComplete();
        }
        return given && Label.of(code.label()) == Label.NONE;
    }

    /**
     * Whether nothing stands in a block but commands that are known, each right behind a number
     * sign: nobody shows only what is switched off.
     */
    static boolean areBare(Block.Code code) {
        Label label = Label.of(code.label());
        boolean any = false;
        for (String line : code.lines()) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (text.length() < 3
                    || text.charAt(0) != '#'
                    || !Character.isLowerCase(text.charAt(1))
                    || !Commands.begin(text.substring(1))
                    || LineLooks.of(text.substring(1)) != LineLooks.COMMAND) {
                return false;
            }
            any = true;
        }
        return any && label != Label.DATA && label != Label.OTHER;
    }

    /** Whether a line is words of several, which say what is typed below them. */
    private static boolean isSaid(String text) {
        return Character.isLetter(text.charAt(0))
                && text.indexOf('=') < 0
                && text.split("\\s+", LEAST_WORDS + 1).length > LEAST_WORDS
                && ".:)".indexOf(text.charAt(text.length() - 1)) >= 0
                && LineLooks.of(text) != LineLooks.COMMAND;
    }

    private static String name(String first) {
        return FirstWord.of(first.substring(2));
    }

    /** Whether a line begins an entry of data, as no output does: {@code - type: ship}. */
    private static boolean isEntry(String text) {
        return text.startsWith("- ") && text.indexOf(": ") > 0;
    }

    /** Whether a line reads as a prompt and a variable that is set. */
    static boolean sets(String line) {
        String text = line.strip();
        return text.startsWith("# ") && text.indexOf('=') > 0 && VARIABLE.matcher(text).matches();
    }

    /** Whether a line reads as a prompt and a command that is known. */
    static boolean is(String line) {
        String text = line.strip();
        if (!text.startsWith("# ") || text.length() > 1_000) {
            return false;
        }
        char first = text.length() > 2 ? text.charAt(2) : ' ';
        if (Character.isUpperCase(first) && text.indexOf('=') < 0) {
            return false;
        }
        String typed = text.substring(2);
        return !BarePaths.isData(name(text))
                && !Comment.numbered(typed).isPresent()
                && OptionTitle.of(typed).isEmpty()
                && !typed.endsWith(":")
                && !typed.endsWith(".")
                && LineLooks.of(typed) == LineLooks.COMMAND;
    }

    /** Whether after this command a number sign is root's prompt. */
    static boolean beginsAfter(String command) {
        return command.length() < 1_000
                && HINTS.stream().anyMatch(command::contains)
                && BECOMES_ROOT.matcher(command).matches();
    }
}
