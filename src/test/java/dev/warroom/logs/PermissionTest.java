package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Root may read everything, so the follower runs as nobody where root runs the tests. */
class PermissionTest {

    private Path folder;

    @BeforeEach
    void makeAFolderThatAnybodyMayEnter() throws IOException {
        folder = Files.createTempDirectory("warroom-permission-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void removeTheFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aFileThatMayNotBeReadReadsLostUntilItMay() throws Exception {
        Path log = Files.writeString(folder.resolve("app.log"), "1\n");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("---------"));
        copyOf(Path.of("target", "classes"));
        copyOf(Path.of("target", "test-classes", "dev", "warroom", "logs"));
        Process following = new ProcessBuilder(command()).redirectErrorStream(true).start();
        Thread limit = Thread.startVirtualThread(() -> endLate(following));
        try (BufferedReader heard = following.inputReader()) {
            assertThat(until(heard, "LOST ")).endsWith("LOST permission denied");
            Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(until(heard, "line ")).endsWith("line 1");
        } finally {
            limit.interrupt();
            following.destroyForcibly().waitFor();
        }
    }

    private static void endLate(Process process) {
        try {
            Thread.sleep(Await.LIMIT);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String until(BufferedReader heard, String beginning) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = heard.readLine(); line != null; line = heard.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(beginning)) {
                break;
            }
        }
        return all.toString().strip();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        folder.resolve("classes").toString(),
                        FollowingAsSomebody.class.getName(),
                        folder.toString()));
        return command;
    }

    /** The program's own folder may be one that only its owner may enter. */
    private void copyOf(Path compiled) throws IOException {
        Path from = compiled.toAbsolutePath();
        Path root =
                from.endsWith("classes")
                        ? from
                        : Path.of("target", "test-classes").toAbsolutePath();
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes it)
                            throws IOException {
                        Path to =
                                folder.resolve("classes").resolve(root.relativize(file).toString());
                        Files.createDirectories(to.getParent());
                        Files.copy(file, to);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
