package dev.warroom.cli;

import dev.warroom.logs.event.EventReader;
import dev.warroom.logs.event.LogInput;
import dev.warroom.logs.event.Merge;
import dev.warroom.logs.event.Needle;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogLevel;
import dev.warroom.text.Sanitiser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Prints what logs hold, in the order of time. */
@Command(
        name = "logs",
        description =
                "Print the events of logs in the order of time, with their level and time read from"
                        + " the usual kinds of lines.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

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
    private ZoneId zone = ZoneId.systemDefault();

    /** Taken by every command, so that scripts may pass it to all; this one keeps nothing. */
    @Mixin private StateOption state;

    @Spec private CommandSpec spec;

    private final InstantSource clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException {
        EventFilter filter = filter();
        List<EventReader> readers = new ArrayList<>();
        try (BulkOutput out = new BulkOutput(System.out)) {
            for (String file : files) {
                readers.add(reader(file));
            }
            if (readers.size() == 1 && since.isEmpty()) {
                readers.getFirst().passOver(Needle.of(match));
            }
            print(new Merge(readers), filter, out);
        } catch (LogFilter.Unusable e) {
            throw new Failure(e.getMessage());
        } finally {
            for (EventReader reader : readers) {
                reader.close();
            }
        }
        return 0;
    }

    private EventFilter filter() {
        Instant now = clock.instant();
        try {
            return new EventFilter(
                    level.isEmpty() ? LogLevel.NONE : level(level),
                    since.isEmpty() ? Optional.empty() : Optional.of(Since.read(since, now, zone)),
                    match.isEmpty() ? Optional.empty() : Optional.of(LogFilter.exactly(match)));
        } catch (LogFilter.Unusable e) {
            throw new Failure(e.getMessage());
        }
    }

    private LogLevel level(String word) {
        for (LogLevel each : LogLevel.values()) {
            if (each != LogLevel.NONE && each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "There is no level \""
                        + word
                        + "\": write trace, debug, info, notice, warning, error or critical.");
    }

    private EventReader reader(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return reader(file, "stdin", LogInput.plain(System.in), clock.instant());
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new Failure("There is no file " + file + ".");
        }
        if (Files.isDirectory(path)) {
            throw new Failure(file + " is a folder: name the files in it.");
        }
        if (!Files.isReadable(path)) {
            throw new Failure(file + " cannot be read: permission denied.");
        }
        Instant changed = Files.getLastModifiedTime(path).toInstant();
        return reader(file, source(path), LogInput.open(path), changed);
    }

    private EventReader reader(String file, String source, LogInput input, Instant changed) {
        LineReader lines = new LineReader(zone, changed);
        if (!patterns) {
            lines.withoutMessages();
        }
        EventReader reader = new EventReader(file, source, input.bytes(), lines);
        // The numbers of lines are known only to who reads them all.
        if (!json) {
            input.file().ifPresent(reader::leapIn);
        }
        return reader;
    }

    private static String source(Path path) {
        String name = path.getFileName().toString();
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        boolean usual = plain.endsWith(".log") && plain.length() > 4;
        return usual ? plain.substring(0, plain.length() - 4) : plain;
    }

    private void print(Merge merge, EventFilter filter, BulkOutput out)
            throws IOException, LogFilter.Unusable {
        EventJson objects = new EventJson(out.text());
        Optional<PatternList> list = patterns ? Optional.of(new PatternList()) : Optional.empty();
        for (Optional<EventReader> next = merge.next(); next.isPresent(); next = merge.next()) {
            EventReader event = next.get();
            if (!filter.lets(event)) {
                continue;
            }
            Optional<String> pattern = list.map(it -> it.add(event).id());
            if (json) {
                objects.append(event, pattern);
            } else if (list.isEmpty()) {
                plain(event, out.text());
            }
            if (!out.written()) {
                return;
            }
        }
        if (list.isPresent() && !json) {
            list.get().print(files.size() > 1, out);
        }
    }

    /** Safe to look at; of several logs, each line says which it stands in. */
    private void plain(EventReader event, StringBuilder out) {
        String before = files.size() > 1 ? Sanitiser.line(event.source()) + " " : "";
        event.text()
                .lines()
                .forEach(line -> out.append(before).append(Sanitiser.line(line)).append('\n'));
        if (event.cut() > 0) {
            String cut = String.format(Locale.ROOT, "… +%,d bytes\n", event.cut());
            out.append(before).append(cut);
        }
    }
}
