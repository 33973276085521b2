package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPattern;
import dev.warroom.room.LogTally;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

class LineTallyTest {

    private static final Instant BEGUN = Instant.parse("2026-03-12T14:00:00Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @TempDir Path folder;
    private final BlockingQueue<LogTally> answers = new LinkedBlockingQueue<>();
    private LineTally tally;

    @AfterEach
    void close() {
        tally.close();
    }

    private static String line(int minutes, String text) {
        return TIME.format(BEGUN.plusSeconds(60L * minutes)) + " " + text + "\n";
    }

    private LogTally await(Predicate<LogTally> condition) throws InterruptedException {
        for (LogTally next = answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
                next != null;
                next = answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            if (condition.test(next)) {
                return next;
            }
        }
        throw new AssertionError("waited in vain");
    }

    private static boolean allIsRead(LogTally tally) {
        return tally.since() == BEGUN.toEpochMilli() && tally.past().reading().isEmpty();
    }

    private static LogPattern of(LogTally tally, String text) {
        return tally.patterns().stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tally.patterns().toString()));
    }

    @Test
    void whatTheFilesHoldFromBeforeIsToldFromWhatComesLater() throws Exception {
        Path log = folder.resolve("app.log");
        StringBuilder text = new StringBuilder();
        for (int i = -50; i < 0; i++) {
            text.append(line(i, "ERROR pool timeout after " + (100 - i) + " ms"));
            text.append("\tat shop.Pool.take(Pool.java:12)\n");
        }
        text.append(line(1, "ERROR no column render_eta for job 8812"));
        Files.writeString(log, text);
        InstantSource clock = InstantSource.fixed(BEGUN.plusSeconds(300));
        tally =
                LineTally.start(
                        () -> Map.of("app", new LocalLog(log, ZoneId.systemDefault())),
                        answers::add,
                        clock);
        tally.countFrom(BEGUN);
        await(LineTallyTest::allIsRead);
        long size = Files.size(log);
        long at = BEGUN.plusSeconds(200).toEpochMilli();
        String again = line(3, "ERROR no column render_eta for job 8813").strip();
        tally.add(
                List.of(
                        // On its way while the file was read.
                        new LogLine("app", 0, at, LogLevel.ERROR, false, again),
                        new LogLine("app", size, at, LogLevel.ERROR, false, again)));
        LogTally last = await(it -> it.patterns().getFirst().since() > 1);
        LogPattern timeout = of(last, "pool timeout after <*> ms");
        assertThat(timeout.before()).isEqualTo(50);
        assertThat(timeout.since()).isZero();
        assertThat(timeout.news()).isFalse();
        LogPattern column = of(last, "no column render_eta for job <*>");
        assertThat(column.before()).isZero();
        assertThat(column.since()).isEqualTo(2);
        assertThat(column.news()).isTrue();
        assertThat(last.patterns().getFirst()).isEqualTo(column);
        assertThat(last.sum(BEGUN.toEpochMilli(), last.end()).errors()).isEqualTo(2);
        assertThat(last.spans().size()).isLessThanOrEqualTo(LogTally.MOST_SPANS);
    }

    /** As just after the room was opened again, when the files are not followed yet. */
    @Test
    void aFileThatIsFollowedLaterIsLookedBackInToo() throws Exception {
        Path log = folder.resolve("app.log");
        Files.writeString(log, line(-5, "ERROR pool timeout after 7 ms").repeat(3));
        Map<String, LogFile> followed = new ConcurrentHashMap<>();
        InstantSource clock = InstantSource.fixed(BEGUN.plusSeconds(300));
        tally = LineTally.start(() -> Map.copyOf(followed), answers::add, clock);
        tally.countFrom(BEGUN);
        await(LineTallyTest::allIsRead);
        followed.put("app", new LocalLog(log, ZoneId.systemDefault()));
        long at = BEGUN.plusSeconds(200).toEpochMilli();
        String again = line(3, "ERROR pool timeout after 8 ms").strip();
        long size = Files.size(log);
        tally.add(List.of(new LogLine("app", size, at, LogLevel.ERROR, false, again)));
        LogPattern timeout = of(await(LineTallyTest::allIsRead), "pool timeout after <*> ms");
        assertThat(timeout.before()).isEqualTo(3);
        assertThat(timeout.since()).isEqualTo(1);
    }

    @Test
    void linesAreCountedBySourceAndMinute() throws Exception {
        InstantSource clock = InstantSource.fixed(BEGUN);
        tally = LineTally.start(Map::of, answers::add, clock);
        long at = BEGUN.minusSeconds(60).toEpochMilli();
        for (String source : List.of("a", "a", "b")) {
            tally.add(
                    List.of(
                            new LogLine(source, -1, at, LogLevel.WARNING, false, "WARN slow 12"),
                            new LogLine(source, -1, at, LogLevel.WARNING, true, "\tat X")));
        }
        LogTally last = await(it -> !it.patterns().isEmpty());
        assertThat(last.patterns().getFirst().where()).isEqualTo("a 2, b 1");
        assertThat(last.sum(at - 10_000, at + 10_000)).isEqualTo(new LogTally.Span(0, 3, 3));
    }

    @Test
    void whatWasHarmlessIsNewAsAnError() throws Exception {
        Path log = folder.resolve("app.log");
        Files.writeString(log, line(-5, "INFO connection to db-1 closed after 7 ms").repeat(3));
        InstantSource clock = InstantSource.fixed(BEGUN.plusSeconds(300));
        LogFile file = new LocalLog(log, ZoneId.systemDefault());
        tally = LineTally.start(() -> Map.of("app", file), answers::add, clock);
        tally.countFrom(BEGUN);
        await(LineTallyTest::allIsRead);
        long at = BEGUN.plusSeconds(200).toEpochMilli();
        for (LogLevel level : List.of(LogLevel.INFO, LogLevel.ERROR)) {
            String text = line(3, level + " connection to db-1 closed after 8 ms").strip();
            tally.add(List.of(new LogLine("app", -1, at, level, false, text)));
        }

        LogTally read = await(it -> allIsRead(it) && it.patterns().size() == 2);
        LogPattern error = read.patterns().getFirst();
        assertThat(error.level()).isEqualTo(LogLevel.ERROR);
        assertThat(error.before()).isZero();
        assertThat(error.news()).isTrue();
        LogPattern harmless = read.patterns().getLast();
        assertThat(harmless.level()).isEqualTo(LogLevel.INFO);
        assertThat(harmless.before()).isEqualTo(3);
        assertThat(harmless.since()).isEqualTo(1);
        assertThat(harmless.id()).isNotEqualTo(error.id());
    }

    /** A log that tells what it is asked, and in between fails as a test wants it. */
    private static final class Failing implements LogFile {
        private final Path path;
        private final AtomicReference<Exception> failure;

        Failing(Path path, Exception first) {
            this.path = path;
            this.failure = new AtomicReference<>(first);
        }

        @Override
        public ZoneId zone() {
            return ZoneId.systemDefault();
        }

        @Override
        public String host() {
            return "app-1";
        }

        @Override
        public LogBytes open() throws IOException {
            LogBytes bytes = new LocalLog(path, zone()).open();
            return new LogBytes() {
                @Override
                public long size() throws IOException {
                    return bytes.size();
                }

                @Override
                public Instant changed() throws IOException {
                    return bytes.changed();
                }

                @Override
                public int read(ByteBuffer into, long at) throws IOException {
                    if (at > bytes.size() - LAST) {
                        fail(failure.getAndSet(null));
                    }
                    into.limit(Math.min(into.limit(), into.position() + LAST));
                    return bytes.read(into, at);
                }

                @Override
                public void close() throws IOException {
                    bytes.close();
                }
            };
        }

        private static void fail(Exception failure) throws IOException {
            switch (failure) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case null, default -> {}
            }
        }

        @Override
        public List<LogFile> older() {
            return List.of();
        }
    }

    private static final int LAST = 4_096;

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGUN.plusSeconds(300));

    private Path hour() throws IOException {
        Path log = folder.resolve("app.log");
        StringBuilder text = new StringBuilder();
        for (int i = -3_000; i < 0; i++) {
            text.append(TIME.format(BEGUN.plusSeconds(i))).append(" ERROR pool timeout\n");
        }
        Files.writeString(log, text);
        return log;
    }

    private void follow(LogFile file, String... texts) {
        tally = LineTally.start(() -> Map.of("app", file), answers::add, now::get);
        tally.countFrom(BEGUN);
        for (String text : texts) {
            tally.add(
                    List.of(
                            new LogLine(
                                    "app",
                                    1L << 40,
                                    BEGUN.plusSeconds(60).toEpochMilli(),
                                    LogLevel.ERROR,
                                    false,
                                    line(1, text).strip())));
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndGoesOnWhereItStoppedAndNothingIsCalledNewMeanwhile()
            throws Exception {
        Failing file = new Failing(hour(), new IOException("no connection to app-1"));
        follow(file, "ERROR pool timeout", "ERROR no column");
        LogTally failed = await(it -> !it.past().unknown().isEmpty());
        assertThat(failed.past().unknown())
                .containsExactly(Map.entry("app", "no connection to app-1"));
        assertThat(of(failed, "no column").news()).isFalse();
        assertThat(of(failed, "pool timeout").before()).isBetween(1L, 2_999L);
        now.set(now.get().plusSeconds(31));
        LogTally known = await(it -> it.past().unknown().isEmpty());
        assertThat(of(known, "pool timeout").before()).isEqualTo(3_000);
        assertThat(of(known, "pool timeout").news()).isFalse();
        assertThat(of(known, "no column").news()).isTrue();
    }

    @Test
    void aFaultInReadingOneLogIsThatLogsStateAndTheOthersAreReadOn() throws Exception {
        Failing bad = new Failing(hour(), new IllegalStateException("out of step"));
        LogFile good = new LocalLog(hour(), ZoneId.systemDefault());
        tally = LineTally.start(() -> Map.of("bad", bad, "good", good), answers::add, now::get);
        tally.countFrom(BEGUN);
        LogTally read = await(LineTallyTest::allIsRead);
        assertThat(read.past().unknown().get("bad"))
                .startsWith(
                        "a fault of the war room itself: java.lang.IllegalStateException: out of")
                .contains(" in LineTallyTest.java:");
        assertThat(of(read, "pool timeout").where()).contains("good 3000");
    }

    @Test
    void theHourIsReadInTheRotatedFileTooWhereTheLogDoesNotReachBackThatFar() throws Exception {
        Path log = hour();
        Files.move(log, folder.resolve("app.log.1"));
        Files.writeString(
                folder.resolve("app.log.1"),
                line(2, "ERROR counted when it came"),
                StandardOpenOption.APPEND);
        Files.writeString(log, line(-1, "ERROR disk full"));
        follow(new LocalLog(log, ZoneId.systemDefault()), "ERROR pool timeout", "ERROR disk full");
        LogTally read = await(LineTallyTest::allIsRead);
        assertThat(of(read, "pool timeout").before()).isEqualTo(3_000);
        assertThat(of(read, "disk full").before()).isEqualTo(1);
        assertThat(read.patterns()).hasSize(2);
    }

    @Test
    void whatIsTooMuchToBeReadIsSaid() throws Exception {
        Path log = folder.resolve("app.log");
        String line = TIME.format(BEGUN.minusSeconds(1_800)) + " INFO " + "x".repeat(1_000) + "\n";
        String late = TIME.format(BEGUN.minusSeconds(600)) + " INFO " + "x".repeat(1_000) + "\n";
        Files.writeString(log, line.repeat(2_000) + late.repeat(16_500));
        Failing file = new Failing(log, null);
        follow(file);
        LogTally read = await(LineTallyTest::allIsRead);
        assertThat(read.past().partly().get("app")).isEqualTo("only the last 16.8 MB, 10 min");
    }

    @Test
    void whatCommandsPrintedBeforeTheIncidentStaysCounted() throws Exception {
        tally = LineTally.start(Map::of, answers::add, now::get);
        long before = BEGUN.minusSeconds(60).toEpochMilli();
        LogLine line =
                new LogLine("journalctl", -1, before, LogLevel.ERROR, false, "ERROR lost 12");
        tally.add(List.of(line, line));
        tally.countFrom(BEGUN);
        long at = BEGUN.plusSeconds(60).toEpochMilli();
        tally.add(
                List.of(new LogLine("journalctl", -1, at, LogLevel.ERROR, false, "ERROR lost 13")));
        LogPattern lost = of(await(LineTallyTest::allIsRead), "lost <*>");
        assertThat(lost.before()).isEqualTo(2);
        assertThat(lost.since()).isEqualTo(1);
        assertThat(lost.news()).isFalse();
    }
}
