package dev.warroom.cli;

import dev.warroom.policy.Policy;
import dev.warroom.room.Agenda;
import dev.warroom.room.Duty;
import dev.warroom.runbook.Runbook;
import dev.warroom.text.Sanitiser;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Says what is due by the clock. */
@Command(
        name = "due",
        description = {
            "Say which checklists are due by the clock, and which notices of maintenance.",
            "Says nothing where nothing is due, so that cron sends no mail then.",
            "Exit code 0 nothing waits, 1 something does."
        },
        mixinStandardHelpOptions = true)
final class DueCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Option(names = "--json", description = "One JSON object a duty, also those that were begun.")
    private boolean json;

    @Option(
            names = "--brief",
            description =
                    "At most one short line, for a shell prompt: \"2 due: Morning Checklist …\"")
    private boolean brief;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    private final InstantSource clock;
    private final ZoneId zone;

    DueCommand() {
        this(Clock.systemUTC(), ZoneId.systemDefault());
    }

    DueCommand(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Integer call() {
        Policy policy = WorkspaceReader.read(workspace.folder()).policy();
        Instant now = clock.instant();
        Agenda agenda =
                Agenda.of(
                        policy,
                        Runbooks.ofWorkspace(workspace.folder()),
                        new Today(state.folder(), workspace.folder()).walks(now),
                        now,
                        zone);
        PrintWriter out = spec.commandLine().getOut();
        List<Duty> waiting = agenda.waiting();
        if (json) {
            agenda.duties().forEach(it -> out.println(json(it)));
        } else if (brief && !waiting.isEmpty()) {
            String more = waiting.size() > 1 ? " …" : "";
            out.println(
                    waiting.size() + " due: " + Sanitiser.line(waiting.getFirst().title()) + more);
        } else if (!brief) {
            agenda.duties().forEach(it -> out.println(line(it, now)));
        }
        out.flush();
        return waiting.isEmpty() ? 0 : 1;
    }

    private String line(Duty duty, Instant now) {
        return "due since "
                + time(duty.since(), now)
                + "  "
                + Sanitiser.line(duty.title())
                + duty.begun().map(it -> "  (begun: " + it + ")").orElse("")
                + (duty.kind() == Duty.Kind.CHECKLIST && duty.runbook().isEmpty()
                        ? "  (there is no such runbook)"
                        : "");
    }

    private String time(Instant at, Instant now) {
        boolean today = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return (today ? MINUTE : DAY).format(at.atZone(zone));
    }

    private static String json(Duty duty) {
        return JsonText.object(
                json -> {
                    json.writeStringProperty("kind", duty.kind().name().toLowerCase(Locale.ROOT));
                    json.writeStringProperty("title", duty.title());
                    json.writeStringProperty("since", duty.since().toString());
                    JsonText.text(json, "runbook", duty.runbook().map(Runbook::id));
                    JsonText.text(json, "begun", duty.begun());
                });
    }
}
