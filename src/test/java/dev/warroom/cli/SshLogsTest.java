package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;
import dev.warroom.health.LogCounts;
import dev.warroom.health.RemoteShell;
import dev.warroom.health.Rounds;
import dev.warroom.health.Surroundings;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.RemoteLogs;
import dev.warroom.policy.Check;
import dev.warroom.policy.ListedLog;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Targets;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Reading;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Log files behind a real OpenSSH server. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SshLogsTest implements LogFollower.Listener {

    private final Sshd sshd;

    @TempDir Path folder;
    private final List<LogLine> lines = new ArrayList<>();
    private final List<LogSource> news = new ArrayList<>();
    private RemoteLogs logs;
    private int written;

    SshLogsTest(Sshd sshd) {
        this.sshd = sshd;
    }

    @AfterEach
    void close() {
        if (logs != null) {
            logs.close();
        }
    }

    @Override
    public synchronized void lines(List<LogLine> batch) {
        lines.addAll(batch);
    }

    @Override
    public synchronized void source(LogSource source) {
        news.add(source);
    }

    private void follow(String glob) {
        LogHosts way = new LogHosts(Targets.NONE, where -> sshd.place(where.host()).shell());
        logs =
                RemoteLogs.start(
                        Map.of("app-1", List.of(ListedLog.of(folder + "/" + glob))),
                        way,
                        10,
                        () -> this,
                        InstantSource.system());
    }

    private void write(String file, int count) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("2026-03-12 14:05:09 ERROR number ").append(written++).append('\n');
        }
        Files.writeString(
                folder.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The numbers of the lines that have come, but for those that were said and not written. */
    private synchronized List<Integer> numbers() {
        return lines.stream()
                .filter(it -> it.offset() >= 0)
                .map(it -> Integer.valueOf(it.text().replaceAll(".*number ", "")))
                .toList();
    }

    private synchronized boolean said(String words) {
        return lines.stream().anyMatch(it -> it.offset() < 0 && it.text().contains(words));
    }

    private synchronized boolean told(String words) {
        return news.stream().anyMatch(it -> (it.name() + " " + it.detail()).contains(words));
    }

    private synchronized boolean lost(String name, String why) {
        return news.stream()
                .filter(it -> it.name().equals("app-1:" + folder + "/" + name))
                .reduce((first, last) -> last)
                .filter(it -> it.state() == LogSource.State.LOST && it.detail().contains(why))
                .isPresent();
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(
                what,
                condition::getAsBoolean,
                () -> {
                    synchronized (this) {
                        return lines.size()
                                + " lines, at last "
                                + lines.subList(Math.max(0, lines.size() - 10), lines.size())
                                + ", news "
                                + news;
                    }
                });
    }

    private void awaitAll(int from) {
        int last = written - 1;
        await("line " + last, () -> !numbers().isEmpty() && numbers().contains(last));
        assertThat(numbers()).isEqualTo(IntStream.range(from, written).boxed().toList());
    }

    /** As a broken line does, seen from here. */
    static void killClients() {
        ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().command().orElse("").endsWith("/ssh"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void theLastLinesComeAndThenWhatIsWritten() throws Exception {
        write("app.log", 100);
        follow("*.log");
        awaitAll(90);
        write("app.log", 3);
        awaitAll(90);
        synchronized (this) {
            LogLine line = lines.getLast();
            assertThat(line.source()).isEqualTo("app-1:app");
            assertThat(line.offset()).isEqualTo(Files.size(folder.resolve("app.log")) - 37);
            assertThat(line.level()).hasToString("ERROR");
        }
        write("later.log", 2);
        awaitAll(90);
    }

    private String health() throws Exception {
        Policy policy =
                new Policy(
                        "shop",
                        List.of(ListedLog.of("ssh app-1:" + folder + "/app.log")),
                        List.of(
                                new Probe(
                                        "errors",
                                        new Check.LogRate("error"),
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(5))),
                        Policy.USUAL_RESPONSES,
                        Rules.USUAL);
        LogCounts counts = new LogCounts();
        InstantSource clock = InstantSource.system();
        try (CountedLogs counted =
                CountedLogs.of(
                        folder, policy, counts, clock, where -> sshd.place(where.host()).shell())) {
            counted.await();
            Surroundings with = new Surroundings(folder, clock, RemoteShell.NONE, counts);
            Reading reading = new Rounds(policy.probes(), with).look().getFirst();
            return reading.health() + " " + reading.detail();
        }
    }

    @Test
    void theHealthCheckCountsErrorsOnOtherHostsAndKnowsThatItCannotWhereThereIsNoWay()
            throws Exception {
        Files.writeString(
                folder.resolve("app.log"),
                (Instant.now() + " ERROR lost\n").repeat(12) + "2026-03-12T14:05:09Z ERROR old\n");
        assertThat(health()).isEqualTo("CRITICAL 12 lines a minute, error or worse");
        sshd.kill();
        assertThat(health())
                .startsWith("UNKNOWN the logs of app-1 are not read: no connection")
                .endsWith("(else 0 lines a minute, error)");
        sshd.start();
    }

    @Test
    void noLineIsLostOrDoubledWhenTheClientIsKilledAgainAndAgain() throws Exception {
        write("app.log", 5);
        follow("app.log");
        awaitAll(0);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 20; j++) {
                write("app.log", 1_000);
                if (j == 5 + i * 5) {
                    killClients();
                }
            }
            awaitAll(0);
        }
        await("the gap's mark", () -> said("no connection to app-1"));
        await("the gap's end", () -> said("connected to app-1 again"));
    }

    private void writtenWhileTheHostIsGone() throws Exception {
        write("app.log", 5);
        follow("app.log");
        awaitAll(0);
        sshd.kill();
        await("the loss", () -> lost("app.log", "no connection"));
        write("app.log", 50);
    }

    @Test
    void whatWasWrittenAndRotatedWhileTheHostWasGoneIsFilledIn() throws Exception {
        writtenWhileTheHostIsGone();
        Files.move(folder.resolve("app.log"), folder.resolve("app.log.1"));
        write("app.log", 7);
        sshd.start();
        awaitAll(0);
        await("the gap's end", () -> said("connected to app-1 again"));
        assertThat(lost("app.log", "")).isFalse();
    }

    @Test
    void whatWasRotatedTwiceWhileTheHostWasGoneIsFilledInAndWhatIsCompressedIsSaid()
            throws Exception {
        write("app.log.1", 1);
        written = 0;
        writtenWhileTheHostIsGone();
        Files.move(folder.resolve("app.log.1"), folder.resolve("app.log.4"));
        Files.move(folder.resolve("app.log"), folder.resolve("app.log.3"));
        write("app.log.2.gz", 1);
        written--;
        write("app.log.1", 3_000);
        write("app.log", 7);
        sshd.start();
        awaitAll(0);
        await("the compressed file", () -> said("/app.log.2.gz is compressed: what was not"));
    }

    @Test
    void aGapThatCannotBeFilledIsSaidWhereItIs() throws Exception {
        writtenWhileTheHostIsGone();
        Files.move(folder.resolve("app.log"), folder.resolve("gone"));
        write("app.log", 7);
        Files.delete(folder.resolve("gone"));
        sshd.start();
        await("the new file", () -> numbers().size() == 12);
        synchronized (this) {
            assertThat(lines.stream().map(LogLine::text))
                    .contains("… rotated and not there any more: what came last in it is missing");
        }
    }

    @Test
    void rotationByRenamingAndByCopyingLosesNothingAndDoublesNothing() throws Exception {
        write("app.log", 300);
        follow("app.log*");
        awaitAll(290);
        write("app.log", 100);
        Files.move(folder.resolve("app.log"), folder.resolve("app.log.1"));
        write("app.log.1", 10);
        write("app.log", 100);
        awaitAll(290);
        Path copied = folder.resolve("app.log.2");
        Files.copy(folder.resolve("app.log"), copied, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("app.log"), "");
        write("app.log", 20);
        awaitAll(290);
    }

    /** As where an empty copy is deleted, and its number on the disk used again for the log. */
    @Test
    void aCopyIsKnownThoughItsOriginalHadTheCopysNameWhileItWasEmpty() throws Exception {
        Path original = folder.resolve("app.log");
        Path copy = folder.resolve("app.log.1");
        Files.createFile(copy);
        follow("app.log*");
        await("the empty file to be followed", () -> told("app.log.1"));
        Files.move(copy, original);
        write("app.log", 5);
        awaitAll(0);
        Files.copy(original, copy);
        Files.writeString(original, "");
        await("the copy to be followed", () -> told("a copy, read on behind"));
        write("app.log", 3);
        awaitAll(0);
    }

    @Test
    void whatIsMissingOrMayNotBeReadIsLostUntilItCanBe() throws Exception {
        follow("app.log");
        await("the loss", () -> lost("app.log", "is not there"));
        write("app.log", 2);
        awaitAll(0);
        assertThat(lost("app.log", "")).isFalse();
        Path away = folder.resolve("away");
        Files.move(folder.resolve("app.log"), away);
        await("the loss", () -> lost("app.log", "is not there"));
        // The same file to the system, and as long, with something else in it.
        Files.writeString(away, "");
        write("away", 2);
        Files.move(away, folder.resolve("app.log"));
        awaitAll(0);
    }

    @Test
    void whatIsWrittenOverAFileIsReadThoughItIsAsLong() throws Exception {
        write("app.log", 15);
        follow("app.log");
        awaitAll(5);
        byte[] other = Files.readAllBytes(folder.resolve("app.log"));
        String text = new String(other, StandardCharsets.UTF_8).replace("number ", "number 9");
        Files.write(
                folder.resolve("app.log"),
                Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), other.length),
                StandardOpenOption.WRITE);
        await("the first line that was written over it", () -> numbers().contains(90));
    }

    /** The system likes to give a new file the number of the one that was deleted last. */
    @Test
    void aFileMadeAnewIsReadThoughItHasTheOldOnesNumberAndIsAsLong() throws Exception {
        write("app.log", 5);
        follow("app.log");
        awaitAll(0);
        Files.delete(folder.resolve("app.log"));
        write("anew", 5);
        Files.move(folder.resolve("anew"), folder.resolve("app.log"));
        awaitAll(0);
        await("the loss", () -> said("what came last in it is missing"));
    }
}
