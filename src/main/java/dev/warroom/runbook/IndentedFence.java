package dev.warroom.runbook;

import java.util.List;

/** Rule: a fence that is indented like code is meant as a fence. */
final class IndentedFence {

    private IndentedFence() {}

    /**
     * @param lines of an indented block
     * @param before the paragraph before it; may be empty
     * @param behindShell whether it stands right behind a block that is labelled as shell
     */
    static Block.Code of(int line, NumberedLines content, String before, boolean behindShell) {
        List<String> lines = content.lines();
        String first = lines.isEmpty() ? "" : lines.getFirst().strip();
        boolean fenced = lines.size() > 2 && first.matches("`{3,}[^`]*|~{3,}.*");
        if (!fenced || !lines.getLast().strip().equals(first.substring(0, 3))) {
            return new Block.Code(line, "", "", before, behindShell, content);
        }
        String info = first.replaceFirst("^[`~]+", "");
        NumberedLines inner = content.part(1, lines.size() - 1);
        return new Block.Code(line + 1, Label.name(info), info, before, behindShell, inner);
    }
}
