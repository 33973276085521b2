package dev.warroom.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what a child writes to one of its outputs. Never waits for more. */
final class Capture {

    /** One turn reads no more than this, so that a child that never stops writing can time out. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private final InputStream stream;
    private final int most;
    private final byte[] buffer = new byte[16 * 1024];
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
            while (total < MOST_AT_ONCE && stream.available() > 0) {
                int count = stream.read(buffer);
                if (count < 0) {
                    break;
                }
                keep(count);
                total += count;
            }
        } catch (IOException e) {
            // Closed at the other end: there is nothing more.
            return total > 0;
        }
        return total > 0;
    }

    private synchronized void keep(int count) {
        int room = most - kept.size();
        kept.write(buffer, 0, Math.min(count, room));
        cut |= count > room;
    }

    synchronized boolean cut() {
        return cut;
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
