package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;
import dev.warroom.logs.LogFiles;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.RemoteLogs;
import dev.warroom.logs.RemoteShell;
import dev.warroom.logs.ShellBetween;
import dev.warroom.policy.ListedLog;
import dev.warroom.policy.Targets;
import dev.warroom.room.Effect;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPlace;
import dev.warroom.room.LogSought;
import dev.warroom.room.LogSource;
import dev.warroom.room.Signal;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looking back in, and through, log files behind a real OpenSSH server. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SshLogFilesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-03-12T10:00:00");

    /** Some 19 MB: more than is looked through at once. */
    private static final int LINES = 200_000;

    @TempDir static Path folder;
    private static Path log;

    private final BlockingQueue<Signal> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<LogLine> heard = new LinkedBlockingQueue<>();
    private final AtomicLong brought = new AtomicLong();
    private RemoteLogs logs;
    private LogFiles files;
    private final Sshd sshd;

    SshLogFilesTest(Sshd sshd) {
        this.sshd = sshd;
    }

    @BeforeAll
    static void begin() throws Exception {
        log = folder.resolve("it's app.log");
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int i = 0; i < LINES; i++) {
                String level = i % 100_000 == 50_000 ? "ERROR" : "INFO";
                out.write(BEGIN.plusSeconds(i).toString().replace('T', ' '));
                out.write(i % 60 == 0 ? ":00 " : " ");
                out.write(
                        level
                                + " request "
                                + i
                                + " answered in the usual time, as ever: nothing"
                                + " is new here\n");
            }
        }
    }

    @AfterEach
    void close() {
        files.close();
        logs.close();
    }

    private void follow(Path file) throws InterruptedException {
        LogHosts hosts = new LogHosts(Targets.NONE, where -> sshd.place(where.host()).shell());
        logs =
                RemoteLogs.start(
                        Map.of(
                                "app-1",
                                List.of(new ListedLog(file.toString(), Optional.of(TOKYO)))),
                        host -> new Counted(hosts.to(host), brought),
                        10,
                        () ->
                                new LogFollower.Listener() {
                                    @Override
                                    public void lines(List<LogLine> batch) {
                                        heard.addAll(batch);
                                    }

                                    @Override
                                    public void source(LogSource source) {
                                        // Only the lines matter here.
                                    }
                                },
                        InstantSource.system());
        files = new LogFiles(logs::file, answers::add);
        assertThat(heard.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    }

    /** Counts what comes from the host. */
    private static final class Counted extends ShellBetween {

        private final AtomicLong brought;

        private Counted(RemoteShell shell, AtomicLong brought) {
            super(shell);
            this.brought = brought;
        }

        @Override
        public InputStream answers() {
            return new FilterInputStream(super.answers()) {
                @Override
                public int read(byte[] into, int from, int count) throws IOException {
                    int got = super.read(into, from, count);
                    brought.addAndGet(Math.max(0, got));
                    return got;
                }
            };
        }
    }

    private Signal answer() throws InterruptedException {
        Signal answer = answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
        while (answer instanceof Signal.LogSearchWent) {
            answer = answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        return answer;
    }

    private Signal sought(long from, boolean newer, LogSought what) throws Exception {
        List<LogPlace> place = List.of(new LogPlace("app-1:it's app", from));
        files.search(new Effect.SearchLog(1, place, newer, what, LogFilters.NONE));
        return answer();
    }

    private String found(long from, boolean newer, LogSought what) throws Exception {
        Signal.LogRead read = (Signal.LogRead) sought(from, newer, what);
        return read.stretch().lines().stream()
                .filter(it -> it.offset() == read.at())
                .map(LogLine::text)
                .findFirst()
                .orElseThrow();
    }

    private static LogSought words(String expression) throws LogFilter.Unusable {
        return new LogSought.Words(LogFilter.of(expression));
    }

    @Test
    void theTimesOfAFileAreInTheZoneThatIsNamedForIt() throws Exception {
        follow(log);
        Instant last = BEGIN.plusSeconds(LINES - 10).atZone(TOKYO).toInstant();
        assertThat(Instant.ofEpochMilli(logsFirst().at())).isEqualTo(last);
        assertThat(
                        found(
                                Files.size(log),
                                false,
                                new LogSought.Time(
                                        BEGIN.plusSeconds(77_777)
                                                .atZone(TOKYO)
                                                .toInstant()
                                                .toEpochMilli())))
                .contains(" request 77777 ");
    }

    private LogLine logsFirst() throws Exception {
        files.read(
                new Effect.ReadLog(
                        9,
                        new LogPlace("app-1:it's app", Files.size(log)),
                        10,
                        0,
                        LogFilters.NONE));
        return ((Signal.LogRead) answer()).stretch().lines().getFirst();
    }

    @Test
    void wordsAreFoundInAllOfTheFileAndLittleOfItIsBroughtHere() throws Exception {
        long size = Files.size(log);
        follow(log);
        assertThat(found(size, false, words("request 17 "))).contains("INFO request 17 ");
        assertThat(found(0, true, words("request 199999"))).contains("request 199999 ");
        assertThat(found(size / 2, false, words("request 1234[5-6] "))).contains("request 12346 ");
        assertThat(found(size, false, words("usual time"))).contains("request 199999 ");
        Signal ended = sought(size, false, words("no such thing"));
        assertThat(((Signal.LogSearchEnded) ended).why())
                .startsWith("No older line with /no such thing/: ")
                .endsWith(" MB searched.");
        assertThat(brought.get()).isLessThan(size / 4);
    }

    @Test
    void whatHasNoSureWordsIsFoundInWhatIsBroughtHere() throws Exception {
        follow(log);
        assertThat(found(0, true, words("[0-9]{2} E\\w+"))).contains("ERROR request 50000 ");
        assertThat(found(Files.size(log), false, new LogSought.Level(LogLevel.ERROR)))
                .contains("ERROR request 150000 ");
    }

    @Test
    void theBeginningIsReadAndSoAgainAfterTheConnectionHasBroken() throws Exception {
        follow(log);
        for (int ticket = 1; ticket <= 2; ticket++) {
            LogPlace place = new LogPlace("app-1:it's app", 0);
            files.read(new Effect.ReadLog(ticket, place, 0, 3, LogFilters.NONE));
            Signal.LogRead read = (Signal.LogRead) answer();
            assertThat(read.stretch().from()).isZero();
            assertThat(read.stretch().lines())
                    .extracting(it -> it.text().replaceAll(".*request (\\d+) .*", "$1"))
                    .containsExactly("0", "1", "2");
            SshLogsTest.killClients();
        }
    }

    @Test
    void aSearchOfAHugeFileSaysHowFarItIsAndCanBeStopped() throws Exception {
        Path huge = folder.resolve("huge.log");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(10_000_000_000L);
            file.seek(10_000_000_000L);
            file.writeBytes("\nlast line\n");
        }
        follow(huge);
        List<LogPlace> place = List.of(new LogPlace("app-1:huge", 10_000_000_000L));
        files.search(
                new Effect.SearchLog(1, place, false, words("no such thing"), LogFilters.NONE));
        assertThat(answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(Signal.LogSearchWent.class);
        files.stop();
        assertThat(answer()).isInstanceOf(Signal.LogSearchEnded.class);
        Files.delete(huge);
        files.read(new Effect.ReadLog(2, new LogPlace("app-1:huge", 0), 0, 3, LogFilters.NONE));
        assertThat(((Signal.LogSearchEnded) answer()).why())
                .isEqualTo(
                        "There is no file of app-1:huge any more: the lines held are all there"
                                + " are.");
    }
}
