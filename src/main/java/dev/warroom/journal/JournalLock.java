package dev.warroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One war room writes an incident. The lock is on a file of its own, {@code INC-7.lock}: a process
 * loses its locks on a file when it closes any handle on it, and journals are read while they are
 * open. The file stays when the lock is gone, so that nobody locks a file that was just deleted.
 * The system drops the lock when the process ends, however it ends.
 */
final class JournalLock implements AutoCloseable {

    private static final int NOTE = 512;

    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param holder who holds it from now on, for whoever is refused
     * @throws JournalException if it is held by another
     */
    static JournalLock take(Path file, String id, String holder) {
        FileChannel channel = null;
        try {
            channel =
                    StateFolder.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String other = note(channel);
                channel.close();
                throw new JournalException(
                        id
                                + " is open in another war room"
                                + (other.isBlank() ? "" : " (" + other + ")")
                                + ". Close it there, or view it here with \"warroom log "
                                + id
                                + "\".");
            }
            byte[] note = holder.getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(note, 0, Math.min(note.length, NOTE)), 0);
            return new JournalLock(channel);
        } catch (IOException e) {
            close(channel);
            throw new JournalException(
                    "Cannot lock " + id + " with " + file + ": " + Reasons.of(e) + ".", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String note(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(NOTE);
        channel.read(bytes, 0);
        return StandardCharsets.UTF_8
                .decode(bytes.flip())
                .toString()
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    private static void close(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written through it that could be lost.
            }
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
