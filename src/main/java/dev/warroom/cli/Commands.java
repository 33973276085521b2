package dev.warroom.cli;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/** The program's commands, and which of them a start has to know. */
final class Commands {

    /** In the order in which help lists them. */
    static final List<Class<?>> ALL =
            List.of(
                    OpenCommand.class,
                    DeclareCommand.class,
                    IncidentsCommand.class,
                    DrillCommand.class,
                    HealthCommand.class,
                    DueCommand.class,
                    MaintenanceCommand.class,
                    MetricsCommand.class,
                    ReportCommand.class,
                    RunCommand.class,
                    WalkCommand.class,
                    RunbooksCommand.class,
                    CheckCommand.class,
                    CleanCommand.class,
                    LogCommand.class,
                    LogsCommand.class,
                    VerifyCommand.class,
                    PostMortemCommand.class,
                    HandoverCommand.class,
                    ExportCommand.class,
                    ImportCommand.class,
                    RoomCommand.class,
                    InitCommand.class,
                    DoctorCommand.class,
                    PushCommand.class,
                    CompletionCommand.class,
                    ManualCommand.class);

    /** These tell of all commands, so they need them. */
    private static final Set<Class<?>> TELL_OF_ALL =
            Set.of(CompletionCommand.class, ManualCommand.class);

    private Commands() {}

    /**
     * To make all of them takes a third of the start of one that has little to do, so where one is
     * named it alone is made.
     */
    static List<Class<?>> neededFor(String... arguments) {
        return ALL.stream()
                .filter(it -> arguments.length > 0 && name(it).equals(arguments[0]))
                .filter(it -> !TELL_OF_ALL.contains(it))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(ALL);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }
}
