package dev.warroom.view;

import dev.warroom.incident.StepState;
import dev.warroom.incident.WalkRecord.Pick;
import dev.warroom.room.Checklist;
import dev.warroom.room.Phase;
import dev.warroom.room.Room;
import dev.warroom.room.Spot;
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
import java.util.Optional;

/** A runbook as the lines of the checklist pane: everything that was written is in one of them. */
final class ChecklistRows {

    /** Options that have less room than this stand below each other. */
    private static final int LEAST_BESIDE = 24;

    private final ChecklistSheet sheet;
    private final Room room;
    private final SpotRows spots;
    private final StepRows steps;
    private final Optional<Section> current;
    private final Optional<Section> phase;

    private ChecklistRows(ChecklistSheet sheet) {
        this.sheet = sheet;
        room = sheet.room();
        spots = new SpotRows(sheet);
        steps = new StepRows(sheet, spots);
        current = room.checklist().section();
        phase = Phase.current(room);
    }

    /**
     * @param columns of the pane; longer lines are broken
     */
    static List<ChecklistLine> of(Room room, ZoneId zone, int columns) {
        ChecklistRows all = new ChecklistRows(new ChecklistSheet(room, zone, columns));
        Runbook runbook = room.checklist().runbook().orElseThrow();
        all.said(0, runbook.instructions(), runbook.id());
        runbook.sections().forEach(all::section);
        all.sheet.spotsIn("").forEach(it -> all.spots.row(0, it));
        return all.sheet.lines();
    }

    private void said(int indent, List<String> words, String in) {
        List<Spot> inWords =
                sheet.spotsIn(in).stream()
                        .filter(it -> !(it instanceof Spot.OfExpectation))
                        .toList();
        boolean more = inWords.stream().anyMatch(Spot.OfWords.class::isInstance);
        sheet.some(indent, "", words, Style.MUTED, more ? Spot.OfWords.SHOWN : Integer.MAX_VALUE);
        inWords.forEach(it -> spots.row(indent, it));
    }

    private void section(Section section) {
        boolean titled = !section.title().isEmpty();
        if (titled) {
            head(section);
        }
        int indent = titled ? 1 : 0;
        said(indent, section.instructions(), section.id());
        for (Item item : section.items()) {
            switch (item) {
                case Step step -> steps.step(step, indent);
                case Choice choice -> choice(choice, indent);
            }
        }
        List<Spot> expected =
                sheet.spotsIn(section.id()).stream()
                        .filter(Spot.OfExpectation.class::isInstance)
                        .toList();
        if (!expected.isEmpty()) {
            sheet.words(indent, "Expected:");
            expected.forEach(it -> spots.row(indent + 1, it));
        }
    }

    private void head(Section section) {
        boolean settled = Phase.settled(room, section);
        boolean now = phase.filter(it -> it == section).isPresent();
        boolean here = current.filter(it -> it == section).isPresent();
        String symbol = settled ? "✓ " : here ? "▸ " : "  ";
        Style style = settled ? Style.MUTED : here ? Style.BOLD : Style.PLAIN;
        String box = section.timeBox().map(it -> it.words()).orElse("");
        Optional<Duration> left = Phase.left(room, section).filter(it -> !settled);
        boolean over = left.isPresent() && left.get().isNegative() && !section.steps().isEmpty();
        String time =
                over
                        ? " · over by " + Times.left(left.get())
                        : now && left.isPresent() ? " · " + Times.left(left.get()) + " left" : "";
        String ended = settled && !box.isEmpty() ? ended(section) : "";
        sheet.head(
                0,
                symbol + section.title(),
                style,
                box + time + ended,
                over ? Style.BAD : !time.isEmpty() ? Style.BOLD : Style.MUTED,
                "");
    }

    private String ended(Section section) {
        return Phase.took(room, section).map(it -> " · " + Times.left(it)).orElse("");
    }

    /** Options stand beside each other while one is to be picked, as far as there is room. */
    private void choice(Choice choice, int indent) {
        int count = choice.options().size();
        int width = (sheet.columns() - 2 * indent) / count;
        boolean open = room.incident().walk().pick(choice.id()).isEmpty();
        if (!open || count == 1 || width < LEAST_BESIDE) {
            choice.options().forEach(it -> option(choice, it, indent, false));
            return;
        }
        List<List<ChecklistLine>> columns = new ArrayList<>();
        for (Option option : choice.options()) {
            ChecklistRows column = new ChecklistRows(sheet.narrower(width));
            column.option(choice, option, 0, true);
            columns.add(column.sheet.lines());
        }
        sheet.add(ChecklistLine.beside(columns, 2 * indent, width));
    }

    private boolean tried(Option option) {
        return option.steps().stream()
                .anyMatch(it -> room.incident().state(it.id()) != StepState.OPEN);
    }

    private void option(Choice choice, Option option, int indent, boolean compared) {
        Checklist.Picked way = new Checklist.Picked(choice, option);
        boolean mine = way.isPickedIn(room.incident());
        boolean other = way.isPassedOverIn(room.incident());
        Style style = mine || compared ? Style.BOLD : other ? Style.MUTED : Style.PLAIN;
        Optional<Pick> pick = room.incident().walk().pick(choice.id()).filter(it -> mine);
        String right =
                pick.map(it -> "chosen  " + it.who() + "  " + sheet.clock(it.at()))
                        .orElse(other ? tried(option) ? "tried before" : "not chosen" : "");
        sheet.head(
                indent,
                "Option " + option.number() + "  " + option.title(),
                style,
                right,
                mine ? Style.GOOD : Style.MUTED,
                "");
        pick.ifPresent(it -> sheet.broken(indent + 1, "because: " + it.reason(), Style.PLAIN));
        said(indent + 1, option.instructions(), option.id());
        option.steps()
                .forEach(
                        step -> {
                            if (compared) {
                                steps.compared(step, indent);
                            } else {
                                steps.step(step, indent + 1);
                            }
                        });
    }
}
