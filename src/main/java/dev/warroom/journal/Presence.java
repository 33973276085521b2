package dev.warroom.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has an incident open on this machine: a file a war room, {@code INC-7.here-PID}, which names
 * the person and when the process began. One whose process is gone, or was killed and is still
 * known to the system because its parent never asks for it, counts as nobody, and is taken away by
 * whoever looks next.
 */
public final class Presence implements AutoCloseable {

    private static final int LONGEST = 512;

    private final Path file;

    private Presence(Path file) {
        this.file = file;
    }

    /**
     * Says that this process has {@code incident} open until it is closed, or the process ends.
     *
     * @throws IOException if that cannot be written
     */
    public static Presence enter(Path state, String incident, String person) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Path file = StateFolder.at(state).beside(incident, ".here-" + self.pid());
        StateFolder.write(file, began(self) + " " + person);
        return new Presence(file);
    }

    /** The others who have {@code incident} open now, a name a war room, sorted. */
    public static List<String> others(Path state, String incident) {
        Path journal = StateFolder.at(state).file(incident);
        String beginning = incident + ".here-";
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(journal.getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(beginning)) {
                    other(file, name.substring(beginning.length())).ifPresent(names::add);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // Who is here cannot be known; that keeps nobody from working.
            return List.of();
        }
        return names.stream().sorted().toList();
    }

    private static Optional<String> other(Path file, String pid) throws IOException {
        if (!pid.matches("[1-9]\\d{0,9}") || Long.parseLong(pid) == ProcessHandle.current().pid()) {
            return Optional.empty();
        }
        String[] said = read(file).split(" ", 2);
        boolean alive =
                ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .filter(it -> began(it).equals(said[0]))
                        .filter(it -> !ended(it))
                        .isPresent();
        if (!alive && !said[0].isEmpty()) {
            Files.deleteIfExists(file);
        }
        return alive && said.length == 2 ? Optional.of(said[1]) : Optional.empty();
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It was taken away meanwhile.
            return "";
        }
    }

    /** Tells a process from a later one of the same number. */
    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(it -> "" + it.toEpochMilli()).orElse("-");
    }

    /**
     * Whether it has ended, and whoever started it has not asked how: Linux keeps its number and
     * its beginning until then.
     */
    private static boolean ended(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            // The state follows the name, which stands in parentheses and may hold any.
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && "ZX".indexOf(stat.charAt(state)) >= 0;
        } catch (IOException e) {
            // There is no such file on this system, or it has gone just now: the next look tells.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Whoever looks next sees that the process is gone.
        }
    }
}
