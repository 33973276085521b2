package dev.warroom.logs.event;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a log; of one that is compressed, its lines' bytes.
 *
 * @param file the one that holds them as they are, where any part of it can be read at any time
 */
public record LogInput(InputStream bytes, Optional<FileChannel> file) {

    private static final int BUFFER = 64 * 1024;

    /**
     * @param file a file, or something else that can be read once, such as a pipe
     */
    public static LogInput open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return plain(Files.newInputStream(file));
        }
        FileChannel channel = FileChannel.open(file);
        try {
            InputStream bytes = decompressed(Channels.newInputStream(channel));
            boolean asTheyAre = !(bytes instanceof GZIPInputStream);
            return new LogInput(bytes, asTheyAre ? Optional.of(channel) : Optional.empty());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whatever the name says: compressed is what begins as {@code gzip} does. */
    public static LogInput plain(InputStream raw) throws IOException {
        return new LogInput(decompressed(raw), Optional.empty());
    }

    private static InputStream decompressed(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        boolean compressed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return compressed ? new GZIPInputStream(in, BUFFER) : in;
    }
}
