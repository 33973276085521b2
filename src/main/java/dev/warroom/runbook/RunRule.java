package dev.warroom.runbook;

/** Rule: which code blocks run, and which are only shown. */
final class RunRule {

    private RunRule() {}

    static boolean runs(Block.Code code) {
        if (code.lines().stream().allMatch(String::isBlank)
                || NotShell.isForAnother(code.lines().getFirst())
                || Templates.areContacts(code.lines())) {
            return false;
        }
        return Label.isShell(code.label())
                || code.label().isEmpty() && ShellGuess.looksLikeShell(code.lines());
    }
}
