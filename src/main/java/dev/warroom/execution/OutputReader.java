package dev.warroom.execution;

import dev.warroom.text.LineAssembler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an output file as it grows. Where it grows faster than a person could ever read, the middle
 * is passed over and counted; it stays in the file.
 */
final class OutputReader implements AutoCloseable {

    /** A longer line is cut on the screen; the file has all of it. */
    static final int MOST_LINE_BYTES = 4096;

    /** With more than this unread, only the end is shown. */
    static final long MOST_BEHIND = 4L << 20;

    private static final int KEPT_OF_IT = 256 << 10;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    private List<String> lines = new ArrayList<>();
    private LineAssembler assembler = new LineAssembler(MOST_LINE_BYTES, line -> lines.add(line));
    private long dropped;

    OutputReader(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
    }

    /** What was read at once. */
    record Piece(List<String> lines, long dropped) {

        boolean empty() {
            return lines.isEmpty() && dropped == 0;
        }
    }

    /** The whole lines that have come since the last call. */
    Piece read() throws IOException {
        if (file.size() - file.position() > MOST_BEHIND) {
            passOver(file.size() - KEPT_OF_IT);
        }
        while (file.position() < file.size() && lines.size() < 5_000) {
            buffer.clear();
            if (file.read(buffer) <= 0) {
                break;
            }
            assembler.add(buffer.array(), 0, buffer.position());
        }
        return take();
    }

    /** The rest, and the last line even when nothing ends it. */
    Piece rest() throws IOException {
        Piece before = read();
        List<String> all = new ArrayList<>(before.lines());
        long gone = before.dropped();
        while (file.position() < file.size()) {
            Piece more = read();
            gone += more.dropped();
            all.addAll(more.lines());
            if (all.size() > 10_000) {
                gone += all.size() - 5_000L;
                all = new ArrayList<>(all.subList(all.size() - 5_000, all.size()));
            }
        }
        assembler.flush();
        Piece last = take();
        all.addAll(last.lines());
        return new Piece(List.copyOf(all), gone);
    }

    private Piece take() {
        Piece piece = new Piece(List.copyOf(lines), dropped);
        lines = new ArrayList<>();
        dropped = 0;
        return piece;
    }

    /** Goes on behind the first line end at or after {@code to}, counting the lines before it. */
    private void passOver(long to) throws IOException {
        assembler = new LineAssembler(MOST_LINE_BYTES, line -> lines.add(line));
        while (file.position() < file.size()) {
            long at = file.position();
            buffer.clear();
            int count = file.read(buffer);
            for (int i = 0; i < count; i++) {
                if (buffer.array()[i] == '\n') {
                    dropped++;
                    if (at + i >= to) {
                        file.position(at + i + 1);
                        return;
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
