package dev.warroom.cli;

import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.event.EventReader;
import dev.warroom.logs.event.LogInput;
import dev.warroom.logs.event.Merge;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogLevel;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Prints what logs hold, in the order of time.
 *
 * @param files their names; {@code -} is the standard input
 * @param json whether as objects
 * @param least how grave events must be
 * @param since when they must have happened, as typed; empty for any time
 * @param match an expression that must find something in them; empty for none
 * @param patterns what messages have in common is told
 * @param zone of times that name none
 */
record LogPrint(
        List<String> files,
        boolean json,
        LogLevel least,
        String since,
        String match,
        boolean patterns,
        ZoneId zone)
        implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    /** The level that is called {@code word}, in whatever case; empty where none is. */
    static Optional<LogLevel> level(String word) {
        return Arrays.stream(LogLevel.values())
                .filter(it -> it != LogLevel.NONE && it.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * @throws Failure where a file cannot be read, or an expression or time is none
     */
    @Override
    public Integer call() throws IOException {
        Instant now = Clock.systemUTC().instant();
        EventFilter filter = filter(now);
        List<EventReader> readers = new ArrayList<>();
        try (BulkOutput out = new BulkOutput(System.out)) {
            for (String file : files) {
                readers.add(reader(file, now));
            }
            if (readers.size() == 1 && since.isEmpty() && !match.isEmpty()) {
                readers.getFirst().passOver(Clues.ofEvents(match));
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

    private EventFilter filter(Instant now) {
        try {
            return new EventFilter(
                    least,
                    since.isEmpty() ? Optional.empty() : Optional.of(Since.read(since, now, zone)),
                    match.isEmpty() ? Optional.empty() : Optional.of(LogFilter.exactly(match)));
        } catch (LogFilter.Unusable e) {
            throw new Failure(e.getMessage());
        }
    }

    private EventReader reader(String file, Instant now) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return reader(file, "stdin", LogInput.plain(System.in), now);
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
