package dev.warroom.bench;

import dev.warroom.incident.Incident;
import dev.warroom.journal.JournalReader;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Reads a journal back in a program that has done nothing else, as a command does. */
final class FreshReplay {

    private FreshReplay() {}

    static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        long began = System.nanoTime();
        Incident incident = JournalReader.replay("INC-1", file).incident();
        double took = (System.nanoTime() - began) / 1e6;
        double processor =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                                .getProcessCpuTime()
                        / 1e6;
        Figures.say(
                "%-52s %8.0f ms, processor %.0f ms, %d facts",
                "in a fresh program", took, processor, incident.facts().size());
    }

    /** Starts such a program, with the heap that the launcher gives to commands. */
    static void once(Path file) throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xms32m",
                        "-Xmn20m",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshReplay.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
