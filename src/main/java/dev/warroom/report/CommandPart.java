package dev.warroom.report;

import dev.warroom.incident.Command;
import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.CriterionAnswered;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.EscalationAnswered;
import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.runbook.Option;

import java.util.stream.Collectors;

/** How the incident was commanded: decisions, calls, messages, and what is left to do. */
final class CommandPart {

    private final Incident incident;

    CommandPart(Incident incident) {
        this.incident = incident;
    }

    String roles() {
        return incident.command().roles().entrySet().stream()
                .map(it -> Markdown.line(it.getKey()) + ": " + Markdown.line(it.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What was decided, and of options also those that were not taken. */
    String decisions(Evidence evidence) {
        StringBuilder items = new StringBuilder();
        for (Fact fact : incident.facts()) {
            boolean decision =
                    switch (fact.event()) {
                        case OptionChosen it -> true;
                        case SeverityChanged it -> true;
                        case DeadlineExtended it -> true;
                        case ClockAnswered it -> true;
                        case CriterionAnswered it -> true;
                        default -> false;
                    };
            if (!decision) {
                continue;
            }
            items.append(item(fact));
            if (fact.event() instanceof OptionChosen chosen) {
                for (Option option : evidence.notTaken(chosen)) {
                    items.append("  - not taken: ")
                            .append(Markdown.line("Option " + option.number()))
                            .append(", ")
                            .append(Markdown.line(option.title()))
                            .append('\n');
                }
            }
        }
        return items.toString();
    }

    String escalations() {
        return incident.facts().stream()
                .filter(
                        it ->
                                it.event() instanceof Escalated
                                        || it.event() instanceof EscalationAnswered)
                .map(this::item)
                .collect(Collectors.joining());
    }

    /** Each message with its text, and what those it was handed to have answered. */
    String messages() {
        StringBuilder items = new StringBuilder();
        for (Fact fact : incident.facts()) {
            if (fact.event() instanceof MessageSent sent) {
                items.append(item(fact).stripTrailing())
                        .append(":\n\n")
                        .append(Markdown.quote(sent.text()).indent(2))
                        .append('\n');
            } else if (fact.event() instanceof HookAnswered) {
                items.append(item(fact));
            }
        }
        return items.toString();
    }

    String followUps() {
        StringBuilder rows =
                new StringBuilder("| What | Who | Until | Done |\n|---|---|---|---|\n");
        for (Command.FollowUp it : incident.command().followUps()) {
            rows.append("| ")
                    .append(it.number() + ". " + Markdown.line(it.text()))
                    .append(" | ")
                    .append(Markdown.line(it.owner()))
                    .append(" |  | ")
                    .append(it.done() ? "yes" : "")
                    .append(" |\n");
        }
        return rows + (incident.command().followUps().isEmpty() ? "|  |  |  |  |\n" : "");
    }

    private String item(Fact fact) {
        return "- "
                + Times.utc(fact.at())
                + " "
                + Markdown.line(FactWords.person(fact))
                + ": "
                + Markdown.line(incident.words(fact))
                + "\n";
    }
}
