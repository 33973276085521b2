package dev.warroom.room;

import dev.warroom.incident.Severity;
import dev.warroom.runbook.Runbook;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule: which layout suits what is going on. It is used while nobody has asked for another than the
 * usual one, and only where the workspace has a layout of that name.
 */
final class LayoutChoice {

    /** From so many columns on, three columns of panes are easier to read than two. */
    static final int WIDE = 220;

    private static final Pattern DEPLOYMENT =
            Pattern.compile("(?i)\\b(deploy|roll ?back|roll back)");

    private LayoutChoice() {}

    /** The same with the layout that suits it. */
    static Next suit(Next next) {
        Room room = next.room();
        Optional<Severity> severity =
                room.incident().open() ? room.incident().severity() : Optional.empty();
        String name =
                of(
                        severity,
                        room.checklist().runbook().map(Runbook::title).orElse(""),
                        room.screen().columns());
        return name.equals(room.screen().suiting())
                ? next
                : new Next(room.with(room.screen().suited(name)), next.effects());
    }

    /**
     * @param severity of the open incident; empty for a checklist, and where nothing is open
     * @param title of the open runbook; may be empty
     * @param columns of the terminal
     */
    static String of(Optional<Severity> severity, String title, int columns) {
        boolean urgent = severity.map(it -> it == Severity.P1 || it == Severity.P2).orElse(false);
        if (severity.isPresent() && !urgent) {
            return "checklist-only";
        }
        if (severity.isEmpty() && DEPLOYMENT.matcher(title).find()) {
            return "deployment-watch";
        }
        return columns >= WIDE ? "wide" : Screen.USUAL_LAYOUT;
    }
}
