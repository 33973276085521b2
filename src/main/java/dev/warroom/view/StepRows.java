package dev.warroom.view;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepNote;
import dev.warroom.incident.StepRecord;
import dev.warroom.incident.StepState;
import dev.warroom.room.Room;
import dev.warroom.room.Script;
import dev.warroom.room.SetThere;
import dev.warroom.room.Spot;
import dev.warroom.runbook.Step;
import dev.warroom.text.Counted;

import java.util.List;

/** A step as lines: its state, and all there is to it where it is selected. */
final class StepRows {

    private final ChecklistSheet sheet;
    private final Room room;
    private final SpotRows spots;

    StepRows(ChecklistSheet sheet, SpotRows spots) {
        this.sheet = sheet;
        this.spots = spots;
        room = sheet.room();
    }

    void step(Step step, int indent) {
        StepRecord record = head(step, indent);
        if (sheet.selected(step.id())) {
            words(step, indent + 2);
            if (!record.reason().isEmpty()) {
                sheet.broken(indent + 2, "skipped: " + record.reason(), Style.PLAIN);
            }
            attempts(record, indent + 2);
            record.notes().forEach(it -> note(it, indent + 2));
        }
        sheet.spotsIn(step.id()).forEach(it -> spots.row(indent + 1, it));
    }

    /** As one of several, beside each other: what it would do is seen before one is picked. */
    void compared(Step step, int indent) {
        head(step, indent);
        words(step, indent + 1);
        sheet.spotsIn(step.id()).forEach(it -> spots.row(indent + 1, it));
    }

    private StepRecord head(Step step, int indent) {
        StepRecord record = room.incident().step(step.id());
        boolean unmet = unmet(step, record);
        Style style = unmet ? Style.BAD : style(record.state());
        sheet.head(
                indent,
                (unmet ? "✗" : symbol(step, record.state())) + " " + step.title(),
                sheet.selected(step.id()) ? style.strong() : style,
                (unmet ? "not as expected  " : "") + right(step, record),
                style,
                step.id());
        return record;
    }

    /** Whether it has passed, and what it must then show does not hold. */
    private boolean unmet(Step step, StepRecord record) {
        return record.state() == StepState.PASSED
                && sheet.spotsIn(step.id()).stream()
                        .filter(Spot.OfExpectation.class::isInstance)
                        .flatMap(it -> room.incident().walk().check(it.id()).stream())
                        .anyMatch(it -> !it.holds());
    }

    private void words(Step step, int indent) {
        List<String> script = room.secrecy().masked(step.script()).lines().toList();
        boolean read = step.kind() != Step.Kind.MANUAL || new Spot.OfStep(step).isLong();
        int most = read ? Spot.OfStep.SHOWN : Integer.MAX_VALUE;
        boolean all =
                sheet.some(indent, "", step.instructions(), Style.MUTED, most)
                        & sheet.some(indent, "$ ", script, Style.ACCENT, Spot.OfStep.SHOWN);
        if (!all) {
            sheet.broken(indent, "… there is more: Enter shows it", Style.ACCENT);
        }
    }

    private void attempts(StepRecord record, int indent) {
        List<Batch> orders = Batch.of(record.attempts());
        int count = orders.size();
        for (int i = 0; count > 1 && i < count; i++) {
            Attempt attempt = orders.get(i).attempts().getLast();
            sheet.broken(
                    indent,
                    "attempt "
                            + (i + 1)
                            + " of "
                            + count
                            + "  "
                            + sheet.clock(attempt.startedAt())
                            + "  "
                            + (orders.get(i).several() ? orders.get(i).words() : outcome(attempt))
                            + "  "
                            + attempt.who(),
                    Style.PLAIN);
        }
    }

    private void note(StepNote note, int indent) {
        String head = "note  " + sheet.clock(note.at()) + "  " + note.who() + ": ";
        sheet.broken(indent, head + note.text(), Style.PLAIN);
    }

    private String right(Step step, StepRecord record) {
        int notes = record.notes().size();
        String noted = notes == 0 ? "" : Counted.of(notes, "note") + "  ";
        List<Batch> orders = Batch.of(record.attempts());
        int count = orders.size();
        boolean several = count > 0 && orders.getLast().several();
        String again = count > 1 ? "attempt " + count + "  " : "";
        return noted
                + switch (record.state()) {
                    case OPEN ->
                            Script.missing(step, room.walk(), SetThere.of(room, step))
                                    .map(it -> "needs " + it.written())
                                    .orElse("");
                    case RUNNING ->
                            again
                                    + (several
                                            ? hosts(orders.getLast())
                                            : record.last().map(this::running).orElse("running"));
                    case PASSED, FAILED, STOPPED, UNKNOWN ->
                            again
                                    + (several
                                            ? hosts(orders.getLast())
                                            : record.last().map(StepRows::outcome).orElse(""))
                                    + "  "
                                    + sheet.clock(record.at());
                    case READY -> "ready, not run  " + sheet.clock(record.at());
                    case DONE, SKIPPED -> record.who() + "  " + sheet.clock(record.at());
                };
    }

    private static String hosts(Batch batch) {
        return batch.hosts(Outcome.PASSED).size() + " of " + batch.hosts() + " hosts passed";
    }

    private String running(Attempt attempt) {
        return Times.running(room, attempt, sheet.zone());
    }

    private static String outcome(Attempt attempt) {
        boolean began = attempt.exit().isPresent();
        String took =
                attempt.took()
                        .filter(it -> began || !it.isZero())
                        .map(it -> "  " + DurationWords.of(it))
                        .orElse("");
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
