package dev.warroom.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a release does that it should not: keep memory, log too much, fill the disk. */
final class ReleaseFaults {

    private static final int TRACE_KIB = 128;

    private final Release release;
    private final Volume volume;
    private final InstantSource clock;
    private final List<byte[]> kept = new ArrayList<>();
    private final ErrorRate lines = new ErrorRate();

    /**
     * @param volume where files go
     */
    ReleaseFaults(Release release, Volume volume, InstantSource clock) {
        this.release = release;
        this.volume = volume;
        this.clock = clock;
    }

    /**
     * A job was accepted.
     *
     * @throws StoreException where what it writes finds no space
     */
    void accepted(Job job, String number, ServiceLog log) throws StoreException {
        if (release.keptBytes() > 0) {
            keep(new byte[release.keptBytes()]);
        }
        if (release.tracing()) {
            volume.write("trace/job-" + number + ".trace", TRACE_KIB * 1024);
        }
        volume.write("frames/" + job.film() + ".preview", 1024);
    }

    private synchronized void keep(byte[] what) {
        kept.add(what);
    }

    /** A request was answered. */
    void answered(String request, ServiceLog log) {
        Instant now = clock.instant();
        for (int line = 1; line <= release.debugLines(); line++) {
            lines.add(now, false, Duration.ZERO);
            log.write(
                    now,
                    ServiceLog.Level.DEBUG,
                    "%s step %d of %d: buffer 0x%08x"
                            .formatted(request, line, release.debugLines(), line * 7919));
        }
    }

    /** How many lines more than it should were logged, a second on average, in the last seconds. */
    int linesASecond() {
        return lines.count(clock.instant()).requests() / ErrorRate.SECONDS;
    }
}
