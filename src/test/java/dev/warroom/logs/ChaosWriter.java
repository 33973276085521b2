package dev.warroom.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/**
 * A program that writes numbered lines, and everything that is done to its log by others. Lines are
 * taken from the file only when the follower has had a chance to see it: what nobody could have
 * read counts as never written.
 */
final class ChaosWriter {

    private static final int MOST_ROTATED = 4;

    private final Path file;
    private final String name;
    private final Random random;
    private final ChaosAccount account;
    private final boolean held;
    private final Set<String> expected = new LinkedHashSet<>();

    /** Of these, what nobody has waited for yet: what was heard once stays so. */
    private final Set<String> unread = new LinkedHashSet<>();

    private final Set<String> doubtful = new LinkedHashSet<>();
    private final List<String> silent = new ArrayList<>();
    private int deleted;
    private FileChannel channel;
    private int written;
    private int generation;

    /** The first line of the file that stands at the path now; empty while it has none. */
    private String first = "";

    private int rotations;

    /**
     * @param held whether who follows holds files open, so that what is deleted can still be read
     */
    ChaosWriter(Path file, Random random, ChaosAccount account, boolean held) throws IOException {
        this.held = held;
        this.file = file;
        this.name = file.getFileName().toString().replace(".log", "");
        this.random = random;
        this.account = account;
        open();
    }

    /** Every line that must be heard once. */
    Set<String> expected() {
        return expected;
    }

    /** Lines that nobody may have been able to read. */
    Set<String> doubtful() {
        return doubtful;
    }

    /** The first line that is missing of each file whose loss nobody said. */
    List<String> silent() {
        return silent;
    }

    /** How many files were deleted that are followed. */
    int deleted() {
        return deleted;
    }

    /** Does one thing. */
    void act() throws IOException {
        switch (random.nextInt(16)) {
            case 0 -> rotate();
            case 1 -> rotateWhileWriting();
            case 2 -> rotateAndCompress();
            case 3 -> copyAndTruncate();
            case 4 -> copyAndTruncateUnseen();
            case 5 -> regrow();
            case 6 -> deleteAndCreate();
            case 7 -> renameAndBack();
            case 8 -> Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
            case 9 -> burst(200);
            case 10 -> LockSupport.parkNanos(random.nextInt(4_000_000));
            default -> burst(1 + random.nextInt(12));
        }
    }

    void end() throws IOException {
        burst(3);
        channel.close();
    }

    private void open() throws IOException {
        channel = FileChannel.open(file, CREATE, APPEND);
        generation++;
        first = "";
    }

    /** Lines of some length, written in pieces that end anywhere. */
    private void burst(int lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String line = line();
            text.append(line).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        int at = 0;
        while (at < bytes.length) {
            int piece = Math.min(bytes.length - at, 1 + random.nextInt(2_000));
            channel.write(ByteBuffer.wrap(bytes, at, piece));
            at += piece;
        }
    }

    private String line() {
        String number = name + "." + generation + "." + written++;
        String line = number + " " + "é".repeat(random.nextInt(40)) + " #" + number;
        expected.add(line);
        unread.add(line);
        if (first.isEmpty()) {
            first = line;
        }
        return line;
    }

    /** The follower has the file open, so whatever happens to its name, it is drained. */
    private void awaitSeen() throws IOException {
        if (first.isEmpty()) {
            burst(1);
        }
        account.await(first);
    }

    private void awaitAllRead() {
        account.await(unread);
        unread.clear();
    }

    private Path shifted() throws IOException {
        Path aside = rotated(1);
        for (int i = MOST_ROTATED; i >= 1; i--) {
            if (!Files.exists(rotated(i))) {
                continue;
            }
            if (i == MOST_ROTATED) {
                awaitAllRead();
                delete(rotated(i));
            } else {
                Files.move(rotated(i), rotated(i + 1));
            }
        }
        return aside;
    }

    private Path rotated(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private void rotate() throws IOException {
        awaitSeen();
        Files.move(file, shifted());
        channel.close();
        if (random.nextBoolean()) {
            LockSupport.parkNanos(random.nextInt(30_000_000));
        }
        open();
    }

    /** The writer has not noticed that its file has another name by now. */
    private void rotateWhileWriting() throws IOException {
        awaitSeen();
        Files.move(file, shifted());
        burst(1 + random.nextInt(20));
        channel.close();
        open();
    }

    private void rotateAndCompress() throws IOException {
        awaitSeen();
        Path aside = file.resolveSibling(file.getFileName() + "-" + rotations++);
        Files.move(file, aside);
        burst(1 + random.nextInt(5));
        channel.close();
        Path compressed = aside.resolveSibling(aside.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(aside, out);
        }
        awaitUnlessHeld();
        delete(aside);
        Files.delete(compressed);
        open();
    }

    private void copyAndTruncate() throws IOException {
        awaitAllRead();
        Files.copy(file, shifted());
        truncate();
    }

    /** What was written just before stands only in the copy. */
    private void copyAndTruncateUnseen() throws IOException {
        awaitSeen();
        burst(1 + random.nextInt(30));
        Files.copy(file, shifted());
        truncate();
    }

    /** Emptied, and longer than it was before anybody looks. */
    private void regrow() throws IOException {
        awaitAllRead();
        if (channel.size() < 20_000) {
            long size = channel.size();
            truncate();
            while (channel.size() <= size) {
                burst(20);
            }
        }
    }

    private void truncate() throws IOException {
        channel.truncate(0);
        generation++;
        first = "";
    }

    /** The new file often gets the inode of the old one, once that is closed everywhere. */
    private void deleteAndCreate() throws IOException {
        awaitSeen();
        awaitUnlessHeld();
        delete(file);
        channel.close();
        open();
    }

    /** Some of what is written comes too late for one who has to look under a file's name. */
    void deleteUnread() throws IOException {
        // A file that nobody has seen may go without a word.
        awaitSeen();
        awaitAllRead();
        int said = account.losses(name);
        Set<String> before = Set.copyOf(expected);
        burst(5);
        delete(file);
        channel.close();
        Set<String> late = new LinkedHashSet<>(expected);
        late.removeAll(before);
        expected.removeAll(late);
        unread.removeAll(late);
        doubtful.addAll(late);
        open();
        // Whoever follows has to see the new file in its place, or nothing was taken away.
        awaitSeen();
        List<String> missing = account.missing(late);
        if (!missing.isEmpty() && account.losses(name) == said) {
            silent.add(missing.getFirst());
        }
    }

    private void delete(Path followed) throws IOException {
        Files.delete(followed);
        deleted++;
    }

    private void awaitUnlessHeld() {
        if (!held) {
            awaitAllRead();
        }
    }

    private void renameAndBack() throws IOException {
        Path aside = file.resolveSibling("aside-" + file.getFileName());
        Files.move(file, aside);
        burst(random.nextInt(4));
        LockSupport.parkNanos(random.nextInt(3_000_000));
        Files.move(aside, file);
    }
}
