package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class ProductionProcessTest {

    @Test
    void whatKeptItFromStartingCanBeRead(@TempDir Path folder) throws Exception {
        var workspace = new Workspace(folder.resolve("drill"));
        Files.createDirectory(workspace.folder());
        long owner = ProcessHandle.current().pid();
        workspace.create(owner);

        var production = ProductionProcess.start(workspace, Scenario.BAD_RELEASE, owner, 1);
        try {
            Await.until("it has ended", () -> !production.alive());

            assertThat(production.lastWords())
                    .startsWith("it printed: no release at " + workspace.current())
                    .doesNotContain("Exception");
        } finally {
            production.end();
        }
    }
}
