package dev.warroom.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what a child writes to one of its outputs. Never waits for more. */
final class Capture {

    /** One turn reads no more than this, so that a child that never stops writing can time out. */
    private static final int MOST_AT_ONCE = 1 << 20;

    /** Most children say nothing here, so nothing is set aside for it. */
    private static final int MOST_PIECE = 16 * 1024;

    private final InputStream stream;
    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    Capture(InputStream stream, int most) {
        this.stream = stream;
        this.most = most;
    }

    /** Reads what is there; whether there was anything. For one thread at a time. */
    boolean read() {
        int total = 0;
        try {
            for (int there = stream.available();
                    total < MOST_AT_ONCE && there > 0;
                    there = stream.available()) {
                byte[] piece = new byte[Math.min(there, MOST_PIECE)];
                int count = stream.read(piece);
                if (count < 0) {
                    break;
                }
                keep(piece, count);
                total += count;
            }
        } catch (IOException e) {
            // Closed at the other end: there is nothing more.
            return total > 0;
        }
        return total > 0;
    }

    private synchronized void keep(byte[] piece, int count) {
        int room = most - kept.size();
        kept.write(piece, 0, Math.min(count, room));
        cut |= count > room;
    }

    synchronized boolean cut() {
        return cut;
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
