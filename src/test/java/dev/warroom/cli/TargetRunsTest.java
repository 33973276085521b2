package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.RunEnd;
import dev.warroom.execution.RunListener;
import dev.warroom.execution.Ssh;
import dev.warroom.incident.Where;
import dev.warroom.policy.Target;
import dev.warroom.room.Carried;
import dev.warroom.room.Launch;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs to which no way can be had for a while. */
class TargetRunsTest {

    private static final Where APP = new Where("app-1", "", "");

    @TempDir Path state;

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final RunListener listener =
            new RunListener() {
                @Override
                public void lost(String run, String why) {
                    heard.add("lost: " + why);
                }

                @Override
                public void found(String run) {
                    heard.add("found");
                }

                @Override
                public void said(String run, String words) {
                    heard.add(words);
                }

                @Override
                public void ended(String run, RunEnd end) {
                    heard.add("ended: " + end.detail());
                }
            };

    private String next() throws InterruptedException {
        return heard.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoIsReachedInOneWayIsToldOfEachThatIsThere() throws Exception {
        SshPlaces hosts = SshPlaces.by(new Ssh(List.of("false"), state, 1));
        Where plain = new Where("app-1", "", "");
        Where root = new Where("app-1", "", "sudo -n");
        try (TargetRuns runs = new TargetRuns(state, state, listener, hosts)) {
            runs.reach(
                    List.of(plain, root),
                    1,
                    (where, trouble) -> heard.add(where.as() + ": " + trouble.isEmpty()));

            assertThat(List.of(next(), next()))
                    .containsExactlyInAnyOrder(": false", "sudo -n: false");
        }
    }

    /** Its host answers as soon as something is written to {@code gate}. */
    private SshPlaces behindAGate() throws Exception {
        Path gate = state.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
        String waits = "read -r go <" + gate + "; HOME=" + state + " exec /bin/sh";
        return SshPlaces.by(new Ssh(List.of("sh", "-c", waits), state, 1));
    }

    @Test
    void whatIsStoppedOnTheWayToItsTerminalEndsAtOnceAndNeverGetsOne() throws Exception {
        Launch launch =
                new Launch(
                        "read -r answer",
                        Target.host(APP.host()).orElseThrow(),
                        "",
                        false,
                        "bash",
                        Carried.NOTHING,
                        Launch.Manner.INTERACTIVE,
                        Optional.empty());
        StepTerminal terminal = (command, begun) -> heard.add("a terminal");
        try (TargetRuns runs = new TargetRuns(state, state, listener, behindAGate(), terminal)) {
            runs.start("INC-1-1", launch, List.of());
            runs.stop("INC-1-1", APP);
            assertThat(next()).isEqualTo("ended: it was stopped before it had begun");

            Files.writeString(state.resolve("gate"), "go\n");
            Path kept = state.resolve(".warroom/runs/INC-1-1." + StateMark.of(state) + "/pid");
            Await.until("it never begins", () -> Files.exists(kept), () -> heard + "");
            assertThat(kept).hasContent("- stopped -");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aRunThatCannotBeLookedForIsNotTakenToHaveEnded() throws Exception {
        Files.writeString(state.resolve("mark"), "damaged");
        SshPlaces hosts = SshPlaces.by(new Ssh(List.of("false"), state, 1));
        try (TargetRuns runs = new TargetRuns(state, state, listener, hosts)) {
            runs.find("INC-1-1", APP);
            assertThat(next()).startsWith("lost: there is no way to look there").contains("mark");
            runs.stop("INC-1-1", APP);
            assertThat(next()).startsWith("It could not be stopped").contains("mark");
            Files.delete(state.resolve("mark"));

            assertThat(next()).isEqualTo("found");
            // It is asked, and its host gives no shell.
            assertThat(next()).startsWith("lost: ");
        }
    }
}
