package dev.warroom.journal;

import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All journals of a state folder. */
public final class Journals {

    private Journals() {}

    /**
     * One summary a journal, the highest number first. It looks at how each begins and whether it
     * has ended; one whose beginning is damaged or unreadable is in the list and says so.
     *
     * @return empty where the folder does not exist
     * @throws JournalException if the folder cannot be read
     */
    public static List<JournalSummary> list(Path state) {
        StateFolder folder = StateFolder.at(state);
        return folder.ids().stream().map(id -> summary(id, folder.file(id))).toList();
    }

    /**
     * Those of one kind that were written to since a time; the others are not looked into.
     *
     * @param prefix {@code INC} for incidents, {@code RUN} for checklists
     */
    public static List<JournalSummary> list(Path state, String prefix, Instant since) {
        StateFolder folder = StateFolder.at(state);
        return folder.ids().stream()
                .filter(it -> it.startsWith(prefix + "-") && written(folder.file(it), since))
                .map(id -> summary(id, folder.file(id)))
                .toList();
    }

    private static boolean written(Path file, Instant since) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException e) {
            // Whoever looks into it says why it cannot be read.
            return true;
        }
    }

    /**
     * Makes sure that journals can be kept in a state folder, before anybody relies on it.
     *
     * @param state made where it is missing
     * @throws JournalException if it cannot be written to
     */
    public static void require(Path state) {
        StateFolder.at(state).made();
    }

    /** The file of {@code id}, for {@link JournalReader}; it need not exist. */
    public static Path file(Path state, String id) {
        return StateFolder.at(state).file(id);
    }

    /**
     * The same for a shared record, as it comes from a room's stream. What does not follow the
     * lines before it is passed over, as every room does.
     *
     * @param lines in their order, without their ends
     */
    public static JournalSummary summary(String id, List<byte[]> lines) {
        Glance glance = new Glance();
        LineCodec codec = new LineCodec();
        String hash = Seal.NONE;
        long number = 1;
        for (byte[] line : lines) {
            try {
                LineCodec.Line decoded = codec.decode(line, line.length, number, hash);
                hash = decoded.hash();
                number++;
                glance.take(decoded.fact());
            } catch (LineDamage e) {
                // Refused.
                continue;
            }
        }
        return glance.summary(id, Optional.empty());
    }

    private static JournalSummary summary(String id, Path file) {
        Glance glance = new Glance();
        try (InputStream in = Files.newInputStream(file)) {
            glance.over(file, in);
        } catch (IOException e) {
            return glance.summary(
                    id, Optional.of("Cannot read " + file + ": " + Reasons.of(e) + "."));
        }
        return glance.summary(id, glance.trouble);
    }

    /**
     * Finds what a list shows without reading every fact: the beginning is decoded and checked; of
     * the rest only the lines that end an incident, open it again or change its severity are.
     */
    private static final class Glance {
        /** The beginning stands in one of the first lines; later ones are not decoded for it. */
        private static final int FIRST_LINES = 4;

        private static final List<byte[]> WANTED =
                Stream.of("resolved", "checklist-closed", "reopened", "severity-changed")
                        .map(it -> "\"type\":\"" + it + '"')
                        .map(it -> it.getBytes(StandardCharsets.US_ASCII))
                        .toList();

        /** A line says its type after its number, time and person. */
        private static final int TYPE_WITHIN = 2_048;

        private final LineCodec codec = new LineCodec();
        private Optional<Severity> severity = Optional.empty();
        private String title = "";
        private String workspace = "";
        private Optional<Instant> begun = Optional.empty();
        private Optional<Instant> ended = Optional.empty();
        private Optional<String> trouble = Optional.empty();

        void over(Path file, InputStream in) throws IOException {
            LineScanner lines = new LineScanner(in);
            String hash = Seal.NONE;
            for (long number = 1; lines.next(); number++) {
                boolean first = number <= FIRST_LINES && trouble.isEmpty();
                if (!first && !wanted(lines)) {
                    continue;
                }
                byte[] line = lines.line();
                try {
                    LineCodec.Line decoded =
                            first
                                    ? codec.decode(line, line.length, number, hash)
                                    : codec.decodeAlone(line, line.length, number);
                    hash = decoded.hash();
                    take(decoded.fact());
                } catch (LineDamage e) {
                    trouble =
                            Optional.of(
                                    new Damage(file, number, e.getMessage(), e.advice())
                                            .toString());
                }
            }
        }

        private static boolean wanted(LineScanner lines) {
            return WANTED.stream().anyMatch(it -> lines.lineHas(it, TYPE_WITHIN));
        }

        private void take(Fact fact) {
            if (fact.event() instanceof Declared declared) {
                severity = Optional.of(declared.severity());
                begin(declared.title(), declared.workspace(), fact.at());
            } else if (fact.event() instanceof ChecklistStarted started) {
                begin(started.title(), started.workspace(), fact.at());
            } else if (fact.event() instanceof Resolved
                    || fact.event() instanceof ChecklistClosed) {
                ended = Optional.of(fact.at());
            } else if (fact.event() instanceof Reopened) {
                ended = Optional.empty();
            } else if (fact.event() instanceof SeverityChanged changed) {
                severity = Optional.of(changed.to());
            }
        }

        private void begin(String name, String where, Instant at) {
            title = name;
            workspace = where;
            begun = Optional.of(at);
        }

        JournalSummary summary(String id, Optional<String> why) {
            return new JournalSummary(id, severity, title, workspace, begun, ended, why);
        }
    }
}
