package dev.warroom.view;

import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactKind;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;

/**
 * How a fact looks on the timeline: its kind and how grave it is, never by its colour only.
 *
 * @param symbol one column wide
 */
record FactLook(String symbol, Style style) {

    static FactLook of(Fact fact) {
        return switch (fact.event()) {
            case StepStarted it -> new FactLook("▶", Style.PLAIN);
            case StepFinished it -> of(it.outcome());
            case ExpectationChecked it ->
                    it.holds() ? new FactLook("✓", Style.PLAIN) : new FactLook("✗", Style.BAD);
            case HealthChanged it -> new FactLook("●", health(it.to()));
            case PatternSeen it ->
                    new FactLook("!", it.level().equals("warning") ? Style.WARNING : Style.BAD);
            case Declared it -> new FactLook("◆", severity(it.severity()));
            case SeverityChanged it -> new FactLook("◆", severity(it.to()));
            case Mitigated it -> new FactLook("◆", Style.GOOD);
            case Resolved it -> new FactLook("◆", Style.GOOD);
            case HookAnswered it -> new FactLook("»", it.accepted() ? Style.PLAIN : Style.BAD);
            default -> new FactLook(symbol(FactKind.of(fact)), Style.PLAIN);
        };
    }

    /** How something has ended. */
    static FactLook of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new FactLook("✓", Style.PLAIN);
            case FAILED -> new FactLook("✗", Style.BAD);
            case STOPPED -> new FactLook("■", Style.WARNING);
            case UNKNOWN -> new FactLook("?", Style.WARNING);
        };
    }

    private static String symbol(FactKind kind) {
        return switch (kind) {
            case STEP -> "·";
            case NOTE -> "¶";
            case MESSAGE -> "»";
            case HEALTH -> "●";
            case COMMAND -> "◆";
        };
    }

    private static Style health(String to) {
        return switch (to) {
            case "ok" -> Style.GOOD;
            case "critical" -> Style.BAD;
            default -> Style.WARNING;
        };
    }

    private static Style severity(Severity severity) {
        return switch (severity) {
            case P1 -> Style.BAD;
            case P2 -> Style.WARNING;
            case P3, P4 -> Style.PLAIN;
        };
    }
}
