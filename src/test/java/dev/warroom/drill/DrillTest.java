package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class DrillTest {

    @Test
    void closingTwiceLeavesNeitherProcessNorFolder() throws Exception {
        Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
        ProcessHandle production = ProcessHandle.of(drill.productionPid()).orElseThrow();

        drill.close();
        drill.close();

        assertThat(production.isAlive()).isFalse();
        assertThat(Files.exists(drill.workspace(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void aProductionThatIsKilledIsStillCleanedUp() throws Exception {
        Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
        ProcessHandle production = ProcessHandle.of(drill.productionPid()).orElseThrow();
        production.destroyForcibly();
        Await.until("the production is gone", () -> !production.isAlive());

        drill.close();

        assertThat(drill.workspace()).doesNotExist();
    }

    @Test
    void aProductionThatIsAskedToEndTakesItsFolderWithIt() throws Exception {
        try (Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1)) {
            ProcessHandle production = ProcessHandle.of(drill.productionPid()).orElseThrow();

            production.destroy();

            Await.until("the folder is gone", () -> !Files.exists(drill.workspace()));
            Await.until("the production is gone", () -> !production.isAlive());
        }
    }

    @Test
    void anOwnerThatIsKilledLeavesNothingBehind(@TempDir Path folder) throws Exception {
        killed(folder, "kill -KILL $OWNER");
    }

    @Test
    void anOwnerWhoseProcessGroupIsKilledLeavesNothingBehind(@TempDir Path folder)
            throws Exception {
        killed(folder, "kill -KILL -- -$OWNER");
    }

    private static void killed(Path folder, String kill) throws Exception {
        Path output = folder.resolve("owner.out");
        Process owner =
                new ProcessBuilder(
                                "setsid",
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DrillOwner.class.getName(),
                                Production.HOME.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            Await.until("the drill runs", () -> Files.readString(output).endsWith("\n"));
            String[] said = Files.readString(output).strip().split(" ");
            ProcessHandle production =
                    ProcessHandle.of(Long.parseLong(said[0])).orElseThrow(AssertionError::new);
            Path workspace = Path.of(said[1]);
            assertThat(workspace).isDirectory();
            // As a step does that does not end by itself: in the folder, and without a terminal.
            Process step =
                    new ProcessBuilder("setsid", "sh", "-c", "tail -f /dev/null; true")
                            .directory(workspace.toFile())
                            .start();

            var shell = new Shell(folder, Map.of("OWNER", Long.toString(owner.pid())));
            assertThat(shell.run(kill).code()).isZero();

            Await.until("the folder is gone", () -> !Files.exists(workspace));
            Await.until("the production is gone", () -> !production.isAlive());
            Await.until("the step is gone", () -> !step.isAlive());
            assertThat(Lingering.in(workspace)).isEmpty();
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void aProductWithoutRunbooksIsNamedAndLeavesNothing(@TempDir Path home) throws Exception {
        List<Path> before = drillFolders();

        assertThatThrownBy(() -> Drill.start(home, Scenario.BAD_RELEASE, 1))
                .isInstanceOf(IOException.class)
                .hasMessage(home + " has no folder runbooks: the product is not complete");

        assertThat(before).containsAll(drillFolders());
    }

    /** Of this process: those of tests beside this one come and go. */
    private static List<Path> drillFolders() throws IOException {
        String mark = "owner=" + ProcessHandle.current().pid() + "\n";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(it -> it.getFileName().toString().startsWith("warroom-drill-"))
                    .filter(it -> mark.equals(read(new Workspace(it).mark())))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
