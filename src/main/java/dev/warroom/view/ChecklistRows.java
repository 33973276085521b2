package dev.warroom.view;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.StepRecord;
import dev.warroom.incident.StepState;
import dev.warroom.room.Checklist;
import dev.warroom.room.Room;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A runbook as the lines of the checklist pane: everything that was written is in one of them. */
final class ChecklistRows {

    private final Room room;
    private final ZoneId zone;
    private final int columns;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One line.
     *
     * @param right what stands at the right edge; may be empty
     * @param step the id of the step it is the head of; empty for all other lines
     */
    record Row(int indent, String text, Style style, String right, Style rightStyle, String step) {}

    private ChecklistRows(Room room, ZoneId zone, int columns) {
        this.room = room;
        this.zone = zone;
        this.columns = columns;
    }

    /**
     * @param columns of the pane; longer lines are broken
     */
    static List<Row> of(Room room, Runbook runbook, ZoneId zone, int columns) {
        ChecklistRows all = new ChecklistRows(room, zone, columns);
        runbook.instructions().forEach(line -> all.words(0, line));
        runbook.sections().forEach(all::section);
        return all.rows;
    }

    private void section(Section section) {
        boolean titled = !section.title().isEmpty();
        if (titled) {
            head(section);
        }
        int indent = titled ? 1 : 0;
        section.instructions().forEach(line -> words(indent, line));
        for (Item item : section.items()) {
            switch (item) {
                case Step step -> step(step, indent);
                case Choice choice ->
                        choice.options().forEach(option -> option(choice, option, indent));
            }
        }
        if (!section.expectations().isEmpty()) {
            words(indent, "Expected:");
            section.expectations().forEach(line -> words(indent + 1, "– " + line));
        }
    }

    private void head(Section section) {
        List<Step> steps = section.steps();
        boolean settled =
                !steps.isEmpty()
                        && steps.stream()
                                .allMatch(it -> room.checklist().settled(it, room.incident()));
        boolean here = room.checklist().section().filter(section::equals).isPresent();
        String symbol = settled ? "✓ " : here ? "▸ " : "  ";
        Style style = settled ? Style.MUTED : here ? Style.BOLD : Style.PLAIN;
        String box = section.timeBox().map(it -> it.words()).orElse("");
        rows.add(new Row(0, symbol + section.title(), style, box, Style.MUTED, ""));
    }

    private void option(Choice choice, Option option, int indent) {
        Checklist.Picked way = new Checklist.Picked(choice, option);
        boolean mine = way.isPickedIn(room.incident());
        boolean other = way.isPassedOverIn(room.incident());
        Style style = mine ? Style.BOLD : other ? Style.MUTED : Style.PLAIN;
        String right = mine ? "chosen" : other ? "not chosen" : "";
        rows.add(
                new Row(
                        indent,
                        "Option " + option.number() + "  " + option.title(),
                        style,
                        right,
                        mine ? Style.GOOD : Style.MUTED,
                        ""));
        option.instructions().forEach(line -> words(indent + 1, line));
        option.steps().forEach(step -> step(step, indent + 1));
    }

    private void step(Step step, int indent) {
        Incident incident = room.incident();
        StepRecord record = incident.step(step.id());
        boolean selected = step.id().equals(room.checklist().cursor());
        Style style = style(record.state());
        rows.add(
                new Row(
                        indent,
                        symbol(step, record.state()) + " " + step.title(),
                        selected ? style.strong() : style,
                        right(step, record),
                        style,
                        step.id()));
        if (selected) {
            step.instructions().forEach(line -> words(indent + 2, line));
            step.script().lines().forEach(line -> broken(indent + 2, "$ " + line, Style.ACCENT));
            if (!record.reason().isEmpty()) {
                words(indent + 2, "skipped: " + record.reason());
            }
            record.attempts().stream()
                    .limit(Math.max(0, record.attempts().size() - 1L))
                    .forEach(
                            it ->
                                    words(
                                            indent + 2,
                                            "earlier, "
                                                    + Times.clock(it.startedAt(), zone)
                                                    + ": "
                                                    + outcome(it)));
        }
    }

    private void words(int indent, String line) {
        broken(indent, line, Style.MUTED);
    }

    private void broken(int indent, String text, Style style) {
        for (String line : Wrapped.of(text, columns - 2 * indent - 2)) {
            rows.add(plain(indent, line, style));
        }
    }

    private static Row plain(int indent, String text, Style style) {
        return new Row(indent, text, style, "", Style.PLAIN, "");
    }

    private String right(Step step, StepRecord record) {
        return switch (record.state()) {
            case OPEN ->
                    step.placeholders().stream()
                            .filter(it -> !room.incident().values().containsKey(it.name()))
                            .findFirst()
                            .map(it -> "needs " + it.written())
                            .orElse("");
            case RUNNING ->
                    record.last()
                            .map(
                                    it ->
                                            "running "
                                                    + Times.age(
                                                            Duration.between(
                                                                    it.startedAt(), room.now())))
                            .orElse("");
            case PASSED, FAILED, STOPPED, UNKNOWN ->
                    record.last()
                            .map(it -> outcome(it) + "  " + Times.clock(record.at(), zone))
                            .orElse("");
            case READY -> "ready, not run  " + Times.clock(record.at(), zone);
            case DONE, SKIPPED -> record.who() + "  " + Times.clock(record.at(), zone);
        };
    }

    private static String outcome(Attempt attempt) {
        String took = attempt.took().map(it -> "  " + DurationWords.of(it)).orElse("");
        return attempt.outcome()
                .map(
                        it ->
                                switch (it) {
                                    case PASSED, FAILED ->
                                            (attempt.exit().isPresent()
                                                            ? "exit " + attempt.exit().getAsInt()
                                                            : "did not start")
                                                    + took;
                                    case STOPPED -> "stopped" + took;
                                    case UNKNOWN -> "outcome unknown";
                                })
                .orElse("running");
    }

    private static String symbol(Step step, StepState state) {
        return switch (state) {
            case OPEN ->
                    switch (step.kind()) {
                        case COMMAND -> "○";
                        case MANUAL -> "□";
                        case STREAM -> "◇";
                    };
            case RUNNING -> "●";
            case PASSED, DONE -> "✓";
            case READY -> "◆";
            case FAILED -> "✗";
            case STOPPED -> "■";
            case UNKNOWN -> "?";
            case SKIPPED -> "–";
        };
    }

    private static Style style(StepState state) {
        return switch (state) {
            case OPEN -> Style.PLAIN;
            case RUNNING -> Style.ACCENT;
            case PASSED, READY, DONE -> Style.GOOD;
            case FAILED -> Style.BAD;
            case STOPPED, UNKNOWN -> Style.WARNING;
            case SKIPPED -> Style.MUTED;
        };
    }
}
