package dev.warroom.journal;

import dev.warroom.incident.ClockChanges;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a list shows without reading every fact: the beginning is decoded and checked; of the
 * rest only the lines that end an incident, open it again, change its severity or tell that a clock
 * was set are.
 */
final class Glance {

    /** The beginning stands in one of the first lines; later ones are not decoded for it. */
    private static final int FIRST_LINES = 4;

    private static final List<byte[]> WANTED =
            Stream.of(
                            "resolved",
                            "checklist-closed",
                            "reopened",
                            "severity-changed",
                            "clock-changed")
                    .map(it -> "\"type\":\"" + it + '"')
                    .map(it -> it.getBytes(StandardCharsets.US_ASCII))
                    .toList();

    /** A line says its type after its number, time and person. */
    private static final int TYPE_WITHIN = 2_048;

    private final LineCodec codec = new LineCodec();
    private Optional<Severity> severity = Optional.empty();
    private String title = "";
    private String workspace = "";
    private Optional<Fact> begun = Optional.empty();
    private Optional<Fact> ended = Optional.empty();
    private ClockChanges clocks = ClockChanges.NONE;
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
                                new Damage(file, number, e.getMessage(), e.advice()).toString());
            }
        }
    }

    private static boolean wanted(LineScanner lines) {
        return WANTED.stream().anyMatch(it -> lines.lineHas(it, TYPE_WITHIN));
    }

    void take(Fact fact) {
        if (fact.event() instanceof Declared declared) {
            severity = Optional.of(declared.severity());
            begin(declared.title(), declared.workspace(), fact);
        } else if (fact.event() instanceof ChecklistStarted started) {
            begin(started.title(), started.workspace(), fact);
        } else if (fact.event() instanceof Resolved || fact.event() instanceof ChecklistClosed) {
            ended = Optional.of(fact);
        } else if (fact.event() instanceof Reopened) {
            ended = Optional.empty();
        } else if (fact.event() instanceof SeverityChanged changed) {
            severity = Optional.of(changed.to());
        } else if (fact.event() instanceof ClockChanged changed) {
            clocks = clocks.plus(fact, changed);
        }
    }

    private void begin(String name, String where, Fact fact) {
        title = name;
        workspace = where;
        begun = Optional.of(fact);
    }

    /** Why it cannot be written on; empty where nothing was found. */
    Optional<String> trouble() {
        return trouble;
    }

    JournalSummary summary(String id, Optional<String> why) {
        return new JournalSummary(
                id, severity, title, workspace, begun.map(clocks::at), ended.map(clocks::at), why);
    }
}
