package dev.warroom.cli;

import dev.warroom.incident.DurationWords;
import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.Journals;
import dev.warroom.share.CutOffException;
import dev.warroom.share.RoomStream;
import dev.warroom.text.Sanitiser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import tools.jackson.core.JsonGenerator;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Lists incidents and checklists. */
@Command(
        name = "incidents",
        description = {
            "List the incidents, and the checklists that were walked without one: the open ones"
                    + " first.",
            "Exit code 1 where a journal is damaged."
        },
        mixinStandardHelpOptions = true)
final class IncidentsCommand implements Callable<Integer> {

    @Option(names = "--open", description = "Only those that are not over.")
    private boolean open;

    @Option(names = "--json", description = "One JSON object an incident.")
    private boolean json;

    @Option(
            names = "--room",
            description = "Those that the room over many machines has, which warroom.yaml names.")
    private boolean room;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<JournalSummary> all = room ? ofRoom() : Journals.list(state.folder());
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        for (boolean first : new boolean[] {true, false}) {
            all.stream()
                    .filter(it -> it.open() == first)
                    .filter(it -> it.open() || !open)
                    .forEach(it -> out.println(json ? json(it) : words(it, now)));
        }
        out.flush();
        List<String> troubles =
                all.stream().map(JournalSummary::trouble).flatMap(Optional::stream).toList();
        troubles.forEach(it -> spec.commandLine().getErr().println(it));
        return troubles.isEmpty() ? 0 : 1;
    }

    private List<JournalSummary> ofRoom() throws InterruptedException {
        try {
            return RoomStream.incidents(RoomCommand.named(workspace), workspace.folder());
        } catch (CutOffException e) {
            throw new Failure("The room cannot be asked: " + e.getMessage() + ".");
        }
    }

    private static String words(JournalSummary it, Instant now) {
        String state =
                it.begun().isEmpty()
                        ? "never began"
                        : it.ended()
                                .map(end -> "lasted " + length(it.begun().get(), end))
                                .orElse("open for " + length(it.begun().get(), now));
        String when = it.begun().map(at -> at.truncatedTo(ChronoUnit.SECONDS) + "").orElse("-");
        return "%-8s %-2s  %-20s  %-20s  %s"
                .formatted(
                        it.id(),
                        it.severity().map(Enum::name).orElse("-"),
                        when,
                        state,
                        Sanitiser.line(it.title()));
    }

    private static String length(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return DurationWords.of(length.isNegative() ? Duration.ZERO : length);
    }

    private static String json(JournalSummary it) {
        return JsonText.object(
                out -> {
                    out.writeStringProperty("id", it.id());
                    text(out, "severity", it.severity().map(Enum::name));
                    out.writeStringProperty("title", it.title());
                    out.writeStringProperty("workspace", it.workspace());
                    out.writeBooleanProperty("open", it.open());
                    text(out, "began", it.begun().map(Instant::toString));
                    text(out, "ended", it.ended().map(Instant::toString));
                    text(out, "trouble", it.trouble());
                });
    }

    private static void text(JsonGenerator out, String name, Optional<String> value) {
        out.writeName(name);
        if (value.isPresent()) {
            out.writeString(value.get());
        } else {
            out.writeNull();
        }
    }
}
