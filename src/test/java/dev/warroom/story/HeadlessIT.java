package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A timer, a pipeline or a script walks a runbook, without a screen. */
class HeadlessIT {

    private static final String CHECKLIST =
            """
            # Shop

            ## Morning Checklist

            1. Say hello

               ```bash
               echo "good morning"
               echo "one" >> ran
               ```

            2. Call the night shift

            3. Look for trouble

               ```bash
               echo "two" >> ran
               exit 3
               ```

            4. Close the window

               ```bash
               echo "three" >> ran
               ```

            ## Long Night

            1. Wait for the morning

               ```bash
               echo "waiting" >> ran
               echo "it is dark"
               sleep 300
               ```

            2. Get up

               ```bash
               echo "up" >> ran
               ```
            """;

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team = new Team(temp.resolve("team")).runbook(CHECKLIST);
    }

    @Test
    void theFirstFailureEndsIt() throws Exception {
        Ended run = run("Morning Checklist", "--yes");
        assertThat(run.exit()).as(run.said()).isEqualTo(1);
        assertThat(run.out())
                .contains("Say hello", "good morning", "passed", "exit 0")
                .contains("Call the night shift", "skipped", "for a person")
                .contains("Look for trouble", "failed", "exit 3")
                .contains("RUN-1")
                .doesNotContain("Close the window");
        assertThat(team.lines("ran")).containsExactly("one", "two");
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out())
                .contains("Morning Checklist", "Say hello: exit 0", "Look for trouble: exit 3");
        assertThat(account.warroom("verify", "RUN-1", "--state", account.state() + "").exit())
                .isZero();
    }

    @Test
    void keepGoingWalksToTheEndAndStillTellsTheFailure() throws Exception {
        Ended run = run("morning", "--yes", "--keep-going");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("Close the window");
        assertThat(team.lines("ran")).containsExactly("one", "two", "three");
    }

    @Test
    void eachStepIsOneJsonObjectOnALine() throws Exception {
        Ended run = run("Morning Checklist", "--yes", "--keep-going", "--json");
        assertThat(run.exit()).isEqualTo(1);
        List<JsonNode> steps = parsed(run);
        assertThat(steps).hasSize(4);
        for (JsonNode step : steps) {
            assertThat(step.propertyNames())
                    .containsExactly(
                            "runbook", "step", "title", "line", "kind", "state", "exit", "seconds");
            assertThat(step.get("seconds").isNumber()).isTrue();
            assertThat(step.get("runbook").asString())
                    .isEqualTo(steps.get(0).get("runbook").asString());
        }
        assertThat(texts(steps, "title"))
                .containsExactly(
                        "Say hello",
                        "Call the night shift",
                        "Look for trouble",
                        "Close the window");
        assertThat(texts(steps, "kind")).containsExactly("command", "manual", "command", "command");
        assertThat(texts(steps, "state")).containsExactly("passed", "skipped", "failed", "passed");
        assertThat(run.err()).contains("Call the night shift: skipped: ");
        assertThat(steps.get(2).get("exit").asInt()).isEqualTo(3);
        assertThat(steps.get(1).get("exit").isNull()).isTrue();
        String[] source = CHECKLIST.split("\n");
        assertThat(source[steps.get(2).get("line").asInt() - 1]).contains("Look for trouble");
    }

    @Test
    void aFileOutsideAnyWorkspaceCanBeWalked() throws Exception {
        Path file = temp.resolve("loose.md");
        Files.writeString(file, "## Greet\n\n1. Say it\n\n   ```bash\n   echo loose\n   ```\n");
        Ended run =
                account.warroom(
                        "run",
                        "Greet",
                        "--file",
                        file + "",
                        "--yes",
                        "--state",
                        account.state() + "");
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.out()).contains("loose", "1 passed");
    }

    @Test
    void anUnknownRunbookIsAnsweredWithTheOnesThereAre() throws Exception {
        Ended run = run("Evening", "--yes");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.said()).contains("Evening", "Morning Checklist", "Long Night", "shop.md:3");
        assertThat(team.lines("ran")).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Ended run = account.warroom("run", "Greet", "--file", temp.resolve("no.md") + "", "--yes");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.said()).contains("no.md").doesNotContain("Exception");
    }

    @Test
    void aPlaceholderWithoutAValueBlocksAndSetFillsIt() throws Exception {
        team.runbook(
                "## Deploy\n\n1. Deploy it\n\n   ```bash\n   echo v=<version> >> ran\n   ```\n");
        Ended blocked = run("Deploy", "--yes");
        assertThat(blocked.exit()).isEqualTo(1);
        assertThat(blocked.out()).contains("<version>", "--set version=");
        assertThat(team.lines("ran")).isEmpty();
        Ended filled = run("Deploy", "--yes", "--set", "version=1.2");
        assertThat(filled.exit()).as(filled.said()).isZero();
        assertThat(team.lines("ran")).containsExactly("v=1.2");
    }

    @Test
    void sigtermStopsTheStepAndWritesItDown() throws Exception {
        Running run = longNight();
        run.terminate();
        Ended ended = run.ended();
        assertThat(ended.exit()).isNotZero();
        assertThat(ended.said()).doesNotContain("Exception");
        Await.until(
                "the step's processes to end",
                () -> account.processes().isEmpty(),
                () -> account.processes() + "");
        assertThat(team.lines("ran")).containsExactly("waiting");
        // It obeyed when it was asked: 128 and SIGTERM.
        assertThat(account.state().resolve("runs/RUN-1-1/exit")).content().startsWith("143 ");
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out()).contains("Wait for the morning: stopped");
        assertThat(account.warroom("verify", "RUN-1", "--state", account.state() + "").exit())
                .isZero();
    }

    @Test
    void aLostConnectionLeavesTheStepRunning() throws Exception {
        Running run = longNight();
        account.run("kill", "-HUP", room() + "");
        assertThat(run.ended().exit()).isEqualTo(129);
        assertThat(account.processes("supervise")).isNotEmpty();
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out()).contains("Wait for the morning: started").doesNotContain("stopped");
        account.endAll();
    }

    private long room() {
        return account.processes("dev.warroom.cli.").getFirst();
    }

    private Running longNight() throws IOException {
        Running run =
                account.begin(
                        "run",
                        "Long Night",
                        "--yes",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        Await.until("the step to begin", () -> run.out().contains("\n  it is dark"), run::out);
        return run;
    }

    @Test
    void atATerminalItAsksBeforeTheFirstStep() throws Exception {
        try (Tmux tmux = Tmux.open(account, 120, 30)) {
            String command =
                    "./warroom run Morning --workspace %s --state %s"
                            .formatted(team.folder(), account.state());
            tmux.command(command);
            tmux.awaitWords("Run up to", "[y/N]");
            tmux.press("Enter");
            tmux.awaitWords("Nothing was run.");
            assertThat(tmux.exit()).isEqualTo(2);
            assertThat(team.lines("ran")).isEmpty();
        }
    }

    @Test
    void theRunbooksAreListedAsJson() throws Exception {
        Ended list = account.warroom("runbooks", "--json", "--workspace", team.folder() + "");
        assertThat(list.exit()).as(list.said()).isZero();
        List<JsonNode> runbooks = parsed(list);
        assertThat(texts(runbooks, "title")).containsExactly("Morning Checklist", "Long Night");
        JsonNode morning = runbooks.get(0);
        assertThat(morning.propertyNames())
                .containsExactly(
                        "id", "title", "under", "file", "line", "severity", "sections", "steps");
        assertThat(morning.get("file").asString()).isEqualTo("runbooks/shop.md");
        assertThat(morning.get("line").asInt()).isEqualTo(3);
        assertThat(morning.get("steps").size()).isEqualTo(4);
        assertThat(morning.get("steps").get(0).propertyNames())
                .containsExactly("id", "title", "kind", "line", "script", "placeholders");
        assertThat(morning.get("sections").get(0).get("steps").get(0).asString())
                .isEqualTo(morning.get("steps").get(0).get("id").asString());
        assertThat(morning.get("steps").get(2).get("script").asString()).contains("exit 3");
    }

    private Ended run(String runbook, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("run", runbook));
        all.addAll(List.of("--workspace", team.folder() + "", "--state", account.state() + ""));
        all.addAll(List.of(more));
        return account.warroom(all.toArray(String[]::new));
    }

    private static List<JsonNode> parsed(Ended ended) {
        JsonMapper mapper = JsonMapper.builder().build();
        return ended.lines().stream().map(mapper::readTree).toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String name) {
        return nodes.stream().map(it -> it.get(name).asString()).toList();
    }
}
