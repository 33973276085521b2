package dev.warroom.health;

import dev.warroom.history.History;
import dev.warroom.history.Slot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the health of one workspace is kept: {@code STATE/health/KEY/minutes-2026-03-01.jsonl}, a
 * file a day of UTC, a line a slot. After {@value #DAYS_OF_MINUTES} days a day is added up by the
 * hour in {@code hours-2026-03-01.jsonl}, and after {@value #DAYS_OF_HOURS} days that goes. Folders
 * are made with mode 0700 and files with 0600.
 */
public final class HistoryFolder {

    static final int DAYS_OF_MINUTES = 8;
    static final int DAYS_OF_HOURS = 400;

    /** A day of 100 probes needs half of it; a file beyond it is not one of ours. */
    private static final long MOST_BYTES = 64L << 20;

    private static final String MINUTES = "minutes-";
    private static final String HOURS = "hours-";
    private static final String ENDING = ".jsonl";

    private final Path folder;

    private HistoryFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Names the folder without touching the disk.
     *
     * @param workspace absolute; two of them never share a folder
     */
    public static HistoryFolder of(Path state, Path workspace) {
        return new HistoryFolder(state.resolve("health").resolve(key(workspace)));
    }

    /**
     * What a workspace's own folder in the state folder is called.
     *
     * @param workspace absolute; two of them never share a name
     */
    public static String key(Path workspace) {
        try {
            byte[] path = workspace.toString().getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What was kept of {@code [from, to)}, to the minute as far as that is there. Lines that cannot
     * be read are counted.
     *
     * @param finest a minute or an hour, by which it is answered; by the hour a year fits into
     *     memory
     * @return nothing where nothing was kept
     * @throws IOException if a file cannot be read
     */
    public History read(Instant from, Instant to, Duration finest) throws IOException {
        History all = History.NONE;
        LocalDate first = from.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate last = to.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
        for (LocalDate day : days()) {
            if (!day.isBefore(first) && !day.isAfter(last)) {
                List<Slot> slots = new ArrayList<>();
                long unreadable = readDay(day, slots);
                History in = History.of(slots, unreadable).between(from, to);
                all = all.plus(finest.equals(Slot.HOUR) ? in.hourly() : in);
            }
        }
        return all;
    }

    private List<LocalDate> days() throws IOException {
        return Stream.concat(named(MINUTES).stream(), named(HOURS).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The days of which there is a file. */
    private List<LocalDate> named(String kind) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith(kind) && it.endsWith(ENDING))
                    .map(it -> it.substring(kind.length(), it.length() - ENDING.length()))
                    .flatMap(it -> date(it).stream())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Minutes go before hours: a day that was being added up still has both. */
    private long readDay(LocalDate day, List<Slot> into) throws IOException {
        Path minutes = file(MINUTES, day);
        Path file = Files.exists(minutes) ? minutes : file(HOURS, day);
        long unreadable = 0;
        if (!Files.exists(file)) {
            return 0;
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(
                    file + " has more than 64 MiB, which no health history has: move it away");
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Slot> slot = SlotLine.parse(line);
                slot.ifPresent(into::add);
                if (slot.isEmpty() && !line.isBlank()) {
                    unreadable++;
                }
            }
        }
        return unreadable;
    }

    private Path file(String kind, LocalDate day) {
        return folder.resolve(kind + day + ENDING);
    }

    /** Makes the folder, and says in it whose history it is. */
    void make(Path workspace) throws IOException {
        Files.createDirectories(folder, mode(folder, "rwx------"));
        Path name = folder.resolve("workspace");
        if (!Files.exists(name)) {
            try (FileChannel file = open(name, StandardOpenOption.CREATE)) {
                write(file, workspace + "\n");
            }
        }
    }

    /** The file whose lock whoever writes holds. */
    FileChannel lockFile() throws IOException {
        return open(folder.resolve("lock"), StandardOpenOption.CREATE);
    }

    /**
     * Adds lines to the file of their day. A line that a killed process has left half written is
     * ended first, so that it spoils no other.
     *
     * @param slots of one day of UTC
     */
    void append(List<Slot> slots) throws IOException {
        LocalDate day = slots.getFirst().from().atOffset(ZoneOffset.UTC).toLocalDate();
        StringBuilder lines = new StringBuilder();
        slots.forEach(it -> lines.append(SlotLine.of(it)));
        try (FileChannel file =
                open(file(MINUTES, day), StandardOpenOption.CREATE, StandardOpenOption.READ)) {
            long size = file.size();
            if (size + lines.length() > MOST_BYTES) {
                throw new IOException(file(MINUTES, day) + " is full: it has 64 MiB");
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean torn = size > 0 && file.read(last, size - 1) == 1 && last.get(0) != '\n';
            file.position(size);
            write(file, torn ? "\n" + lines : lines.toString());
        }
    }

    /**
     * Adds up what is old, and lets go what is older, also of workspaces that nobody has looked at
     * since. Killed in between, it can be done again.
     */
    void tidy(LocalDate today) throws IOException {
        for (Path other : others()) {
            HistoryFolder old = new HistoryFolder(other);
            List<LocalDate> days = old.days();
            boolean over =
                    !days.isEmpty() && days.getLast().isBefore(today.minusDays(DAYS_OF_HOURS));
            if (over) {
                old.forget();
            }
        }
        for (LocalDate day : named(MINUTES)) {
            if (day.isBefore(today.minusDays(DAYS_OF_MINUTES))) {
                addUp(day);
            }
        }
        for (LocalDate day : named(HOURS)) {
            if (day.isBefore(today.minusDays(DAYS_OF_HOURS))) {
                Files.deleteIfExists(file(HOURS, day));
            }
        }
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> all = Files.list(folder.getParent())) {
            return all.filter(it -> Files.isDirectory(it) && !it.equals(folder)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Only what is one of its own files goes; a folder with anything else in it stays. */
    private void forget() throws IOException {
        for (LocalDate day : named(MINUTES)) {
            Files.deleteIfExists(file(MINUTES, day));
        }
        for (LocalDate day : named(HOURS)) {
            Files.deleteIfExists(file(HOURS, day));
        }
        Files.deleteIfExists(folder.resolve("workspace"));
        Files.deleteIfExists(folder.resolve("lock"));
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody has put something there.
            return;
        }
    }

    private void addUp(LocalDate day) throws IOException {
        List<Slot> minutes = new ArrayList<>();
        readDay(day, minutes);
        StringBuilder lines = new StringBuilder();
        History.of(minutes, 0).hourly().slots().forEach(it -> lines.append(SlotLine.of(it)));
        Path partial = folder.resolve(HOURS + day + ".part");
        Files.deleteIfExists(partial);
        try (FileChannel file = open(partial, StandardOpenOption.CREATE)) {
            write(file, lines.toString());
            file.force(true);
        }
        Files.move(partial, file(HOURS, day), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(file(MINUTES, day));
    }

    private static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        Set<StandardOpenOption> all = new java.util.HashSet<>(List.of(options));
        all.add(StandardOpenOption.WRITE);
        return FileChannel.open(file, all, mode(file, "rw-------"));
    }

    private static void write(FileChannel file, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }
}
