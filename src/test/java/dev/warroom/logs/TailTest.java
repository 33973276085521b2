package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;

/** What single looks at a file find. */
class TailTest {

    @TempDir private Path folder;

    @Test
    void aRewriteThatLooksLikeTheChangeBeforeItIsNoticed() throws IOException {
        Path file = Files.writeString(folder.resolve("app.log"), "line 1\n");
        FileTime tick = Files.getLastModifiedTime(file);
        Heard heard = new Heard();
        Outbox outbox = new Outbox(heard);
        Tail tail =
                new Tail(
                        file,
                        new Names.Name("app.log", "app"),
                        ZoneOffset.UTC,
                        true,
                        new Handles(outbox),
                        outbox,
                        Pace.USUAL);
        byte[] buffer = new byte[1 << 10];
        tail.begin(10, buffer);
        Files.writeString(file, "line 2\n");
        Files.setLastModifiedTime(file, tick);
        tail.poll(buffer);
        tail.close();
        outbox.send();

        assertThat(heard.texts()).containsExactly("line 1", "line 2");
    }
}
