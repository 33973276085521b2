package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.drill.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Somebody wins a drill with the runbook that it names. Beside DrillsIT, since each takes long. */
class GuidedIT {

    @TempDir Path temp;

    @Test
    void aPortThatIsTakenIsFreed() throws Exception {
        guide(
                "port-taken",
                new String[] {
                    "See whether it runs",
                    "Read why it did not start",
                    "See who has the port",
                    "See that the release is whole",
                    "Look at its settings"
                },
                "Free the port");
    }

    @Test
    void aDatabaseThatStoppedIsStarted() throws Exception {
        guide(
                "database-stopped",
                new String[] {
                    "See whether the database answers",
                    "See whether it runs at all",
                    "See who is connected",
                    "Read the database's own log",
                    "Read what the service says about it",
                    "See what was changed"
                },
                "Start the database");
    }

    /**
     * The option's last line asks whether the service is healthy. Where the machine is so busy that
     * it is not at that moment, a person looks again, from that line.
     */
    private static void awaitHealthyAfter(Tmux tmux, String option) {
        Screen screen = awaitEnd(tmux, option);
        for (int again = 0; again < 3 && screen.message().contains("exit 2 in line 3"); again++) {
            tmux.press("Enter");
            tmux.awaitWords("Enter runs it");
            tmux.press("Enter");
            screen = awaitEnd(tmux, option);
        }
        assertThat(screen.message()).as(screen.text()).contains(option + ": passed");
    }

    private static Screen awaitEnd(Tmux tmux, String step) {
        return tmux.await(
                "the end of " + step,
                it -> it.message().matches(" *" + step + ": (passed|failed).*"));
    }

    private void guide(String scenario, String[] diagnosis, String option) throws Exception {
        Account account = new Account(temp);
        try (Tmux tmux = Tmux.open(account, 160, 50)) {
            tmux.command("./warroom drill " + scenario + " --state " + account.state());
            tmux.awaitWords("INC-1", "1 Checklist", "✗ api /health");
            for (String step : diagnosis) {
                tmux.awaitStep(step);
                tmux.press("Enter");
                tmux.awaitWords("Enter runs it");
                tmux.press("Enter");
                tmux.awaitWords(step + ": passed");
            }
            tmux.press("Escape");
            tmux.awaitStep(option);
            tmux.press("Enter");
            tmux.awaitWords("Why option 1");
            tmux.type("the diagnosis says so").press("Enter");
            tmux.awaitWords("Enter runs it");
            tmux.press("Enter");
            awaitHealthyAfter(tmux, option);
            tmux.press("Escape");
            tmux.await(
                    "every probe to be well",
                    it ->
                            it.has("✓ api /health")
                                    && !it.row("3 Health")
                                            .matches(".*(critical|unknown|warning).*"));
            tmux.type(":resolve").press("Enter");
            tmux.awaitWords("Root cause:");
            tmux.type("see the diagnosis").press("Enter");
            tmux.awaitWords("Resolution:");
            tmux.type(option).press("Enter");
            tmux.awaitWords("Resolved.");
            tmux.leave();
            Screen said = tmux.awaitWords("The drill is over", "Healthy again", "No help");
            Scenario played = Scenario.named(scenario).orElseThrow();
            assertThat(said.text().replaceAll("\\s+", " "))
                    .contains("Tried")
                    .contains(played.summary());
            assertThat(tmux.exit()).isZero();
        }
    }
}
