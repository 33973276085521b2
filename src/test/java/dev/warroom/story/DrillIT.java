package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody who has never seen the program practises with it, from the first key to the last. */
class DrillIT {

    private static final String TIME =
            "(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})Z api-\\d (?!.*\\d{3}Z api-)";

    @TempDir Path temp;

    @Test
    void aBrokenReleaseIsFoundRolledBackAndWrittenUp() throws Exception {
        Account account = new Account(temp);
        Path state = account.state();
        Path practice;
        Path postMortem;
        try (Tmux tmux = Tmux.open(account, 200, 50)) {
            tmux.command("./warroom drill --state " + state);
            practice = opens(tmux);
            immediateActions(tmux);
            diagnosis(tmux);
            rollback(tmux);
            words(tmux);
            postMortem = resolve(tmux);
            leave(tmux, "INC-1-postmortem.md");
        }
        assertThat(practice).as("the practice folder").doesNotExist();
        assertThat(Files.readString(postMortem))
                .contains("render-api answers 5xx since release 1.4.2")
                .contains("release 1.4.2 asks for a missing column")
                .contains("rolled back to 1.4.1")
                .contains("Customers were told")
                .contains("The rollback is through")
                .contains("nobody watches them twice")
                .contains("./scripts/rollback.sh 1.4.1 --force");
        theRecordStands(account);
    }

    @Test
    void whatStillRunsEndsWithTheDrill() throws Exception {
        Account account = new Account(temp);
        try (Tmux tmux = Tmux.open(account, 200, 50)) {
            tmux.command("./warroom drill --state " + account.state());
            tmux.awaitWords("INC-1", "▶  □ Declare the incident", "3 Health");
            tmux.press("x");
            tmux.awaitWords("▶  ○ Assess the impact");
            tmux.press("j");
            tmux.awaitWords("▶  ◇ Watch the logs");
            tmux.press("Enter");
            tmux.awaitWords("Run on", "Enter runs it");
            tmux.press("Enter");
            tmux.awaitWords("Output · Watch the logs", "running");
            // One that is only about to start when its drill is left never does.
            tmux.await("its first lines", it -> !newestLine(it).isEmpty());
            leave(tmux, "The incident was not resolved");
        }
        // 128 and SIGINT, which a stream hears first; SIGTERM or SIGKILL where that takes too long.
        assertThat(account.state().resolve("runs/INC-1-1/exit"))
                .content()
                .containsPattern("^(130|143|137)\\b");
    }

    private static Path opens(Tmux tmux) {
        tmux.awaitWords("INC-1", "P1", "1 Checklist", "▶  □ Declare the incident");
        tmux.await("the logs to be followed", it -> it.row("2 Logs").contains("following"));
        Screen red = tmux.awaitWords("✗ api /health 503", "critical");
        assertThat(red.row("INC-1")).containsPattern("acknowledge in 1[0-4]:\\d\\d +update in 1");
        String clock = red.found("(\\d\\d:\\d\\d:\\d\\d)  acknowledge");
        String line = newestLine(red);
        tmux.await(
                "the clock and the logs to go on",
                it ->
                        newestLine(it).compareTo(line) > 0
                                && it.found("(\\d\\d:\\d\\d:\\d\\d)  acknowledge").compareTo(clock)
                                        > 0);
        tmux.press("Enter");
        tmux.awaitWords("for a person");
        tmux.press("x");
        tmux.awaitWords(
                "✓ Declare the incident", "▶  ○ Assess the impact", "Declare the incident: done");
        tmux.press("Enter");
        Screen preview = tmux.awaitWords("Run on", "Enter runs it");
        assertThat(preview.text()).contains("  ./scripts/health-check.sh --verbose || true");
        return Path.of(preview.found("in (/\\S*warroom-drill-\\d+)"));
    }

    private static String newestLine(Screen screen) {
        return screen.rows().stream()
                .map(it -> new Screen(it).found("T" + TIME))
                .max(String::compareTo)
                .orElse("");
    }

    private static void immediateActions(Tmux tmux) {
        tmux.press("Enter");
        tmux.awaitWords("Assess the impact: passed", "Output · Assess the impact · exit 0");
        tmux.awaitWords("▶  ◇ Watch the logs");
        tmux.press("s");
        tmux.awaitWords("Why skip \"Watch the logs\"");
        tmux.press("Enter");
        tmux.awaitWords("needs a reason");
        tmux.type("nobody watches them twice").press("Enter");
        tmux.awaitWords("– Watch the logs", "▶  □ Open the war room");
        tmux.press("x");
        tmux.awaitWords("✓ Immediate actions", "▸ Diagnosis");
    }

