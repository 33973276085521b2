package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Order;
import dev.warroom.execution.Place;
import dev.warroom.execution.Runs;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.StepLogs;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a real run prints, as log lines. */
class StepLogsTest implements LogFollower.Listener {

    @TempDir Path folder;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Override
    public void lines(List<LogLine> batch) {
        heard.addAll(batch);
    }

    @Override
    public void source(LogSource source) {
        heard.add(source);
    }

    @Test
    void whatARunPrintsIsALogWithItsLevelsAndItsEndEndsIt() throws Exception {
        Inbox inbox = new Inbox(InstantSource.system());
        try (StepLogs logs = new StepLogs(this, InstantSource.system());
                Runs runs = new Runs(new RunsToInbox(inbox, logs))) {
            logs.listen("INC-1-1", "Watch the queue", List.of("before"));
            String script = "echo '2026-03-12 14:05:09 ERROR queue is full'; printf '\\tat X\\n'";
            runs.start("INC-1-1", Place.local(folder), Order.of(script, folder.toString()));

            assertThat(next()).isEqualTo(source(LogSource.State.FOLLOWING));
            assertThat(((LogLine) next()).text()).isEqualTo("before");
            LogLine line = (LogLine) next();
            assertThat(line.source()).isEqualTo("Watch the queue");
            assertThat(line.level()).isEqualTo(LogLevel.ERROR);
            assertThat(line.at()).isNotEqualTo(LogLine.UNTIMED);
            assertThat(((LogLine) next()).continues()).isTrue();
            assertThat(next()).isEqualTo(source(LogSource.State.ENDED));
        }
    }

    private static LogSource source(LogSource.State state) {
        return new LogSource("step Watch the queue", state, "", "Watch the queue");
    }

    private Object next() throws InterruptedException {
        Object next = heard.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("what comes within 20 s").isNotNull();
        return next;
    }
}
