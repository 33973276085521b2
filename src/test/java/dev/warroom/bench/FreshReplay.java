package dev.warroom.bench;

import dev.warroom.incident.Incident;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Verified;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a journal back in a program that has done nothing else, as a command does. */
final class FreshReplay {

    private static final String REPLAY = "replay";
    private static final String VERIFY = "verify";

    private FreshReplay() {}

    static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        long before = heap();
        long began = System.nanoTime();
        if (arguments[0].equals(VERIFY)) {
            long facts = Verified.of(file, "INC-1").facts();
            say("verified", began, facts);
            return;
        }
        Incident incident = JournalReader.replay("INC-1", file).incident();
        say("replayed", began, incident.facts().size());
        long kept = heap() - before;
        Figures.say(
                "%-52s %8d MB for %d facts",
                "  heap kept", kept / 1_000_000, incident.facts().size());
    }

    private static void say(String what, long began, long facts) throws IOException {
        double took = (System.nanoTime() - began) / 1e6;
        double processor =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                                .getProcessCpuTime()
                        / 1e6;
        Figures.say(
                "%-52s %8.0f ms, processor %.0f ms, resident %s, %d facts",
                what + " in a fresh program", took, processor, resident(), facts);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most there was; only Linux says. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(it -> it.startsWith("VmHWM:"))
                .map(it -> it.substring(6).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** Starts such programs, with the heap and the compiler that the launcher gives to commands. */
    static void once(Path file) throws Exception {
        for (String what : List.of(REPLAY, VERIFY)) {
            start(what, file);
        }
    }

    private static void start(String what, Path file) throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xms32m",
                        "-Xmn20m",
                        "-Xmx256m",
                        "-XX:FreqInlineSize=60",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshReplay.class.getName(),
                        what,
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
