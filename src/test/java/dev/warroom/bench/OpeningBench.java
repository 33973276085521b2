package dev.warroom.bench;

import dev.warroom.logs.LogFollower;
import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** From the beginning of following a log until its last lines are there, whatever its size. */
public final class OpeningBench {

    private static final int LINES = 20_000;
    private static final int BACKLOG = 1_000;

    private OpeningBench() {}

    public static void main(String[] args) throws Exception {
        Figures.sayJava();
        Path folder = Files.createTempDirectory("bench-opening");
        try {
            for (long megabytes : new long[] {10, 1_000, 10_000, 100_000}) {
                Path file = folder.resolve("app.log");
                create(file, megabytes * 1_000_000);
                Figures.of(5, 30, i -> open(folder))
                        .print("the end of a log of " + megabytes + " MB, 1,000 lines");
                Files.delete(file);
            }
        } finally {
            Files.delete(folder);
        }
    }

    /** Lines at the end; what is before takes no room on the disk, and is as long. */
    private static void create(Path file, long size) throws IOException {
        StringBuilder lines = new StringBuilder("\n");
        for (int i = 0; i < LINES; i++) {
            lines.append("2026-03-12 14:05:09.123 INFO [worker-1] shop.Gateway request /cart ")
                    .append("answered 200 in 12 ms for session 0badcafe, number ")
                    .append(i)
                    .append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(size - bytes.length);
            out.write(bytes);
        }
    }

    private static void open(Path folder) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        LogFollower.Listener listener =
                new LogFollower.Listener() {
                    @Override
                    public void lines(List<LogLine> batch) {
                        // They are read and understood by now.
                    }

                    @Override
                    public void source(LogSource source) {
                        // Nothing happens to it.
                    }

                    @Override
                    public void begun() {
                        begun.countDown();
                    }
                };
        try (LogFollower follower =
                LogFollower.start(folder, List.of(ListedLog.of("app.log")), BACKLOG, listener)) {
            begun.await();
        }
    }
}
