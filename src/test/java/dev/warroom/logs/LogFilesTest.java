package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Effect;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPlace;
import dev.warroom.room.LogSought;
import dev.warroom.room.Signal;
import dev.warroom.room.Stretch;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class LogFilesTest {

    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-03-12T10:00:00");
    private static final int LINES = 120_000;

    @TempDir Path folder;
    private final BlockingQueue<Signal> answers = new LinkedBlockingQueue<>();
    private ZoneId zone = ZoneId.systemDefault();
    private final LogFiles files =
            new LogFiles(
                    source -> Optional.of(new LocalLog(folder.resolve(source + ".log"), zone)),
                    answers::add);

    @AfterEach
    void close() {
        files.close();
    }

    /** A line a second, with an error each 10,000 lines. */
    private Path write() throws IOException {
        Path log = folder.resolve("app.log");
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int i = 0; i < LINES; i++) {
                String level = i % 10_000 == 5_000 ? "ERROR" : "INFO";
                out.write(BEGIN.plusSeconds(i).toString().replace('T', ' '));
                out.write(i % 60 == 0 ? ":00 " : " ");
                out.write(level + " request " + i + " answered in the usual time, nothing new\n");
            }
        }
        return log;
    }

    private Signal answer() throws InterruptedException {
        Signal answer = answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
        while (answer instanceof Signal.LogSearchWent) {
            answer = answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        return answer;
    }

    private String found(long from, boolean newer, LogSought what) throws Exception {
        files.search(
                new Effect.SearchLog(
                        1, List.of(new LogPlace("app", from)), newer, what, LogFilters.NONE));
        Signal.LogRead read = (Signal.LogRead) answer();
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
    void wordsAreFoundAnywhereInTheFileInBothDirections() throws Exception {
        long size = Files.size(write());
        assertThat(found(size, false, words("request 17 "))).contains("INFO request 17 ");
        assertThat(found(0, true, words("request 119999"))).contains("request 119999");
        assertThat(found(size, false, words("usual time"))).contains("request 119999 ");
        assertThat(found(0, true, words("REQUEST|INFO"))).contains("request 0 ");
        assertThat(found(size / 2, false, words("r[a-z]+st 2\\d{2} "))).contains("request 299 ");
        assertThat(found(size, false, new LogSought.Level(LogLevel.ERROR)))
                .contains("ERROR request 115000");
        assertThat(found(size / 2, true, new LogSought.Level(LogLevel.WARNING)))
                .contains("ERROR request 65000");
    }

    @Test
    void whatIsFoundIsWhatIsShown() throws Exception {
        String tab = "GET\t200\tin 5 ms\n";
        String colours = "\u001B[32mIN\u001B[0mFO: ready\n";
        Files.writeString(folder.resolve("app.log"), "one\n" + tab + colours + "last é\n");
        assertThat(found(0, true, words("GET +200"))).startsWith("GET     200");
        assertThat(found(0, true, words("200 +in"))).startsWith("GET");
        assertThat(found(0, true, words("[A-Z]{4}: ready$"))).isEqualTo("INFO: ready");
        assertThat(found(0, true, words("^[^ ]+: r\\w+"))).isEqualTo("INFO: ready");
        assertThat(found(0, true, words("t \\S$"))).isEqualTo("last é");
    }

    @Test
    void whatTheAutomatonLeadsToIsFoundInBothDirectionsOverManyBlocks() throws Exception {
        Path log = folder.resolve("app.log");
        Random random = new Random(4);
        List<Long> places = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (text.length() < 9_000_000) {
            if (random.nextInt(20_000) == 0) {
                places.add((long) text.length());
                text.append("id=7 ");
            }
            text.append("x".repeat(random.nextInt(200))).append("yz 12\n");
        }
        Files.writeString(log, text);
        LogSought sought = words("(id|no)=[5-7] x*y");
        List<Long> found = new ArrayList<>();
        for (long at = next(0, true, sought); at >= 0; at = next(at + 1, true, sought)) {
            found.add(at);
        }
        assertThat(found).isEqualTo(places);
        found.clear();
        for (long at = next(text.length(), false, sought); at >= 0; at = next(at, false, sought)) {
            found.addFirst(at);
        }
        assertThat(found).isEqualTo(places).hasSizeGreaterThan(2);
    }

    private long next(long from, boolean newer, LogSought what) throws Exception {
        files.search(
                new Effect.SearchLog(
                        1, List.of(new LogPlace("app", from)), newer, what, LogFilters.NONE));
        return answer() instanceof Signal.LogRead read ? read.at() : -1;
    }

    @Test
    void aTimeIsFoundByHalving() throws Exception {
        long size = Files.size(write());
        Instant time = BEGIN.plusSeconds(77_777).atZone(ZoneId.systemDefault()).toInstant();
        assertThat(found(size, false, new LogSought.Time(time.toEpochMilli())))
                .contains("request 77777 ");
    }

    @Test
    void aTimeIsFoundInTheZoneOfTheFile() throws Exception {
        zone = ZoneId.of("Asia/Tokyo");
        long size = Files.size(write());
        Instant time = BEGIN.plusSeconds(77_777).atZone(zone).toInstant();
        assertThat(found(size, false, new LogSought.Time(time.toEpochMilli())))
                .contains("request 77777 ");
        files.read(new Effect.ReadLog(1, new LogPlace("app", 0), 0, 2, LogFilters.NONE));
        assertThat(((Signal.LogRead) answer()).stretch().lines().get(1).at())
                .isEqualTo(BEGIN.plusSeconds(1).atZone(zone).toInstant().toEpochMilli());
    }

    @Test
    void whatIsNotThereSaysHowMuchWasSearched() throws Exception {
        long size = Files.size(write());
        files.search(
                new Effect.SearchLog(
                        7,
                        List.of(new LogPlace("app", size)),
                        false,
                        words("no such thing"),
                        LogFilters.NONE));
        Signal.LogSearchEnded ended = (Signal.LogSearchEnded) answer();
        assertThat(ended.ticket()).isEqualTo(7);
        assertThat(ended.why())
                .startsWith("No older line with /no such thing/: ")
                .endsWith(" MB searched.");
    }

    @Test
    void linesAroundAnyPlaceAreRead() throws Exception {
        write();
        files.read(new Effect.ReadLog(1, new LogPlace("app", 0), 0, 3, LogFilters.NONE));
        Stretch first = ((Signal.LogRead) answer()).stretch();
        assertThat(first.lines()).extracting(LogLine::text).allMatch(it -> it.contains("request "));
        assertThat(first.lines()).hasSize(3);
        assertThat(first.from()).isZero();
        files.read(new Effect.ReadLog(2, new LogPlace("app", first.to()), 2, 2, LogFilters.NONE));
        Stretch next = ((Signal.LogRead) answer()).stretch();
        assertThat(next.lines())
                .extracting(it -> it.text().replaceAll(".*request (\\d+) .*", "$1"))
                .containsExactly("1", "2", "3", "4");
        LogFilters errors =
                new LogFilters(Optional.of(LogFilter.of("ERROR")), List.of(), Optional.empty());
        files.read(new Effect.ReadLog(3, new LogPlace("app", next.to()), 0, 5, errors));
        assertThat(((Signal.LogRead) answer()).stretch().lines()).hasSize(5);
    }

    /** As a writer leaves it that goes on behind the end of a file that was emptied. */
    @Test
    void linesBehindAHoleAreReadAndSomeOfTheHoleBeforeThem() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("app.log").toFile(), "rw")) {
            file.writeBytes("first\n");
            file.seek(3 << 20);
            file.writeBytes("\nlast but one\nlast\n");
        }
        long at = (3 << 20) + 1;
        files.read(new Effect.ReadLog(1, new LogPlace("app", at), 5, 5, LogFilters.NONE));
        Stretch read = ((Signal.LogRead) answer()).stretch();
        assertThat(read.lines())
                .extracting(LogLine::text)
                .contains("first")
                .endsWith("last but one", "last");
        assertThat(read.from()).isZero();
    }

    @Test
    void aHugeFileIsOpenedAtBothEndsAtOnceAndItsSearchCanBeStopped() throws Exception {
        Path log = folder.resolve("app.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.writeBytes("first line\n");
            file.setLength(10_000_000_000L);
            file.seek(10_000_000_000L);
            file.writeBytes("\nlast line\n");
        }
        long size = Files.size(log);
        files.read(new Effect.ReadLog(1, new LogPlace("app", size), 1, 0, LogFilters.NONE));
        assertThat(((Signal.LogRead) answer()).stretch().lines())
                .extracting(LogLine::text)
                .containsExactly("last line");
        files.search(
                new Effect.SearchLog(
                        2,
                        List.of(new LogPlace("app", size - 20)),
                        false,
                        words("no such thing"),
                        LogFilters.NONE));
        assertThat(answers.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(Signal.LogSearchWent.class);
        files.read(new Effect.ReadLog(3, new LogPlace("app", 0), 0, 400, LogFilters.NONE));
        Signal ended = answer();
        assertThat(ended).isInstanceOf(Signal.LogSearchEnded.class);
        Signal.LogRead read = (Signal.LogRead) answer();
        assertThat(read.ticket()).isEqualTo(3);
        assertThat(read.stretch().lines().getFirst().text()).isEqualTo("first line");
    }

    @Test
    void aFileThatIsGoneSaysSo() throws Exception {
        files.read(new Effect.ReadLog(1, new LogPlace("app", 0), 0, 3, LogFilters.NONE));
        assertThat(answer())
                .isEqualTo(
                        new Signal.LogSearchEnded(
                                1,
                                "There is no file of app any more: the lines held are all there"
                                        + " are."));
    }
}
