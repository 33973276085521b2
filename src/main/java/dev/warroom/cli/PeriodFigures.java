package dev.warroom.cli;

import dev.warroom.figures.Figures;
import dev.warroom.figures.Period;
import dev.warroom.health.HistoryFolder;
import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.incident.Incident;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.Journals;
import dev.warroom.journal.Replayed;
import dev.warroom.policy.Policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a period, read from the journals of a workspace and what was kept of its probes.
 *
 * @param troubles what could not be read, in words
 */
record PeriodFigures(Figures figures, List<String> troubles) {

    private static final Duration MOST_BY_THE_MINUTE = Duration.ofDays(2);

    static PeriodFigures read(Path state, Path workspace, Policy policy, Period period) {
        List<String> troubles = new ArrayList<>();
        List<Incident> journals = new ArrayList<>();
        List<Figures.Span> ever = new ArrayList<>();
        for (JournalSummary each : Journals.list(state)) {
            each.trouble().ifPresent(troubles::add);
            if (each.begun().isEmpty() || !each.workspace().equals(workspace.toString())) {
                continue;
            }
            if (each.severity().isPresent()) {
                ever.add(new Figures.Span(each.begun().get(), each.ended()));
            }
            boolean inside =
                    each.begun().get().isBefore(period.to())
                            && each.ended().filter(it -> it.isBefore(period.from())).isEmpty();
            if (inside) {
                Replayed replayed =
                        JournalReader.replay(each.id(), Journals.file(state, each.id()));
                replayed.damage().ifPresent(it -> troubles.add(it.toString()));
                journals.add(replayed.incident());
            }
        }
        History history = history(state, workspace, period, troubles);
        return new PeriodFigures(
                Figures.of(period, policy, journals, ever, history), List.copyOf(troubles));
    }

    private static History history(
            Path state, Path workspace, Period period, List<String> troubles) {
        try {
            boolean brief = period.length().compareTo(MOST_BY_THE_MINUTE) <= 0;
            History history =
                    HistoryFolder.of(state, workspace)
                            .read(period.from(), period.to(), brief ? Slot.MINUTE : Slot.HOUR);
            if (history.unreadable() > 0) {
                troubles.add(
                        history.unreadable()
                                + " lines of what was kept of the probes are no lines"
                                + " of it, and do not count");
            }
            return history;
        } catch (IOException e) {
            troubles.add("What was kept of the probes cannot be read: " + e.getMessage());
            return History.NONE;
        }
    }
}
