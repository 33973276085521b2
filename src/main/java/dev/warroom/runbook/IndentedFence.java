package dev.warroom.runbook;

import java.util.List;

/** Rule: a fence that is indented like code is meant as a fence. */
final class IndentedFence {

    private IndentedFence() {}

    /**
     * @param lines of an indented block
     * @param before the paragraph before it; may be empty
     */
    static Block.Code of(int line, NumberedLines content, String before) {
        List<String> lines = content.lines();
        Introduction introduction = Introduction.of(before);
        String first = lines.isEmpty() ? "" : lines.getFirst().strip();
        boolean fenced = lines.size() > 2 && first.matches("`{3,}[^`]*|~{3,}.*");
        if (!fenced || !lines.getLast().strip().equals(first.substring(0, 3))) {
            return new Block.Code(line, "", "", introduction, content);
        }
        String info = first.replaceFirst("^[`~]+", "");
        NumberedLines inner = content.part(1, lines.size() - 1);
        return new Block.Code(line + 1, Label.name(info), info, introduction, inner);
    }
}
