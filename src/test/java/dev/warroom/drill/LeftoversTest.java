package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class LeftoversTest {

    @TempDir private Path temporary;

    @Test
    void theFolderOfADeadOwnerGoes() throws Exception {
        Process owner = new ProcessBuilder("true").start();
        owner.waitFor();
        Path folder = drill("warroom-drill-1", owner.pid());

        Leftovers.remove(temporary);

        assertThat(folder).doesNotExist();
    }

    @Test
    void whatRunsInItEndsWithIt() throws Exception {
        Process owner = new ProcessBuilder("true").start();
        owner.waitFor();
        Path folder = drill("warroom-drill-1", owner.pid());
        Process beside = sleeps(Files.createDirectory(temporary.resolve("warroom-drill-12")));
        // It does not hear what it is asked first.
        Process step = sleeps(Files.createDirectories(folder.resolve("logs")));
        Await.until("both sleep", () -> !Lingering.in(folder).isEmpty());

        Leftovers.remove(temporary);

        assertThat(folder).doesNotExist();
        assertThat(step.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(beside.isAlive()).isTrue();
        beside.destroyForcibly();
    }

    private static Process sleeps(Path folder) throws IOException {
        return new ProcessBuilder("setsid", "sh", "-c", "trap '' TERM; exec sleep 100")
                .directory(folder.toFile())
                .start();
    }

    @Test
    void theFolderOfALivingOwnerStays() throws Exception {
        Path folder = drill("warroom-drill-1", ProcessHandle.current().pid());

        Leftovers.remove(temporary);

        assertThat(folder.resolve("logs")).isDirectory();
    }

    @Test
    void foldersThatAreNotADrillsStay() throws Exception {
        Path unmarked = Files.createDirectory(temporary.resolve("warroom-drill-2"));
        Path other = Files.createDirectory(temporary.resolve("other"));
        Path damaged = Files.createDirectory(temporary.resolve("warroom-drill-3"));
        Files.writeString(new Workspace(damaged).mark(), "owner=\n");
        Path linked = Files.createSymbolicLink(temporary.resolve("warroom-drill-4"), other);

        Leftovers.remove(temporary);

        assertThat(temporary).isDirectoryContaining(unmarked::equals);
        assertThat(other).isDirectory();
        assertThat(damaged).isDirectory();
        assertThat(linked).isSymbolicLink();
    }

    private Path drill(String name, long ownerPid) throws IOException {
        var workspace = new Workspace(Files.createDirectory(temporary.resolve(name)));
        workspace.create(ownerPid);
        return workspace.folder();
    }
}
