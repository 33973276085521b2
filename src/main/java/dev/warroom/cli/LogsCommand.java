package dev.warroom.cli;

import dev.warroom.room.LogLevel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints what logs hold, in the order of time. */
@Command(
        name = "logs",
        description =
                "Print the events of logs in the order of time, with their level and time read from"
                        + " the usual kinds of lines.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Logs, also compressed by gzip; - is the standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--json",
            description = "One object a line: file, line, offset, at, level, source, text.")
    private boolean json;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description =
                    "Only events at least as grave: trace, debug, info, notice, warning, error or"
                            + " critical.")
    private String level = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only later events: 15m (ago), 14:05, 2026-03-12, 2026-03-12T14:05:09Z.")
    private String since = "";

    @Option(
            names = "--match",
            paramLabel = "REGEX",
            description = "Only events in which the regular expression finds something.")
    private String match = "";

    @Option(
            names = "--patterns",
            description =
                    "What messages have in common, and how often each came; with --json, each"
                            + " object says its pattern.")
    private boolean patterns;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of times that name none, such as Europe/Berlin (default: the system's).")
    private String zone = "";

    /** Taken by every command, so that scripts may pass it to all; this one keeps nothing. */
    @Mixin private StateOption state;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return print().call();
    }

    /** What was asked for. */
    LogPrint print() {
        LogLevel least =
                level.isEmpty() ? LogLevel.NONE : LogPrint.level(level).orElseThrow(this::unknown);
        return new LogPrint(files, json, least, since, match, patterns, zone());
    }

    private ZoneId zone() {
        try {
            return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no time zone \""
                            + Quoting.briefly(zone)
                            + "\": write one such as UTC, Europe/Berlin or +02:00.");
        }
    }

    private ParameterException unknown() {
        return new ParameterException(
                spec.commandLine(),
                "There is no level \""
                        + level
                        + "\": write trace, debug, info, notice, warning, error or critical.");
    }
}
