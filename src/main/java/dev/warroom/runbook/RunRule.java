package dev.warroom.runbook;

import java.util.List;

/**
 * Rule: which code blocks run, and which are only shown. The label says so where there is one, and
 * the content where there is none or where it plainly says otherwise.
 */
final class RunRule {

    private RunRule() {}

    /**
     * @param units of the block, as if it were shell
     * @param vocabulary commands that are known in the file
     */
    static boolean runs(Block.Code code, List<ShellUnit> units, Vocabulary vocabulary) {
        if (code.lines().stream().allMatch(String::isBlank)
                || NotShell.isForAnother(first(code.lines()))
                || Templates.areContacts(code.lines())) {
            return false;
        }
        Evidence evidence = Evidence.of(units, isSession(code), vocabulary);
        return switch (Label.of(code.label())) {
            case SHELL, SESSION -> evidence.allows();
            case NONE -> evidence.suggests(code.introduction());
            case DATA -> evidence.demands();
            case OTHER -> false;
        };
    }

    /** Whether a block of this label may run at all, so that cutting it is worth its time. */
    static boolean mayRun(Block.Code code) {
        return Label.of(code.label()) != Label.OTHER;
    }

    /** Whether a label says shell, and nothing explains why it should not run. */
    static boolean misleads(Block.Code code) {
        return Label.isShell(code.label())
                && !NotShell.isForAnother(first(code.lines()))
                && !Templates.areContacts(code.lines());
    }

    /** Whether no other interpreter is named. */
    static boolean isForShell(Attributes attributes) {
        return attributes
                .interpreter()
                .map(it -> it.replaceFirst("\\s.*", "").replaceFirst(".*/", ""))
                .map(it -> it.matches("(?:ba|z|k|da|a)?sh"))
                .orElse(true);
    }

    /** Asked only where it counts. */
    private static boolean isSession(Block.Code code) {
        return Label.of(code.label()) == Label.NONE && Prompts.isSession(code);
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
