package dev.warroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts lines at the end of a journal, whole: what came of those whose writing failed is taken away
 * again. Knows what may not be on the disk yet.
 */
final class LineWriter implements AutoCloseable {

    private final Path path;
    private final JournalFile file;

    /** Whether the last lines may not be on the disk yet. */
    private boolean unforced;

    /** The lines whose writing failed and that could not be taken away again. */
    private Optional<byte[]> failed = Optional.empty();

    /**
     * @param path of {@code file}
     */
    LineWriter(Path path, JournalFile file) {
        this.path = path;
        this.file = file;
    }

    long size() throws IOException {
        return file.size();
    }

    /**
     * @param end of the lines before, in bytes
     * @param forced whether it returns when they are on the disk
     */
    void write(byte[] lines, long end, boolean forced) throws IOException {
        failed = Optional.of(lines);
        file.write(ByteBuffer.wrap(lines), end);
        if (forced) {
            file.force();
        }
        unforced = !forced;
        failed = Optional.empty();
    }

    /** Returns when all that was written here is on the disk. */
    void settle() throws IOException {
        if (unforced) {
            file.force();
            unforced = false;
        }
    }

    /**
     * What a failed write left behind goes, unless somebody else has built on it since.
     *
     * @param end of the lines before it, in bytes
     */
    void removeRemains(long end) throws IOException {
        if (failed.isEmpty()) {
            return;
        }
        byte[] lines = failed.get();
        long left = file.size() - end;
        if (left > 0 && left <= lines.length && standsAt(end, lines, left)) {
            file.truncate(end);
        }
        failed = Optional.empty();
    }

    private boolean standsAt(long end, byte[] lines, long length) throws IOException {
        byte[] there = new byte[(int) length];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(there);
            while (into.hasRemaining() && channel.read(into, end + into.position()) > 0) {}
        }
        return Arrays.equals(there, Arrays.copyOf(lines, (int) length));
    }

    /** Takes away what stands behind {@code end}. */
    void cut(long end) throws IOException {
        file.truncate(end);
    }

    @Override
    public void close() {
        file.close();
    }
}
