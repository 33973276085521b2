package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/** A step while it is being read, before it has an id. */
final class StepDraft implements ItemDraft {

    private static final int LONGEST_TITLE = 100;

    private final String title;
    private final int line;
    private final List<String> script = new ArrayList<>();
    private final List<String> instructions = new ArrayList<>();

    /**
     * @param title in one line; cut where it is longer than 100 characters, "Step" where it is
     *     blank
     */
    StepDraft(String title, int line) {
        String words = title.isBlank() ? "Step" : title.strip();
        this.title =
                words.codePointCount(0, words.length()) <= LONGEST_TITLE
                        ? words
                        : words.substring(0, words.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
        this.line = line;
        if (!this.title.equals(words)) {
            instructions.add(words);
        }
    }

    /** Takes in what a shell block says, in its order. */
    StepDraft with(List<ShellUnit> units) {
        for (ShellUnit unit : units) {
            switch (unit.kind()) {
                case COMMAND -> script.addAll(unit.lines());
                case COMMENT, NOTE -> instructions.addAll(unit.lines());
                case SHOWN -> instructions.addAll(Prose.shown(unit.lines()));
                case BLANK -> {}
            }
        }
        return this;
    }

    /** Takes in words, a line each. */
    StepDraft saying(List<String> lines) {
        instructions.addAll(lines);
        return this;
    }

    Step build(String section, Ids ids) {
        String text = String.join("\n", script);
        String id = ids.unique(section + "/" + Slug.of(title, "step"));
        if (text.isBlank()) {
            return new Step(id, title, Step.Kind.MANUAL, line, "", instructions, List.of());
        }
        Step.Kind kind = Streams.hasOne(text) ? Step.Kind.STREAM : Step.Kind.COMMAND;
        return new Step(id, title, kind, line, text, instructions, Placeholders.in(text));
    }
}
