package dev.warroom.logs;

import static dev.warroom.room.LogSource.State.FOLLOWING;
import static dev.warroom.room.LogSource.State.LOST;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

class RotationTest extends FollowerTestBase {

    @Test
    void aRotatedFileIsDrained() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        write("app.log", "2\n");
        rename("app.log", "app.log.1");
        write("app.log.1", "3\n");
        write("app.log", "4\n");
        heard.awaitTexts("1", "2", "3", "4");
        heard.awaitNews("app.log", FOLLOWING, "rotated");
    }

    @Test
    void aWriterThatKeepsToTheRenamedFileIsHeard() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        rename("app.log", "app.log.1");
        write("app.log", "2\n");
        heard.awaitTexts("1", "2");
        write("app.log.1", "late\n");
        heard.awaitTexts("1", "2", "late");
    }

    @Test
    void aFileThatIsCreatedLateIsFollowed() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        rename("app.log", "app.log.1");
        heard.awaitNews("app.log", LOST, "is not there");
        write("app.log.1", "2\n");
        heard.awaitTexts("1", "2");
        write("app.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void aFileThatComesBackUnderItsNameGoesOn() throws Exception {
        write("app.log", "1\n2\n");
        follow(10, "app.log");
        heard.awaitTexts("1", "2");
        rename("app.log", "aside");
        heard.awaitNews("app.log", LOST, "is not there");
        rename("aside", "app.log");
        heard.awaitNews("app.log", FOLLOWING, "came back");
        write("app.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void compressingTheRotatedFileLosesNothing() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log*");
        heard.awaitTexts("1");
        rename("app.log", "app.log.1");
        write("app.log.1", "2\n");
        heard.awaitTexts("1", "2");
        write("app.log.1.gz", "\u001f\u008b not lines\n");
        Files.delete(file("app.log.1"));
        write("app.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void aChainOfRotatedNamesThatMatchDoublesNothing() throws Exception {
        write("app.log.1", "0\n");
        write("app.log", "1\n");
        follow(10, "app.log*");
        heard.await(all -> all.texts().size() == 2);
        for (int i = 2; i < 7; i++) {
            for (int n = i; n >= 1; n--) {
                if (Files.exists(file("app.log." + n))) {
                    rename("app.log." + n, "app.log." + (n + 1));
                }
            }
            rename("app.log", "app.log.1");
            write("app.log", i + "\n");
            int expected = i + 1;
            heard.await(all -> all.texts().size() >= expected);
        }
        // Long enough for the old files to be closed, and found again by their new names.
        write("other.log", "");
        heard.await(
                all -> all.news().stream().filter(n -> n.name().equals("app.log.6")).count() > 0);
        write("app.log", "end\n");
        heard.await(all -> all.texts().contains("end"));
        assertThat(heard.texts())
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "end");
    }

    @Test
    void aDeletedFileThatIsCreatedAgainIsReadFromItsBeginning() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        Files.delete(file("app.log"));
        write("app.log", "2\n");
        heard.awaitTexts("1", "2");
        Files.delete(file("app.log"));
        heard.awaitNews("app.log", LOST, "is not there");
        write("app.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }

    @Test
    void aDeletedFileIsClosedSoThatItsRoomIsFreed() throws Exception {
        write("app.log", "1\n");
        follow(10, "app.log");
        heard.awaitTexts("1");
        Files.delete(file("app.log"));
        heard.await(all -> openFiles("app.log (deleted)") == 0);
        write("app.log", "2\n");
        heard.awaitTexts("1", "2");
        heard.awaitNews("app.log", FOLLOWING, "came back");
    }

    private long openFiles(String ending) {
        try (var descriptors = Files.list(java.nio.file.Path.of("/proc/self/fd"))) {
            return descriptors.filter(fd -> target(fd).endsWith(folder + "/" + ending)).count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String target(java.nio.file.Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
