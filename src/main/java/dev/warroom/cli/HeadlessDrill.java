package dev.warroom.cli;

import dev.warroom.drill.Drill;
import dev.warroom.incident.DurationWords;
import dev.warroom.room.Person;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A drill without a person: the scenario's own operator runbook is walked, as {@code warroom run}
 * would, and then the service must be healthy.
 *
 * @param state where the walk's journal is kept
 */
record HeadlessDrill(Drill drill, DrillWatch watch, Path state, PrintWriter out) {

    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(30);

    /** Plays it; answers whether the service is healthy again. */
    boolean play() throws InterruptedException {
        out.println(drill.severity() + "  " + drill.title());
        Runbook runbook =
                RunbookReader.read("operator.md", drill.scenario().operator())
                        .runbooks()
                        .getFirst();
        RunReport report = new RunReport.Words(out, runbook);
        Person person = Self.here();
        boolean well;
        try (RunBook book = new OwnBook(state, person, Clock.systemUTC());
                Walk walk =
                        new Walk(
                                runbook,
                                book,
                                Clock.systemUTC(),
                                state,
                                drill.workspace(),
                                Map.of(),
                                WorkspacePolicy.of(drill.workspace()),
                                Optional.empty(),
                                Set.of(),
                                report::output)) {
            well = walk.steps(true, report::before, report::after);
            report.end(book.id());
        }
        boolean healthy = watch.awaitHealthy(HEALTHY_WITHIN);
        out.println("Debrief");
        out.println(
                "  Healthy again   "
                        + watch.healthyAfter()
                                .map(after -> "after " + DurationWords.of(after))
                                .orElse("no"));
        new DrillDebrief(drill.scenario(), watch.healthyAfter()).lesson().forEach(out::println);
        return well && healthy;
    }
}
