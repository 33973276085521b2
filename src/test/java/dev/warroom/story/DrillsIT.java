package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.drill.Scenario;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Every drill is really broken, can be won, and says afterwards what would have been quicker. */
class DrillsIT {

    /** Each drill is four processes, so only some of them are played at a time. */
    private static final int AT_ONCE = 2;

    /** All but the one that PackageIT plays, as whoever has the package does. */
    private static final Set<Scenario> PLAYED =
            EnumSet.complementOf(EnumSet.of(Scenario.BAD_RELEASE));

    /** What breaks by traffic, and sooner with more of it; the others only cost more by it. */
    private static final Set<Scenario> BY_TRAFFIC =
            EnumSet.of(
                    Scenario.MEMORY_LEAK,
                    Scenario.FULL_DISK,
                    Scenario.POOL_EXHAUSTED,
                    Scenario.LOG_FLOOD);

    @TempDir Path temp;

    @Test
    void eachButThatOfThePackageIsWonByItsScriptedOperator() throws Exception {
        Account account = new Account(temp);
        Map<Scenario, Future<Ended>> drills = new LinkedHashMap<>();
        try (var players = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Scenario scenario : PLAYED) {
                String state = temp.resolve("state-" + scenario.key()).toString();
                drills.put(
                        scenario,
                        players.submit(
                                () ->
                                        account.warroom(
                                                "drill",
                                                scenario.key(),
                                                "--headless",
                                                "--speed",
                                                BY_TRAFFIC.contains(scenario) ? "3" : "1",
                                                "--state",
                                                state)));
            }
        }
        for (var drill : drills.entrySet()) {
            Ended ended = drill.getValue().get();
            assertThat(ended.exit()).as(drill.getKey() + "\n" + ended.said()).isZero();
            assertThat(ended.said())
                    .contains(drill.getKey().title())
                    // The first step does what makes it worse, and ends well only where it does.
                    .containsPattern("● .+, and see that .+")
                    .containsPattern("Healthy again +after ")
                    .matches(it -> it.replaceAll("\\s+", " ").contains(drill.getKey().quicker()));
        }
        // A supervisor that has just ended may have been in a pause of a second.
        Await.until(
                "the end of all that ran",
                () -> account.processes().isEmpty(),
                () -> account.processes().toString());
    }

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
