package dev.warroom.logs;

import static dev.warroom.room.LogSource.State.FOLLOWING;
import static dev.warroom.room.LogSource.State.LOST;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LogFollowerTest extends FollowerTestBase {

    @Test
    void theLastLinesComeFirstAndThenWhatIsAdded() throws Exception {
        write("app.log", "1\n2\n3\n");
        follow(2, "app.log");
        heard.awaitTexts("2", "3");
        write("app.log", "4\n5\n");
        heard.awaitTexts("2", "3", "4", "5");
        assertThat(heard.lines().getFirst())
                .isEqualTo(new LogLine("app", 2, LogLine.UNTIMED, LogLevel.NONE, false, "2"));
        heard.awaitNews("app.log", FOLLOWING, "");
    }

    @Test
    void timesWithoutAZoneAreInTheOneOfTheFirstPatternThatFitsTheFile() throws Exception {
        write("tokyo.log", "2026-03-12 14:05:09 a\n2026-03-12T14:05:10+01:00 b\n");
        write("berlin.log", "2026-03-12 14:05:09 c\n");
        follow(
                FAST,
                10,
                List.of(
                        new ListedLog("tokyo.log", Optional.of(ZoneId.of("Asia/Tokyo"))),
                        new ListedLog("*.log", Optional.of(ZoneId.of("Europe/Berlin")))));
        heard.await(it -> it.lines().size() == 3);
        write("tokyo.log", "2026-03-12 14:05:11 d\n");
        heard.await(it -> it.lines().size() == 4);
        assertThat(heard.lines())
                .extracting(it -> it.text().replaceAll(".* ", "") + Instant.ofEpochMilli(it.at()))
                .containsExactlyInAnyOrder(
                        "a2026-03-12T05:05:09Z",
                        "b2026-03-12T13:05:10Z",
                        "c2026-03-12T13:05:09Z",
                        "d2026-03-12T05:05:11Z");
    }

    @Test
    void theFileSystemTellsOfWhatIsAddedLongBeforeTheNextLook() throws Exception {
        Duration hour = Duration.ofHours(1);
        write("app.log", "1\n");
        follow(new Pace(hour, hour, hour, hour, hour), 5, "app.log");
        heard.awaitTexts("1");
        write("app.log", "2\n");
        heard.awaitTexts("1", "2");
        rename("app.log", "app.log.1");
        write("app.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void withoutABacklogOnlyWhatIsAddedIsShown() throws Exception {
        write("app.log", "1\nhal");
        follow(0, "app.log");
        heard.awaitNews("app.log", FOLLOWING, "");
        write("app.log", "f\n2\n");
        heard.awaitTexts("half", "2");
    }

    @Test
    void theBacklogIsSharedAndTheFreshestFileComesLast() throws Exception {
        write("a.log", "a1\na2\na3\n");
        write("b.log", "b1\nb2\nb3\nb4\nb5\n");
        write("c.log", "c1\n");
        Files.setLastModifiedTime(file("a.log"), FileTime.fromMillis(3_000));
        Files.setLastModifiedTime(file("b.log"), FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(file("c.log"), FileTime.fromMillis(1_000));
        follow(6, "*.log");
        heard.awaitTexts("c1", "b4", "b5", "a1", "a2", "a3");
    }

    @Test
    void aNewFileThatMatchesIsReadFromItsBeginning() throws Exception {
        follow(10, "logs/*.log");
        heard.awaitNews("logs/*.log", LOST, "matches no file");
        Files.createDirectory(file("logs"));
        write("logs/a.log", "1\n2\n");
        heard.awaitTexts("1", "2");
        heard.awaitNews("logs/*.log", FOLLOWING, "matches 1 file");
        heard.awaitNews("logs/a.log", FOLLOWING, "new");
        write("logs/b.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void aMissingFileReadsLostUntilItIsThere() throws Exception {
        follow(10, "app.log");
        heard.awaitNews("app.log", LOST, "is not there");
        write("app.log", "1\n");
        heard.awaitTexts("1");
        heard.awaitNews("app.log", FOLLOWING, "came back");
    }

    @Test
    void aFolderAndAPipeReadLostUntilTheyAreFilesAndTheRestGoesOn() throws Exception {
        Files.createDirectory(file("folder.log"));
        assertThat(new ProcessBuilder("mkfifo", file("pipe.log").toString()).start().waitFor())
                .isZero();
        write("app.log", "1\n");
        follow(10, "folder.log", "pipe.log", "app.log");
        heard.awaitTexts("1");
        heard.awaitNews("folder.log", LOST, "is a folder, not a file");
        heard.awaitNews("pipe.log", LOST, "is a pipe or a device, not a file");
        Files.delete(file("folder.log"));
        write("folder.log", "2\n");
        heard.awaitTexts("1", "2");
        Files.delete(file("pipe.log"));
        write("pipe.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void anUnfinishedLineIsShownOnceItIsWhole() throws Exception {
        Pace patient =
                new Pace(
                        FAST.poll(),
                        FAST.rescan(),
                        Duration.ofMinutes(1),
                        FAST.missing(),
                        FAST.release());
        write("app.log", "1\n");
        write("other.log", "");
        follow(patient, 10, "app.log", "other.log");
        heard.awaitTexts("1");
        write("app.log", "half");
        write("other.log", "a while\n");
        heard.awaitTexts("1", "a while");
        write("app.log", " and half\n");
        heard.awaitTexts("1", "a while", "half and half");
    }

    @Test
    void anUnfinishedLineIsShownAfterAQuietWhileAndOnlyItsRestLater() throws Exception {
        write("app.log", "ERROR half");
        follow(10, "app.log");
        heard.awaitTexts("ERROR half");
        write("app.log", " and half\n");
        heard.awaitTexts("ERROR half", "…  and half");
        write("app.log", "prompt>");
        heard.awaitTexts("ERROR half", "…  and half", "prompt>");
        write("app.log", "\nnext\n");
        heard.awaitTexts("ERROR half", "…  and half", "prompt>", "next");
        assertThat(heard.lines().get(1).level()).isEqualTo(LogLevel.ERROR);
    }

    @Test
    void aFileWithTwoNamesIsReadOnce() throws Exception {
        write("app-1.log", "1\n");
        Files.createSymbolicLink(file("current.log"), file("app-1.log"));
        follow(10, "*.log");
        heard.awaitTexts("1");
        write("app-2.log", "2\n");
        Files.delete(file("current.log"));
        Files.createSymbolicLink(file("current.log"), file("app-2.log"));
        write("app-1.log", "3\n");
        heard.await(all -> all.texts().size() >= 3);
        write("app-2.log", "4\n");
        heard.await(all -> all.texts().size() >= 4);
        assertThat(heard.texts()).containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    void moreFilesThanTheLimitAreSaidAndTheFreshestFollowed() throws Exception {
        for (int i = 0; i < LogFollower.MOST_FILES + 44; i++) {
            String name = "app-%03d.log".formatted(i);
            write(name, i + "\n");
            Files.setLastModifiedTime(file(name), FileTime.fromMillis(1_000_000L + i * 1_000L));
        }
        follow(10_000, "*.log");
        heard.awaitNews(
                Selection.SURPLUS,
                LOST,
                "44 not followed: more than 256 match, name fewer under logs");
        heard.await(all -> all.texts().size() >= LogFollower.MOST_FILES);
        assertThat(heard.texts())
                .hasSize(LogFollower.MOST_FILES)
                .doesNotContain("0", "43")
                .contains("44", "299");
        write("app-000.log", "awake\n");
        heard.await(all -> all.texts().contains("awake"));
        write("app-300.log", "300\n");
        heard.awaitNews(
                Selection.SURPLUS,
                LOST,
                "45 not followed: more than 256 match, name fewer under logs");
    }

    @Test
    void linesAreCutSanitisedAndSentInBoundedBatches() throws Exception {
        write(
                "app.log",
                "\u001b[31mred\u001b[0m\u0007\n"
                        + "x".repeat(500_000)
                        + "\n"
                        + "\t".repeat(3_000)
                        + "\n");
        for (int i = 0; i < 5_000; i++) {
            write("more.log", "line " + i + "\n");
        }
        follow(100_000, "app.log", "more.log");
        heard.await(all -> all.texts().size() >= 5_003);
        List<String> texts = heard.texts();
        assertThat(texts).contains("red␇", "x".repeat(4000) + " +496000 bytes");
        assertThat(texts).allMatch(text -> text.length() <= LogLine.MOST_CHARACTERS);
        assertThat(heard.largestBatch()).isEqualTo(Outbox.MOST_LINES);
    }

    @Test
    void aFileThatIsFarBehindGoesOnNearItsEndAndSaysSo() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        byte[] block =
                "y"
                        .repeat(1023)
                        .concat("\n")
                        .repeat(1024)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path aside = file("aside");
        try (var out = Files.newOutputStream(aside)) {
            for (int i = 0; i < 70; i++) {
                out.write(block);
            }
            out.write('z');
            out.write('\n');
        }
        Files.move(aside, file("app.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        heard.await(all -> all.texts().contains("z"));
        List<String> texts = heard.texts();
        assertThat(texts.get(1)).matches("… 7[0-9]{7} bytes left out: too far behind");
        assertThat(texts).hasSize(2 + 1_000);
    }

    @Test
    void afterItIsClosedNothingIsTold() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        close();
        write("app.log", "2\n");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("log-follower") && thread.isAlive());
        assertThat(heard.texts()).containsExactly("1");
    }

    @Test
    void namesAreSafeAndShort() throws Exception {
        write("bad\u001b[2J.log", "1\n");
        Files.createDirectory(file("api"));
        Files.createDirectory(file("web"));
        write("api/app.log", "2\n");
        write("web/app.log", "3\n");
        follow(10, "**/*.log");
        heard.await(all -> all.texts().size() == 3);
        List<String> sources = new ArrayList<>();
        heard.lines().forEach(line -> sources.add(line.source()));
        assertThat(sources).contains("bad␛[2J", "app").containsAnyOf("api/app", "web/app");
        heard.awaitNews("bad␛[2J.log", FOLLOWING, "");
    }

    @Test
    void aNegativeBacklogIsRefused() {
        assertThatThrownBy(() -> follow(-1, "app.log")).hasMessage("backlog -1 must be >= 0");
    }
}
