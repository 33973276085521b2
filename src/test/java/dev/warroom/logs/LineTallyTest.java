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

import java.nio.file.Files;
import java.nio.file.Path;
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
        long size = Files.size(log);
        long at = BEGUN.plusSeconds(200).toEpochMilli();
        String again = line(3, "ERROR no column render_eta for job 8813").strip();
        tally.add(
                List.of(
                        new LogLine("app", 0, at, LogLevel.ERROR, false, again),
                        new LogLine("app", size, at, LogLevel.ERROR, false, again)));
        LogTally last = await(it -> it.since() == BEGUN.toEpochMilli());
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
        Map<String, LocalLog> followed = new ConcurrentHashMap<>();
        InstantSource clock = InstantSource.fixed(BEGUN.plusSeconds(300));
        tally = LineTally.start(() -> Map.copyOf(followed), answers::add, clock);
        tally.countFrom(BEGUN);
        await(it -> it.since() == BEGUN.toEpochMilli());
        followed.put("app", new LocalLog(log, ZoneId.systemDefault()));
        long at = BEGUN.plusSeconds(200).toEpochMilli();
        String again = line(3, "ERROR pool timeout after 8 ms").strip();
        long size = Files.size(log);
        tally.add(List.of(new LogLine("app", size, at, LogLevel.ERROR, false, again)));
        LogPattern timeout = of(await(it -> !it.patterns().isEmpty()), "pool timeout after <*> ms");
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
}
