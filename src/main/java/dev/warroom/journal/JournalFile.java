package dev.warroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a journal as they are written; tests put one that fails in its place. */
interface JournalFile extends AutoCloseable {

    long size() throws IOException;

    /**
     * Writes all of {@code line} at {@code position}: it outlives this program, not the machine.
     */
    void write(ByteBuffer line, long position) throws IOException;

    /** Returns when all that was written is on the disk. */
    void force() throws IOException;

    /** Cuts the file and returns when that is on the disk. */
    void truncate(long size) throws IOException;

    @Override
    void close();

    /** The real one. Java closes a channel when its thread is interrupted; this one opens again. */
    final class OnDisk implements JournalFile {

        private final Path path;
        private FileChannel channel;

        OnDisk(Path path) throws IOException {
            this.path = path;
            channel = open();
        }

        private FileChannel open() throws IOException {
            return FileChannel.open(path, StandardOpenOption.WRITE);
        }

        private FileChannel channel() throws IOException {
            if (!channel.isOpen()) {
                channel = open();
            }
            return channel;
        }

        @Override
        public long size() throws IOException {
            return channel().size();
        }

        @Override
        public void write(ByteBuffer line, long position) throws IOException {
            FileChannel open = channel();
            long at = position;
            while (line.hasRemaining()) {
                // One write takes it all, unless the disk fills up: then the second one says so.
                at += open.write(line, at);
            }
        }

        @Override
        public void force() throws IOException {
            channel().force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            FileChannel open = channel();
            open.truncate(size);
            open.force(false);
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing is left to be written.
            }
        }
    }
}
