package dev.warroom.logs;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds where the last lines of a file begin, however large it is. */
final class Backlog {

    private static final int BLOCK = 64 * 1024;

    /** Looked through from the end; lines further back are left out. */
    static final int MOST_BYTES = 1 << 20;

    private Backlog() {}

    /**
     * Where the last {@code lines} complete lines begin in the first {@code size} bytes of {@code
     * file}. Within the last {@link #MOST_BYTES} of them, and only in the middle of a line where no
     * line begins there.
     */
    static long start(Positioned file, long size, int lines) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, size));
        long limit = Math.max(0, size - MOST_BYTES);
        long firstLine = -1;
        int ends = 0;
        long end = size;
        while (end > limit) {
            int count = (int) Math.min(block.capacity(), end - limit);
            long from = end - count;
            count = fill(file, block, from, count);
            for (int i = count - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    firstLine = from + i + 1;
                    ends++;
                    if (ends > lines) {
                        return firstLine;
                    }
                }
            }
            end = from;
        }
        // A line that would begin at the end is none.
        boolean there = firstLine >= 0 && firstLine < size;
        return limit == 0 ? 0 : there ? firstLine : limit;
    }

    private static int fill(Positioned file, ByteBuffer block, long from, int count)
            throws IOException {
        block.clear().limit(count);
        while (block.hasRemaining()) {
            if (file.read(block, from + block.position()) < 0) {
                break;
            }
        }
        return block.position();
    }
}
