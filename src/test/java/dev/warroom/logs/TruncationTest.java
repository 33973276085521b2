package dev.warroom.logs;

import static dev.warroom.room.LogSource.State.FOLLOWING;
import static dev.warroom.room.LogSource.State.LOST;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

class TruncationTest extends FollowerTestBase {

    @Test
    void aTruncatedFileIsReadFromItsStart() throws Exception {
        write("app.log", "one\ntwo\n");
        follow(10, "app.log");
        heard.awaitTexts("one", "two");
        Files.copy(file("app.log"), file("app.log.1"));
        replace("");
        heard.awaitNews("app.log", FOLLOWING, "truncated, read from its start");
        write("app.log", "three\n");
        heard.awaitTexts("one", "two", "three");
    }

    @Test
    void aFileThatHasRegrownPastTheOldPlaceIsReadFromItsStart() throws Exception {
        write("app.log", "line 1\nline 2\n");
        follow(10, "app.log");
        heard.awaitTexts("line 1", "line 2");
        replace("line 3\nline 4\nline 5\nline 6\n");
        heard.awaitTexts("line 1", "line 2", "line 3", "line 4", "line 5", "line 6");
        heard.awaitNews("app.log", FOLLOWING, "rewritten, read from its start");
    }

    @Test
    void regrowingBehindTheSameHeadIsNoticed() throws Exception {
        String banner = "=".repeat(400) + "\n";
        write("app.log", banner + "line 1\n");
        follow(10, "app.log");
        heard.await(all -> all.texts().size() == 2);
        replace(banner + "line 2\nline 3\n");
        heard.awaitTexts(banner.strip(), "line 1", banner.strip(), "line 2", "line 3");
    }

    @Test
    void aRewriteOfTheSameSizeIsNoticed() throws Exception {
        write("app.log", "line 1\nline 2\n");
        follow(10, "app.log");
        heard.awaitTexts("line 1", "line 2");
        replace("line 3\nline 4\n");
        heard.awaitTexts("line 1", "line 2", "line 3", "line 4");
        heard.awaitNews("app.log", FOLLOWING, "rewritten, read from its start");
    }

    @Test
    void touchingAFileShowsNothingAgain() throws Exception {
        write("app.log", "line 1\n");
        follow(10, "app.log");
        heard.awaitTexts("line 1");
        Files.setLastModifiedTime(
                file("app.log"), java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
        write("app.log", "line 2\n");
        heard.awaitTexts("line 1", "line 2");
    }

    @Test
    void aHoleThatAWriterLeavesIsOneMarker() throws Exception {
        write("app.log", "line 1\nline 2\n");
        follow(10, "app.log");
        heard.awaitTexts("line 1", "line 2");
        try (FileChannel channel = open()) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap("line 3\n".getBytes(UTF_8)), 20_000);
        }
        heard.awaitTexts("line 1", "line 2", "␀×20000line 3");
    }

    @Test
    void theUnfinishedLineOfATruncatedFileIsNotJoinedToTheNext() throws Exception {
        write("app.log", "line 1\nhalf");
        follow(10, "app.log");
        heard.awaitTexts("line 1");
        replace("2\n");
        heard.awaitTexts("line 1", "half", "2");
    }

    @Test
    void whatOnlyTheCopyHoldsIsReadFromThere() throws Exception {
        write("app.log", "line 1\n");
        follow(10, "app.log*");
        heard.awaitTexts("line 1");
        write("app.log", "line 2\n");
        Files.copy(file("app.log"), file("app.log.1"));
        replace("line 3\n");
        heard.await(all -> all.texts().contains("line 3"));
        heard.await(all -> all.texts().contains("line 2"));
        write("app.log", "line 4\n");
        heard.await(all -> all.texts().contains("line 4"));
        assertThat(heard.texts()).containsExactlyInAnyOrder("line 1", "line 2", "line 3", "line 4");
    }

    @Test
    void aCopyThatIsMadeByHandIsNotReadAgain() throws Exception {
        String lines = "a line of some length\n".repeat(30);
        write("app.log", lines);
        follow(100, "app.log*");
        heard.await(all -> all.texts().size() == 30);
        Files.copy(file("app.log"), file("app.log.before-the-fix"));
        heard.awaitNews(
                "app.log.before-the-fix", FOLLOWING, "a copy, read on behind what was read before");
        write("app.log", "end\n");
        heard.await(all -> all.texts().contains("end"));
        assertThat(heard.texts()).hasSize(31);
    }

    @Test
    void aNewFileThatOnlyBeginsAsAnotherIsReadFromItsBeginning() throws Exception {
        write("app.log", "starting\nline 1\n");
        follow(10, "app.log*");
        heard.awaitTexts("starting", "line 1");
        write("app.log.2", "starting\nline 2\n");
        heard.awaitTexts("starting", "line 1", "starting", "line 2");
    }

    @Test
    void anotherFileWithTheSameInodeIsReadFromItsBeginning() throws Exception {
        write("app.log", "line 1\nline 2\n");
        follow(10, "app.log");
        heard.awaitTexts("line 1", "line 2");
        Files.move(file("app.log"), file("aside"));
        heard.awaitNews("app.log", LOST, "is not there");
        // As the file system does with the inode of a file that was deleted.
        Files.writeString(file("aside"), "line 3\nline 4\nline 5\n");
        Files.move(file("aside"), file("app.log"));
        heard.awaitTexts("line 1", "line 2", "line 3", "line 4", "line 5");
        heard.awaitNews("app.log", FOLLOWING, "came back");
    }

    /** Empties the file and fills it again between two looks, under the same inode. */
    private void replace(String text) throws IOException {
        try (FileChannel channel = open()) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file("app.log"), StandardOpenOption.WRITE);
    }
}
