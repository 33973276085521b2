package dev.warroom.cli;

import dev.warroom.incident.Facts;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Severity;
import dev.warroom.incident.Title;
import dev.warroom.journal.ClockWatch;
import dev.warroom.journal.RoomJournal;
import dev.warroom.journal.WritableJournal;
import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Declaring;
import dev.warroom.room.Person;
import dev.warroom.workspace.Workspace;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Declares an incident, for people in a hurry and for alerts. */
@Command(
        name = "declare",
        description = {
            "Declare an incident and print its id, such as INC-7.",
            "It opens the runbook whose title begins with the severity. Others may be open."
        },
        mixinStandardHelpOptions = true)
final class DeclareCommand implements Callable<Integer> {

    @Option(
            names = "--severity",
            paramLabel = "P1",
            description = "How bad it is: P1, P2, P3 or P4.")
    private String severity;

    @Option(names = "--title", paramLabel = "WORDS", description = "What is wrong, in a few words.")
    private String title;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "What it is about (default: the workspace's service).")
    private String service;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A slow server is waited for longer: to connect alone may take 5 s. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(15);

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (severity == null || title == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say how bad it is and what is wrong, such as: warroom declare --severity P1"
                            + " --title \"no page loads\"");
        }
        Severity how = severity();
        String what = title.strip();
        Title.whyNot(what)
                .ifPresent(
                        why -> {
                            throw new Failure("--title: " + why);
                        });
        Workspace read = WorkspaceReader.read(workspace.folder());
        List<IncidentEvent> events =
                Declaring.events(
                        how,
                        what,
                        service(read.policy().service()),
                        workspace.folder().toString(),
                        Runbooks.ofWorkspace(workspace.folder()));
        Optional<SharedRoom> room = read.policy().shared();
        InstantSource clock = Clock.systemUTC();
        Opening opening = new Opening(state.folder(), false, room.isPresent(), clock);
        try (WritableJournal journal = opening.create("INC")) {
            Person person = Self.in(room, workspace.folder());
            // So that whoever opens it first knows where the clock was set until then.
            ClockWatch.begin(
                    state.folder(),
                    journal.id(),
                    person.host(),
                    opening.machine(),
                    Facts.NONE,
                    clock.instant());
            events.forEach(
                    it ->
                            journal.append(
                                    clock.instant(), person.name(), person.host(), it, () -> true));
            spec.commandLine().getOut().println(journal.id());
            if (room.isPresent() && journal instanceof RoomJournal shared) {
                share(room.get(), shared, clock, person);
            }
        }
        return 0;
    }

    /** Whoever is told its name wants to find it. */
    private void share(SharedRoom room, RoomJournal journal, InstantSource clock, Person person) {
        try (Meeting meeting =
                new Meeting(
                        room,
                        workspace.folder(),
                        journal,
                        clock,
                        it -> {},
                        () -> {},
                        person,
                        () -> "",
                        false)) {
            meeting.settle(PATIENCE, MOST_PATIENCE)
                    .ifPresent(
                            why ->
                                    spec.commandLine()
                                            .getErr()
                                            .println(
                                                    journal.id()
                                                            + " is not shared yet: "
                                                            + why
                                                            + ". Whoever opens it here shares"
                                                            + " it."));
        }
    }

    private Severity severity() {
        return Severity.parse(severity.strip())
                .orElseThrow(
                        () ->
                                new Failure(
                                        "--severity must be one of "
                                                + Arrays.toString(Severity.values())
                                                        .replaceAll("[\\[\\]]", "")
                                                + ", and is \""
                                                + Quoting.briefly(severity)
                                                + "\"."));
    }

    /** Empty where neither the option nor the workspace says anything. */
    private String service(String usual) {
        if (service == null) {
            return usual;
        }
        String name = service.strip();
        if (!name.isEmpty()) {
            Title.whyNot(name)
                    .ifPresent(
                            why -> {
                                throw new Failure(
                                        "--service cannot be \""
                                                + Quoting.briefly(name)
                                                + "\": "
                                                + why.replace("title", "name"));
                            });
        }
        return name;
    }
}
