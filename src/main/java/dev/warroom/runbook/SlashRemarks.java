package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * Rule: two slashes above a command begin a remark, as in other languages: who wrote the block
 * thought of those. It is read as a comment of the shell, which would take it for a folder.
 */
final class SlashRemarks {

    private SlashRemarks() {}

    /**
     * {@code code} with its remarks as the shell writes them; the same where it has none.
     *
     * @param findings grows by the first of them
     */
    static Block.Code mended(Block.Code code, List<Finding> findings) {
        Label label = Label.of(code.label());
        boolean mayBeShell = label == Label.NONE || label == Label.SHELL || label == Label.SESSION;
        if (!mayBeShell || !standAboveCommands(code.lines())) {
            return code;
        }
        for (int i = 0; i < code.lines().size(); i++) {
            if (is(code.lines().get(i))) {
                findings.add(
                        new Finding(
                                code.line(i),
                                "two slashes begin no comment of a shell; they are taken for one",
                                "Begin it with a number sign."));
                break;
            }
        }
        return code.reading(mended(code.lines()));
    }

    /**
     * Whether a line of the block is a remark, and a command that is known stands below each that
     * comes before other lines.
     */
    private static boolean standAboveCommands(List<String> lines) {
        boolean any = false;
        boolean remark = false;
        for (String line : lines) {
            if (is(line)) {
                any = true;
                remark = true;
            } else if (!line.isBlank() && !Comment.is(line)) {
                if (remark && !isCommand(line)) {
                    return false;
                }
                remark = false;
            }
        }
        return any && !remark;
    }

    private static boolean isCommand(String line) {
        String text = line.strip();
        return !text.endsWith(";")
                && !text.endsWith("{")
                && !Commands.beginsStatement(FirstWord.of(text))
                && !text.startsWith("sh '")
                && !text.startsWith("sh \"")
                && LineLooks.of(text) == LineLooks.COMMAND;
    }

    private static List<String> mended(List<String> lines) {
        List<String> mended = new ArrayList<>(lines.size());
        for (String line : lines) {
            mended.add(is(line) ? "# " + line.strip().substring(2).strip() : behind(line));
        }
        return mended;
    }

    /** A remark may stand behind a command as well. */
    private static String behind(String line) {
        int at = line.indexOf(" // ");
        boolean quoted = at < 0 || line.indexOf('"') >= 0 || line.indexOf('\'') >= 0;
        return quoted ? line : line.substring(0, at) + " # " + line.substring(at + 4);
    }

    private static boolean is(String line) {
        int at = line.indexOf("//");
        if (at < 0 || at + 2 >= line.length() || !line.substring(0, at).isBlank()) {
            return false;
        }
        char next = line.charAt(at + 2);
        return next == ' ' || Character.isUpperCase(next);
    }
}
