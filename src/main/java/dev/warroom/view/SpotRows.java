package dev.warroom.view;

import dev.warroom.incident.WalkRecord.Check;
import dev.warroom.room.Spot;

import java.util.Optional;

/** What stands in a checklist beside its steps, and the cursor can stand on. */
final class SpotRows {

    private final ChecklistSheet sheet;

    SpotRows(ChecklistSheet sheet) {
        this.sheet = sheet;
    }

    void row(int indent, Spot spot) {
        switch (spot) {
            case Spot.OfStep it ->
                    throw new IllegalArgumentException(it.id() + " has rows of its own");
            case Spot.OfExpectation it -> expectation(indent, it);
            case Spot.OfLink it ->
                    sheet.head(
                            indent,
                            "→ " + it.title(),
                            style(it, Style.ACCENT),
                            it.place().file(),
                            Style.MUTED,
                            it.id());
            case Spot.OfNext it ->
                    sheet.head(
                            indent,
                            "→ Next in this file: " + it.runbook().title(),
                            style(it, Style.ACCENT),
                            "",
                            Style.MUTED,
                            it.id());
            case Spot.OfWords it ->
                    sheet.head(
                            indent,
                            "… there is more: Enter shows it",
                            style(it, Style.ACCENT),
                            "",
                            Style.MUTED,
                            it.id());
        }
    }

    private void expectation(int indent, Spot.OfExpectation spot) {
        Optional<Check> check = sheet.room().incident().walk().check(spot.id());
        String symbol = check.map(it -> it.holds() ? "✓ " : "✗ ").orElse("□ ");
        Style style = check.map(it -> it.holds() ? Style.GOOD : Style.BAD).orElse(Style.PLAIN);
        String right =
                check.map(it -> (it.machine() ? "read" : it.who()) + "  " + sheet.clock(it.at()))
                        .orElse("");
        sheet.head(indent, symbol + spot.title(), style(spot, style), right, style, spot.id());
        check.filter(it -> !it.evidence().isEmpty())
                .filter(it -> !it.holds() || sheet.selected(spot.id()))
                .ifPresent(it -> sheet.words(indent + 1, evidence(it)));
    }

    private static String evidence(Check check) {
        return (check.machine() ? "read: " : "") + check.evidence();
    }

    private Style style(Spot spot, Style usual) {
        return sheet.selected(spot.id()) ? usual.strong() : usual;
    }
}