    private static void diagnosis(Tmux tmux) {
        for (String step :
                new String[] {
                    "Look at the machine",
                    "Look at the service",
                    "Check the database",
                    "Look at the error rate",
                    "Read the latest errors",
                    "Count the errors by kind",
                    "List the recent deployments",
                    "See when the last deployment was"
                }) {
            tmux.awaitWords("▶  ○ " + step);
            tmux.press("Enter");
            tmux.awaitWords("Run on", "Enter runs it");
            tmux.press("Enter");
            tmux.awaitWords(step + ": passed");
        }
        Screen deployments = tmux.awaitWords("✓ Diagnosis", "▸ Resolution");
        assertThat(deployments.text()).contains("1.4.1").contains("1.4.2");
        tmux.press("Escape");
        tmux.awaitWords("2 Logs");
    }

    private static void rollback(Tmux tmux) {
        tmux.press("j");
        tmux.await(
                "the cursor at the rollback",
                it ->
                        !it.found("(▶\\s*○ Rollback)").isEmpty()
                                && it.has("needs <previous-version>"));
        tmux.press("Enter");
        tmux.awaitWords("Why option 2, Rollback");
        tmux.type("the errors began with 1.4.2").press("Enter");
        tmux.awaitWords("<previous-version>:");
        tmux.type("1.4.1").press("Enter");
        Screen preview = tmux.awaitWords("Option 2: Rollback", "Enter runs it");
        assertThat(preview.text())
                .contains("./scripts/rollback.sh 1.4.1 --force")
                .contains("previous-version = 1.4.1");
        tmux.press("Enter");
        tmux.awaitWords("Rollback: passed", "✓ Rollback", "chosen", "not chosen");
        tmux.press("Escape");
        tmux.await("the output to be closed", it -> !it.has("Output · Rollback"));
        Screen green = tmux.awaitWords("3 Health · 4 ok", "✓ api /health");
        assertThat(green.row("✓ api /health")).doesNotContain("503");
        tmux.awaitWords("api /health: ok, was critical");
    }

    private static void words(Tmux tmux) {
        tmux.press("a");
        Screen acknowledged = tmux.awaitWords("acknowledged", "Acknowledged.");
        assertThat(acknowledged.row("INC-1  P1")).doesNotContain("acknowledge in");
        tmux.press("t");
        tmux.awaitWords("Note:");
        tmux.type("The rollback is through").press("Enter");
        tmux.awaitWords("note: The rollback is through", "Noted.");
        tmux.press("u");
        tmux.awaitWords("Status update:");
        tmux.type("Customers were told").press("Enter");
        tmux.awaitWords("{updated_eta} (Enter: not known yet):");
        tmux.press("Enter");
        tmux.awaitWords("STATUS UPDATE INC-1", "Status: Customers were told", "Enter copies it");
        tmux.press("Enter");
        Screen updated =
                tmux.awaitWords("status update: Customers were told", "message status-update ");
        assertThat(updated.row("INC-1  P1")).containsPattern("update in 1[45]:");
    }

    private static Path resolve(Tmux tmux) {
        tmux.type(":resolve").press("Enter");
        tmux.awaitWords("Root cause:");
        tmux.type("release 1.4.2 asks for a missing column").press("Enter");
        tmux.awaitWords("Resolution:");
        tmux.type("rolled back to 1.4.1").press("Enter");
        Screen resolved = tmux.awaitWords("Resolved.", "post-mortem written to");
        assertThat(resolved.row("INC-1  P1")).contains("resolved");
        return Path.of(new Screen(resolved.message()).found("(/\\S+\\.md)"));
    }

    private static void leave(Tmux tmux, String last) {
        tmux.leave();
        tmux.awaitWords(
                "The drill is over", "person$ ./warroom drill", "./warroom log INC-1", last);
        assertThat(tmux.exit()).isZero();
    }

    private static void theRecordStands(Account account) throws Exception {
        String state = account.state().toString();
        Ended log = account.warroom("log", "INC-1", "--state", state);
        assertThat(log.exit()).isZero();
        assertThat(log.out())
                .contains("declared P1")
                .contains("Watch the logs: skipped: nobody watches them twice")
                .contains("chose Rollback: the errors began with 1.4.2")
                .contains("previous-version = 1.4.1")
                .contains("api /health: ok, was critical")
                .contains("resolved: rolled back to 1.4.1");

        Ended json = account.warroom("log", "INC-1", "--json", "--state", state);
        assertThat(json.exit()).isZero();
        assertThat(json.lines()).hasSameSizeAs(log.lines());
        JsonMapper mapper = JsonMapper.builder().build();
        for (String line : json.lines()) {
            JsonNode fact = mapper.readTree(line);
            assertThat(fact.isObject()).as(line).isTrue();
        }

        Ended verified = account.warroom("verify", "INC-1", "--state", state);
        assertThat(verified.said()).contains(json.lines().size() + " facts");
        assertThat(verified.exit()).isZero();
    }
}
