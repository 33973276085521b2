package dev.warroom.cli;

import dev.warroom.report.Handover;
import dev.warroom.room.Clocks;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints what whoever takes over must know. */
@Command(
        name = "handover",
        description = {
            "Print where an incident stands, for whoever takes over: what is running, what was"
                    + " tried, what is due.",
            "A screen of Markdown."
        },
        mixinStandardHelpOptions = true)
final class HandoverCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Recorded read = Recorded.read(state.folder(), workspace, incident);
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        out.print(Handover.markdown(read.incident(), read.library(), clocks(read, now), now));
        out.flush();
        read.damage().ifPresent(it -> spec.commandLine().getErr().println(it));
        return read.damage().isPresent() ? 1 : 0;
    }

    /** The clocks that a room would show now. */
    private List<Handover.Due> clocks(Recorded read, Instant now) {
        Room room =
                Room.empty(
                        new Person("", ""),
                        read.workspace().toString(),
                        read.policy(),
                        now,
                        80,
                        24);
        Room opened =
                room.update(now, Signal.LibraryRead.of(read.library()))
                        .room()
                        .update(now, new Signal.JournalOpened(read.incident()))
                        .room();
        return Clocks.of(opened).stream()
                .map(it -> new Handover.Due(it.sentence(), it.due()))
                .toList();
    }
}
