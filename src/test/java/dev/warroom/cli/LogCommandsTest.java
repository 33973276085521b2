package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.logs.CommandLogs;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.Sources;
import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

class LogCommandsTest {

    @TempDir Path folder;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    private CommandLogs start(String... commands) {
        return start(Stream.of(commands).map(ListedLog::of).toList());
    }

    private CommandLogs start(List<ListedLog> commands) {
        LogFollower.Listener listener =
                new LogFollower.Listener() {
                    @Override
                    public void lines(List<LogLine> batch) {
                        heard.addAll(batch);
                    }

                    @Override
                    public void source(LogSource source) {
                        heard.add(source);
                    }
                };
        return CommandLogs.start(
                commands,
                new LogCommands(folder),
                listener,
                Duration.ofMillis(20),
                java.time.InstantSource.system());
    }

    private <T> T next(Class<T> kind, Predicate<T> wanted) throws InterruptedException {
        for (Object each = heard.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
                each != null;
                each = heard.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            if (kind.isInstance(each) && wanted.test(kind.cast(each))) {
                return kind.cast(each);
            }
        }
        throw new AssertionError("waited in vain for a " + kind.getSimpleName());
    }

    private static ListedLog zoned(String place) {
        return new ListedLog(place, Optional.of(ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void commandsAndOtherHostsAreToldFromFiles() {
        assertThat(
                        Sources.of(
                                List.of(
                                        zoned("logs/*.log"),
                                        zoned("$ journalctl -f"),
                                        zoned("ssh app-1:/var/log/*.log"),
                                        ListedLog.of("ssh app-1:/srv/a:b.log"))))
                .isEqualTo(
                        new Sources(
                                List.of(zoned("logs/*.log")),
                                List.of(zoned("journalctl -f")),
                                Map.of(
                                        "app-1",
                                        List.of(
                                                zoned("/var/log/*.log"),
                                                ListedLog.of("/srv/a:b.log")))));
    }

    @Test
    void whatACommandPrintsIsALogAndItsEndIsSaid() throws Exception {
        try (CommandLogs logs =
                start(
                        "printf '2026-03-12 14:05:09 ERROR lost\\n"
                                + "\\tat X\\n"
                                + "'; echo no >&2; exit 3")) {
            LogLine line = next(LogLine.class, it -> true);
            assertThat(line.source()).isEqualTo("printf");
            assertThat(line.level()).isEqualTo(LogLevel.ERROR);
            assertThat(line.offset()).isEqualTo(-1);
            assertThat(next(LogLine.class, it -> true).continues()).isTrue();
            LogSource lost = next(LogSource.class, it -> it.state() == LogSource.State.LOST);
            assertThat(lost.detail()).startsWith("ended, exit 3: no; started again in");
            assertThat(next(LogLine.class, it -> true).text()).contains("started again");
            assertThat(next(LogLine.class, it -> true).text()).contains("ERROR lost");
        }
    }

    @Test
    void theTimesOfACommandAreInItsZone() throws Exception {
        try (CommandLogs logs = start(List.of(zoned("echo 2026-03-12 14:05:09 lost; cat")))) {
            assertThat(Instant.ofEpochMilli(next(LogLine.class, it -> true).at()))
                    .isEqualTo("2026-03-12T05:05:09Z");
        }
    }

    @Test
    void nothingOfACommandIsLeftBehind() throws Exception {
        Path pids = folder.resolve("pids");
        try (CommandLogs logs =
                start("sleep 1000 & echo $! > pids; echo begun; while :; do sleep 1000; done")) {
            next(LogLine.class, it -> it.text().equals("begun"));
        }
        long pid = Long.parseLong(Files.readString(pids).strip());
        Await.until(
                "the end of sleep " + pid,
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
}
