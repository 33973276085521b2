package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A shell at a target whose room is gone. */
class UnheardTest {

    @TempDir Path temp;

    @Test
    void itEndsThoughWhatItFollowsHasNotBegunAndItsFolderIsGone() throws Exception {
        Path root = temp.resolve("runs");
        Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        try {
            ask(shell, Requests.post("here", root.toString()));
            assertThat(shell.inputReader().readLine()).isEqualTo("warroom here");
            assertThat(shell.inputReader().readLine()).isEqualTo("r");
            PathUtils.deleteDirectory(root);
            ask(shell, Requests.follow("INC-1-1", 0, "again"));

            shell.getOutputStream().close();
            shell.getInputStream().close();

            Await.until("the end of the shell", () -> !shell.isAlive());
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    private static void ask(Process shell, String request) throws IOException {
        shell.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }
}
