package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class OwnerTest {

    @Test
    void aProcessThatRunsIsNotGone() {
        assertThat(new Owner(ProcessHandle.current().pid()).gone()).isFalse();
    }

    @Test
    void aProcessThatHasEndedIsGone() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        var owner = new Owner(process.pid());
        assertThat(owner.gone()).isFalse();

        process.destroyForcibly().waitFor();

        assertThat(owner.gone()).isTrue();
        assertThat(new Owner(process.pid()).gone()).isTrue();
    }

    @Test
    void aProcessThatItsParentNeverReapsIsGone(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("out");
        // sleep takes the place of the shell and does not wait for the child it never started.
        Process parent = new Shell(folder).begin("sleep 0.2 & echo $!; exec sleep 60", output);
        try {
            Await.until("the child is named", () -> Files.readString(output).endsWith("\n"));
            var owner = new Owner(Long.parseLong(Files.readString(output).strip()));

            Await.until("the child is gone", owner::gone);

            assertThat(parent.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
