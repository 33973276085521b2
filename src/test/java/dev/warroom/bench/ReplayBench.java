package dev.warroom.bench;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.journal.JournalReader;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
            Path file = LongIncident.written(scratch.folder(), EVENTS);
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
