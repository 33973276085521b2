package dev.warroom.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.warroom.policy.ListedLog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A follower in a hurry, a folder, and what was heard. */
abstract class FollowerTestBase {

    static final Pace FAST =
            new Pace(
                    Duration.ofMillis(10),
                    Duration.ofMillis(40),
                    Duration.ofMillis(150),
                    Duration.ofMillis(150),
                    Duration.ofMillis(500));

    @TempDir Path folder;
    final Heard heard = new Heard();
    private LogFollower follower;

    final void follow(int backlog, String... globs) {
        follow(FAST, backlog, globs);
    }

    final void follow(Pace pace, int backlog, String... globs) {
        follow(pace, backlog, Stream.of(globs).map(ListedLog::of).toList());
    }

    final void follow(Pace pace, int backlog, List<ListedLog> globs) {
        follower = LogFollower.start(folder, globs, backlog, heard, pace);
    }

    @AfterEach
    final void close() {
        if (follower != null) {
            follower.close();
        }
    }

    final Path file(String name) {
        return folder.resolve(name);
    }

    final void write(String name, String text) throws IOException {
        Files.writeString(file(name), text, UTF_8, CREATE, APPEND);
    }

    final void rename(String from, String to) throws IOException {
        Files.move(file(from), file(to));
    }
}
