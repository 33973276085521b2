package dev.warroom.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A log file of this machine.
 *
 * @param zone of its times that name none
 */
public record LocalLog(Path path, ZoneId zone) implements LogFile {

    @Override
    public LogBytes open() throws IOException {
        return new Opened(FileChannel.open(path), Files.getLastModifiedTime(path).toInstant());
    }

    private record Opened(FileChannel file, Instant changed) implements LogBytes {

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return file.read(into, at);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
