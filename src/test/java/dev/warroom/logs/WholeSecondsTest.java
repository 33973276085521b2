package dev.warroom.logs;

import dev.warroom.policy.ListedLog;
import dev.warroom.process.Dialogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A host whose {@code stat} tells whole seconds, and not when a file was made. */
@EnabledIf("installed")
class WholeSecondsTest extends FollowerTestBase {

    private static final Path BUSYBOX = Path.of("/usr/bin/busybox");

    static boolean installed() {
        return Files.isExecutable(BUSYBOX);
    }

    private RemoteShell shell() throws IOException {
        Path bin = folder.resolve("bin");
        if (!Files.exists(bin)) {
            Files.createDirectory(bin);
            for (String each : List.of("stat", "tail", "head", "find", "date", "grep", "sed")) {
                Files.createSymbolicLink(bin.resolve(each), BUSYBOX);
            }
        }
        List<String> command = List.of("env", "PATH=" + bin, BUSYBOX.toString(), "sh");
        return new DialogueShell(Dialogue.start(command, List.of("ENV")));
    }

    @Test
    void whatIsWrittenOverAFileWithinTheSecondIsReadThoughItIsAsLong() throws Exception {
        write("a.log", "line 0\n");
        try (RemoteLogs logs =
                RemoteLogs.start(
                        Map.of("app-1", List.of(ListedLog.of(file("a.log").toString()))),
                        host -> shell(),
                        10,
                        () -> heard,
                        InstantSource.system(),
                        FAST)) {
            heard.await(all -> all.texts().contains("line 0"));
            for (int i = 1; i < 12; i++) {
                String line = "line " + i;
                Files.write(
                        file("a.log"),
                        (line + "\n").getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.WRITE);
                heard.await(all -> all.texts().contains(line));
            }
        }
    }
}
