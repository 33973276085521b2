package dev.warroom.bench;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Journal;
import dev.warroom.journal.JournalReader;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What it takes to read back an incident of many events, which is far more than one has. */
final class ReplayBench {

    private static final int EVENTS = Integer.getInteger("events", 100_000);

    private ReplayBench() {}

    static void main() throws Exception {
        Figures.sayJava();
        // In memory, where forcing each of them costs nothing; reading is from memory in any case.
        Path memory = Path.of("/dev/shm");
        try (Scratch scratch =
                Files.isWritable(memory) ? Scratch.create(memory) : Scratch.onDisk()) {
            Path file = written(scratch.folder());
            Figures.say("%,d events, %,d KiB", EVENTS, Files.size(file) / 1024);
            FreshReplay.once(file);
            FreshReplay.once(file);
            List<Fact> facts = JournalReader.read(file).facts();
            Figures.of(2, 9, i -> JournalReader.read(file)).print("read and checked");
            Figures.of(2, 9, i -> Incident.replay("INC-1", facts)).print("Incident.replay");
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            Incident incident = Incident.replay("INC-1", JournalReader.read(file).facts());
            Figures.say("most heap in use at a time    %4d MiB", heap(true));
            System.gc();
            Figures.say(
                    "heap that both incidents keep %4d MiB (%d facts each)",
                    heap(false), incident.facts().size());
        }
    }

    private static Path written(Path folder) {
        try (Journal journal = Journal.create(folder, "INC")) {
            Instant at = Instant.parse("2026-03-01T03:14:15Z");
            for (int i = 0; i < EVENTS; i++) {
                journal.append(at.plusSeconds(i), "ana", "app-1", event(i));
            }
            return journal.path();
        }
    }

    static IncidentEvent event(int i) {
        return switch (i == 0 ? -1 : i % 4) {
            case -1 -> new IncidentEvent.Declared(Severity.P1, "it is slow", "render-api", "/srv");
            case 0 -> new IncidentEvent.NoteAdded("note " + i + " on what was seen");
            case 1 ->
                    new IncidentEvent.StepStarted(
                            "r" + i, "p1/step-" + i % 40, "Look at it", "df -h\n", "local");
            case 2 ->
                    new IncidentEvent.StepFinished(
                            "r" + (i - 1),
                            Outcome.PASSED,
                            OptionalInt.of(0),
                            Duration.ofMillis(412),
                            96,
                            "");
            default -> new IncidentEvent.HealthChanged("api", "ok", "critical", "503 in 312 ms");
        };
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long heap(boolean peak) {
        return pools().stream()
                        .mapToLong(
                                it -> peak ? it.getPeakUsage().getUsed() : it.getUsage().getUsed())
                        .sum()
                / (1 << 20);
    }
}
