package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.share.NatsServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room over many machines, from the command line. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class RoomCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private void workspace(String text) throws Exception {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(folder.resolve("runbooks/p1.md"), "# P1: Shop is down\n\n1. Look\n");
        Files.writeString(folder.resolve("warroom.yaml"), text);
    }

    @Test
    void anIncidentThatIsDeclaredOnOneMachineIsListedInTheRoomOfAnother() throws Exception {
        try (NatsServer server = NatsServer.start(folder.resolve("server"))) {
            workspace("room: {nats: \"" + server.address() + "\", stream: ops}\n");
            String place = folder.toString();
            assertThat(run("room", "--workspace", place)).isEqualTo(1);
            assertThat(err.toString()).contains("has no stream \"ops\"");
            assertThat(run("room", "--create", "--workspace", place)).isZero();
            String state = folder.resolve("ana").toString();
            declared(state);
            String elsewhere = folder.resolve("ben").toString();
            assertThat(run("incidents", "--room", "--workspace", place, "--state", elsewhere))
                    .isZero();

            assertThat(out.toString())
                    .contains("The room is there: 0 incidents, 0 open.")
                    .containsPattern("INC-\\d{8,9} +P1 .*open for .*No page loads");
        }
    }

    @Test
    void aKeyIsMadeAndWhatIsDeclaredWithItIsSignedInTheNameThatTheRoomKnows() throws Exception {
        String key = folder.resolve("ana.nk").toString();
        assertThat(run("room", "--new-key", key)).isZero();
        assertThat(run("room", "--new-key", key)).isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
        String name = out.toString().lines().skip(1).findFirst().orElseThrow();
        try (NatsServer server = NatsServer.start(folder.resolve("server"))) {
            workspace(
                    "room: {nats: \"%s\", stream: ops, credentials: ana.nk, members: {ana: %s}}\n"
                            .formatted(server.address(), name));
            String place = folder.toString();
            assertThat(run("room", "--create", "--workspace", place)).isZero();
            assertThat(out.toString()).contains("You write as ana.");
            String state = folder.resolve("state").toString();
            declared(state);
            String incident = out.toString().lines().toList().getLast();
            assertThat(run("verify", incident, "--workspace", place, "--state", state)).isZero();

            assertThat(err.toString()).doesNotContain("not shared");
            assertThat(out.toString()).contains("Signed: 2 by ana (" + name + ").");
        }
    }

    @Test
    void whoeverDeclaresWhileTheServerIsAwayIsTold() throws Exception {
        workspace("room: {nats: \"nats://127.0.0.1:1\", stream: ops}\n");
        String state = folder.resolve("ana").toString();
        declared(state);

        assertThat(err.toString()).contains("is not shared yet", "cannot be reached (127.0.0.1:1)");
        assertThat(run("room", "--workspace", folder.toString(), "--state", state)).isEqualTo(1);
        assertThat(out.toString()).containsPattern("INC-\\d+: 2 facts are not shared");
    }

    @Test
    void withoutARoomThereIsNoneToAsk() throws Exception {
        workspace("service: shop\n");

        assertThat(run("room", "--workspace", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("warroom.yaml names no room");
    }

    private void declared(String state) {
        assertThat(
                        run(
                                "declare",
                                "--severity",
                                "p1",
                                "--title",
                                "No page loads",
                                "--workspace",
                                folder.toString(),
                                "--state",
                                state))
                .isZero();
    }
}
