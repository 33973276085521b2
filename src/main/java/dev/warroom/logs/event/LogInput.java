package dev.warroom.logs.event;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a log; of one that is compressed, its lines' bytes. */
public final class LogInput {

    private static final int BUFFER = 64 * 1024;

    private LogInput() {}

    /**
     * @param file a file, or something else that can be read once, such as a pipe
     */
    public static InputStream open(Path file) throws IOException {
        return plain(Files.newInputStream(file));
    }

    /** Whatever the name says: compressed is what begins as {@code gzip} does. */
    public static InputStream plain(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        boolean compressed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return compressed ? new GZIPInputStream(in, BUFFER) : in;
    }
}
