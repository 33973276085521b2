package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.Effect;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPlace;
import dev.warroom.room.LogSource;
import dev.warroom.room.Signal;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** A fault of the program in reading one log is that log's state, and not the end of the room. */
class FaultTest extends FollowerTestBase {

    private static final String WORDS =
            "a fault of the war room itself: java.lang.IllegalStateException: poisoned in"
                    + " FaultTest.java:";

    private final AtomicReference<Throwable> uncaught = new AtomicReference<>();

    @BeforeEach
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
    }

    @AfterEach
    void nothingEndsTheRoom() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertThat(uncaught.get()).isNull();
    }

    /** What counts or shows lines, and fails at some. */
    private final LogFollower.Listener poisoned =
            new LogFollower.Listener() {
                @Override
                public void lines(List<LogLine> batch) {
                    if (batch.stream().anyMatch(it -> it.text().equals("poison"))) {
                        throw new IllegalStateException("poisoned");
                    }
                    heard.lines(batch);
                }

                @Override
                public void source(LogSource source) {
                    heard.source(source);
                }
            };

    private void awaitFault(String name, LogSource.State state) {
        heard.await(
                all ->
                        all.news().stream()
                                .anyMatch(
                                        it ->
                                                it.name().equals(name)
                                                        && it.state() == state
                                                        && it.detail().startsWith(WORDS)));
    }

    private void awaitText(String text) {
        heard.await(all -> all.texts().contains(text));
    }

    @Test
    void whatALogLosesByItIsSaidThereAndItIsReadOnAsTheOthersAre() throws Exception {
        write("a.log", "a1\n");
        write("b.log", "b1\n");
        try (LogFollower follower =
                LogFollower.start(folder, List.of(ListedLog.of("*.log")), 10, poisoned, FAST)) {
            awaitText("a1");
            write("a.log", "poison\n");
            awaitFault("a.log", LogSource.State.FOLLOWING);
            write("b.log", "b2\n");
            write("a.log", "a2\n");
            awaitText("b2");
            awaitText("a2");
            List<LogLine> said =
                    heard.lines().stream().filter(it -> it.text().contains("fault")).toList();
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().source()).isEqualTo("a");
            assertThat(said.getFirst().text()).startsWith("… 1 line missing here: " + WORDS);
        }
    }

    @Test
    void bytesOfWhichNoLinesCanBeMadeAreCountedAndWhatComesNextIsRead() {
        Outbox outbox = new Outbox(heard);
        SourceLines lines =
                new SourceLines(
                        "a",
                        outbox,
                        100,
                        false,
                        InstantSource.system().instant(),
                        java.time.ZoneOffset.UTC);
        byte[] piece = "one\ntwo\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        lines.add(piece, 0, piece.length + 4);
        lines.add(piece, 0, piece.length);
        outbox.send();
        assertThat(heard.texts()).hasSize(5);
        assertThat(heard.texts().get(2))
                .startsWith("… up to 12 bytes missing here: a fault of the war room itself: ")
                .contains("ArrayIndexOutOfBounds");
        assertThat(heard.lines().get(3).offset()).isEqualTo(112);
    }

    @Test
    void aCommandThatIsReadInVainIsStartedAgain() {
        CommandLogs.Launcher launcher =
                command ->
                        new CommandLogs.Running() {
                            @Override
                            public InputStream output() {
                                return new ByteArrayInputStream("poison\n".getBytes());
                            }

                            @Override
                            public String ending() {
                                return "ended";
                            }

                            @Override
                            public void close() {
                                // There is no process.
                            }
                        };
        try (CommandLogs logs =
                CommandLogs.start(
                        List.of(ListedLog.of("tail")),
                        launcher,
                        poisoned,
                        Duration.ofMillis(1),
                        InstantSource.system())) {
            awaitFault("$ tail", LogSource.State.LOST);
            awaitText("… started again: what it said before is missing");
        }
    }

    @Test
    void aStepsOutputIsNoLogAnyMore() {
        try (StepLogs logs = new StepLogs(poisoned, InstantSource.system())) {
            logs.listen("run-1", "Watch", List.of("one"));
            logs.listen("run-2", "Other", List.of());
            logs.output("run-1", List.of("poison"), 0);
            logs.output("run-1", List.of("two"), 0);
            logs.output("run-2", List.of("three"), 0);
            awaitFault("step Watch", LogSource.State.LOST);
            assertThat(heard.texts()).containsExactly("one", "three");
        }
    }

    @Test
    void aHostIsTriedAgain() {
        CountDownLatch asked = new CountDownLatch(2);
        RemoteShell.Way way =
                host -> {
                    asked.countDown();
                    throw new IllegalStateException("poisoned");
                };
        try (RemoteLogs logs =
                RemoteLogs.start(
                        Map.of("app-1", List.of(ListedLog.of("/a.log"))),
                        way,
                        10,
                        () -> heard,
                        InstantSource.system(),
                        FAST)) {
            heard.await(
                    all ->
                            all.news().stream()
                                    .anyMatch(
                                            it ->
                                                    it.name().equals("app-1:/a.log")
                                                            && it.detail().contains(WORDS)));
            Await.until("another try", () -> asked.getCount() == 0);
        }
    }

    @Test
    void aQuestionAboutAFileIsAnsweredWithIt() throws Exception {
        BlockingQueue<Signal> answers = new LinkedBlockingQueue<>();
        try (LogFiles files =
                new LogFiles(
                        source -> {
                            throw new IllegalStateException("poisoned");
                        },
                        answers::add)) {
            LogPlace place = new LogPlace("app", 0);
            files.read(new Effect.ReadLog(1, place, 0, 3, LogFilters.NONE));
            Signal.LogSearchEnded ended = (Signal.LogSearchEnded) Await.next("answer", answers);
            assertThat(ended.why()).startsWith("app cannot be read: " + WORDS);
        }
    }
}
