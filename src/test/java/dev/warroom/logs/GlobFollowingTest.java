package dev.warroom.logs;

import static dev.warroom.room.LogSource.State.FOLLOWING;
import static dev.warroom.room.LogSource.State.LOST;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

class GlobFollowingTest extends FollowerTestBase {

    @Test
    void aGlobThatGainsItsFirstFileAndLosesItSaysSo() throws Exception {
        follow(10, "logs/*.log");
        heard.awaitNews("logs/*.log", LOST, "matches no file");
        Files.createDirectory(file("logs"));
        write("logs/app.log", "1\n");
        heard.awaitTexts("1");
        heard.awaitNews("logs/*.log", FOLLOWING, "matches 1 file");
        heard.awaitNews("logs/app.log", FOLLOWING, "new");
        Files.delete(file("logs/app.log"));
        heard.awaitNews("logs/app.log", LOST, "is not there");
        heard.awaitNews("logs/*.log", LOST, "matches no file");
    }

    @Test
    void aFolderThatIsReplacedAsAWholeIsFollowedOn() throws Exception {
        Files.createDirectory(file("logs"));
        write("logs/app.log", "1\n");
        follow(10, "logs/app.log");
        heard.awaitTexts("1");
        rename("logs", "logs-before");
        write("logs-before/app.log", "2\n");
        Files.createDirectory(file("logs"));
        write("logs/app.log", "3\n");
        heard.awaitTexts("1", "2", "3");
    }
}
