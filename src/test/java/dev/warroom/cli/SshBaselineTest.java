package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;
import dev.warroom.logs.LineTally;
import dev.warroom.logs.LogFile;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.RemoteLogs;
import dev.warroom.logs.RemoteShell;
import dev.warroom.policy.ListedLog;
import dev.warroom.policy.Targets;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPattern;
import dev.warroom.room.LogSource;
import dev.warroom.room.LogTally;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** What logs behind a real OpenSSH server held in the hour before an incident. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SshBaselineTest implements LogFollower.Listener {

    /** More than is shown of a file's end, and more than one question to the host brings. */
    private static final int LINES = 20_000;

    private final Sshd sshd;

    @TempDir Path folder;
    private final Instant begun = Instant.now();
    private final AtomicReference<Instant> now = new AtomicReference<>(begun.plusSeconds(5));
    private final BlockingQueue<LogTally> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<LogLine> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger shells = new AtomicInteger();

    /** Opened once shells beyond the first one, which follows, may begin. */
    private final CountDownLatch others = new CountDownLatch(1);

    /** Whether it is time to try again whenever somebody asks what time it is. */
    private volatile boolean hurried;

    private RemoteLogs logs;
    private LineTally tally;

    SshBaselineTest(Sshd sshd) {
        this.sshd = sshd;
    }

    @AfterEach
    void close() {
        tally.close();
        logs.close();
    }

    @Override
    public void lines(List<LogLine> batch) {
        tally.add(batch);
        heard.addAll(batch);
    }

    @Override
    public void source(LogSource source) {
        // Only the lines matter here.
    }

    /** An hour of one message often, and two that came once near its beginning. */
    private Path hour() throws IOException {
        Path log = folder.resolve("app.log");
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            out.write(begun.minusSeconds(5_000) + " ERROR the day before yesterday\n");
            out.write(begun.minusSeconds(3_500) + " ERROR pool timeout after 12 ms\n");
            out.write(begun.minusSeconds(3_500) + " WARN cache is cold\n");
            for (int i = 0; i < LINES; i++) {
                out.write(begun.minusSeconds(3_400) + " INFO request " + i + " answered\n");
            }
        }
        return log;
    }

    private RemoteShell shell(LogHosts hosts, String host) throws IOException {
        if (shells.incrementAndGet() > 1) {
            try {
                others.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return hosts.to(host);
    }

    /** As a room does that is opened when the incident has begun. */
    private void follow(Path log) {
        tally = LineTally.start(this::files, answers::add, this::now);
        tally.countFrom(begun);
        LogHosts hosts = new LogHosts(Targets.NONE, where -> sshd.place(where.host()).shell());
        logs =
                RemoteLogs.start(
                        Map.of("app-1", List.of(ListedLog.of(log.toString()))),
                        host -> shell(hosts, host),
                        10,
                        () -> this,
                        InstantSource.system());
    }

    private Instant now() {
        return hurried ? now.updateAndGet(it -> it.plusSeconds(31)) : now.get();
    }

    private Map<String, LogFile> files() {
        return logs == null ? Map.of() : logs.files();
    }

    private void write(Path log, String... messages) throws IOException {
        for (String message : messages) {
            Files.writeString(
                    log,
                    begun.plusSeconds(3) + " " + message + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private void awaitLine(String words) throws InterruptedException {
        while (!Await.next("line with " + words, heard).text().contains(words)) {
            // Those before it.
        }
    }

    private LogTally await(Predicate<LogTally> condition) throws InterruptedException {
        LogTally next = Await.next("count", answers);
        while (!condition.test(next)) {
            next = Await.next("count", answers);
        }
        return next;
    }

    private static boolean allIsKnown(LogTally tally) {
        return !tally.patterns().isEmpty()
                && tally.past().reading().isEmpty()
                && tally.past().unknown().isEmpty();
    }

    private static LogPattern of(LogTally tally, String text) {
        return tally.patterns().stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tally.patterns().toString()));
    }

    @Test
    void whatTheHostsHourHadIsNotNewAndLinesDoNotWaitForIt() throws Exception {
        Path log = hour();
        follow(log);
        awaitLine("request " + (LINES - 1));
        write(log, "ERROR pool timeout after 77 ms", "ERROR no column 8812", "WARN cache is cold");
        awaitLine("cache is cold");
        LogTally early = await(it -> it.patterns().stream().anyMatch(p -> p.since() > 0));
        assertThat(early.past().reading()).containsExactly("app-1:app");
        assertThat(early.patterns()).noneMatch(LogPattern::news);
        others.countDown();
        LogTally known = await(SshBaselineTest::allIsKnown);
        assertThat(known.patterns().stream().filter(LogPattern::news))
                .containsExactly(of(known, "no column <*>"));
        assertThat(of(known, "pool timeout after <*> ms").before()).isEqualTo(1);
        assertThat(of(known, "request <*> answered").before()).isEqualTo(LINES);
        assertThat(known.past().partly()).isEmpty();
    }

    @Test
    void aHostThatRefusesIsSaidAndAskedAgainAndABrokenConnectionGoesOnWhereItStopped()
            throws Exception {
        Path log = hour();
        follow(log);
        awaitLine("request " + (LINES - 1));
        sshd.kill();
        others.countDown();
        LogTally refused = await(it -> !it.past().unknown().isEmpty());
        assertThat(refused.past().unknown().get("app-1:app")).contains("no connection to app-1: ");
        sshd.start();
        write(log, "ERROR pool timeout after 77 ms", "ERROR no column 8812");
        awaitLine("no column");
        LogTally unsure =
                await(it -> it.patterns().stream().anyMatch(p -> p.text().startsWith("no col")));
        assertThat(unsure.patterns()).noneMatch(LogPattern::news);
        LogTally known = unsure;
        for (int i = 0; i < 3 && !allIsKnown(known); i++) {
            now.set(now.get().plusSeconds(31));
            SshLogsTest.killClients();
            known = await(it -> true);
        }
        if (!allIsKnown(known)) {
            hurried = true;
            known = await(SshBaselineTest::allIsKnown);
        }
        assertThat(of(known, "request <*> answered").before()).isEqualTo(LINES);
        assertThat(of(known, "pool timeout after <*> ms").news()).isFalse();
        assertThat(of(known, "no column <*>").news()).isTrue();
    }

    @Test
    void theHourIsReadInTheHostsRotatedFilesToo() throws Exception {
        Path log = hour();
        Files.move(log, folder.resolve("app.log.1"));
        write(log, "INFO opened");
        others.countDown();
        follow(log);
        awaitLine("opened");
        write(log, "ERROR pool timeout after 77 ms", "ERROR no column 8812");
        awaitLine("no column");
        LogTally known =
                await(
                        it ->
                                allIsKnown(it)
                                        && it.patterns().stream()
                                                .anyMatch(p -> p.text().startsWith("no col")));
        assertThat(of(known, "pool timeout after <*> ms").before()).isEqualTo(1);
        assertThat(of(known, "request <*> answered").before()).isEqualTo(LINES);
        assertThat(of(known, "no column <*>").news()).isTrue();
    }
}
