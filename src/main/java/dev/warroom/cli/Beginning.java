package dev.warroom.cli;

import dev.warroom.incident.Severity;

/** What a sitting in the room begins with. */
sealed interface Beginning {

    /** The one open incident, or the choice of what can be opened. */
    record Usual() implements Beginning {}

    /** This incident. */
    record Existing(String incident) implements Beginning {}

    /**
     * A new incident.
     *
     * @param runbook its title
     */
    record Declared(Severity severity, String title, String runbook) implements Beginning {}
}
