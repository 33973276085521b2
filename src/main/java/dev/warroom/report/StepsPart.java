package dev.warroom.report;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;

import java.util.Optional;

/** What was done: every run with its command, every step that was ticked or skipped. */
final class StepsPart {

    /** Hosts of many that are named of each outcome but the good one. */
    private static final int MOST_NAMES = 50;

    private final Incident incident;
    private final Evidence evidence;
    private final StringBuilder table = new StringBuilder();
    private final StringBuilder commands = new StringBuilder();
    private int number;

    private StepsPart(Incident incident, Evidence evidence) {
        this.incident = incident;
        this.evidence = evidence;
    }

    /** The part as Markdown; empty where no step was touched. */
    static String of(Incident incident, Evidence evidence) {
        StepsPart part = new StepsPart(incident, evidence);
        for (Fact fact : incident.told()) {
            part.take(fact);
        }
        if (part.number == 0) {
            return "";
        }
        return "| # | Started (UTC) | Who | Step | Where | Outcome | Took |\n"
                + "|---|---|---|---|---|---|---|\n"
                + part.table
                + (part.commands.isEmpty() ? "" : "\nThe commands, by number:\n\n")
                + part.commands;
    }

    private void take(Fact fact) {
        if (number == PostMortem.MOST_ROWS) {
            return;
        }
        if (fact.event() instanceof StepStarted start) {
            run(fact, start);
        } else if (fact.event() instanceof StepDone done) {
            row(fact, done.title(), "", "done by hand", "");
        } else if (fact.event() instanceof StepPrepared ready) {
            row(fact, ready.title(), "", "made ready, not run", "");
        } else if (fact.event() instanceof StepSkipped skipped) {
            String why = skipped.reason().isBlank() ? "" : ": " + skipped.reason();
            row(fact, skipped.title(), "", "skipped" + why, "");
        }
    }

    private void run(Fact fact, StepStarted start) {
        Optional<Batch> many = incident.many(start);
        if (many.isPresent()) {
            row(
                    fact,
                    start.title(),
                    many.get().hosts() + " hosts",
                    many.get().words(MOST_NAMES),
                    DurationWords.of(many.get().took()));
            command(start);
            return;
        }
        Attempt attempt = incident.attempt(start.run()).orElseThrow();
        String detail = attempt.detail().isBlank() ? "" : " (" + attempt.detail() + ")";
        row(
                fact,
                start.title(),
                start.target(),
                FactWords.ending(attempt) + detail,
                attempt.took().map(DurationWords::of).orElse(""));
        command(start);
        output(attempt);
    }

    private void command(StepStarted start) {
        commands.append(commands.isEmpty() ? "" : "\n")
                .append(number)
                .append(". ")
                .append(Markdown.line(start.title()))
                .append("\n\n")
                .append(Markdown.script(start.script()).indent(indent()));
    }

    private void output(Attempt attempt) {
        String digest = evidence.digests().get(attempt.run());
        if (digest != null) {
            commands.append(
                    ("\nIts output: " + attempt.bytes() + " bytes, SHA-256 " + digest + "\n")
                            .indent(indent()));
        }
    }

    /** As far as the text of the list item, so that the block belongs to it. */
    private int indent() {
        return Integer.toString(number).length() + 2;
    }

    private void row(Fact fact, String title, String where, String outcome, String took) {
        number++;
        table.append("| ")
                .append(number)
                .append(" | ")
                .append(Times.utc(fact.at()))
                .append(" | ")
                .append(Markdown.line(FactWords.person(fact)))
                .append(" | ")
                .append(Markdown.line(title))
                .append(" | ")
                .append(Markdown.line(where))
                .append(" | ")
                .append(Markdown.line(outcome))
                .append(" | ")
                .append(took)
                .append(" |\n");
    }
}
