package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Ssh;
import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;
import dev.warroom.incident.Batch;
import dev.warroom.policy.Policy;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;
import dev.warroom.room.FanOut;
import dev.warroom.room.FanOutRows;
import dev.warroom.room.Practice;
import dev.warroom.room.Room;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** A group of hosts of which some let nobody in: each says why, and the others go on. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class OthersGoOnTest {

    private static final List<String> HOSTS =
            List.of("app-1", "unresolved", "nowhere", "stranger", "refused", "app-2");

    private static final String RUNBOOK =
            """
            # Shop

            ## P1: It is down

            1. Look there

               ```bash {target=app}
               echo ran >>'%s'
               ```
            """;

    @TempDir Path temp;

    @Test
    void oneClearLineAHost(Sshd sshd) throws Exception {
        Path config = sshd.folder().resolve("config");
        Files.writeString(
                config,
                """
                Host unresolved
                    HostName no.such.invalid
                Host stranger
                    HostKeyAlias nobody-knows-it
                Host refused
                    User nobody-of-this-name
                """
                        + Files.readString(config));
        Room after = ran(SshPlaces.by(new Ssh(sshd.client(), sshd.folder(), 1)));

        Batch batch = FanOut.batch(after, "INC-1-1/" + HOSTS.size()).orElseThrow();
        List<String> rows =
                FanOutRows.of(after, batch, ZoneOffset.UTC).stream()
                        .map(FanOutRows.Row::text)
                        .toList();
        assertThat(rows).anyMatch(it -> it.startsWith("✓ 2 hosts: app-1 app-2"));
        said(rows, "unresolved", "no host of this name is known");
        said(rows, "nowhere", "Connection refused");
        said(rows, "stranger", "its host key is not known yet: ssh-ed25519 SHA256:");
        said(rows, "refused", "it accepts none of your keys");
        assertThat(rows).filteredOn(it -> !it.startsWith(" ")).hasSize(5);
        assertThat(Files.readAllLines(temp.resolve("ran"))).containsExactly("ran", "ran");
    }

    private Room ran(SshPlaces places) throws Exception {
        TargetGroup group = new TargetGroup("app", HOSTS, 10, false, List.of());
        Targets targets = new Targets(List.of(), List.of(group), 100);
        Policy policy = Practice.with(Policy.usual(), targets, StepRules.USUAL);
        Path state = Files.createDirectory(temp.resolve("state"));
        try (HeadlessRoom room =
                new HeadlessRoom(
                        state,
                        temp,
                        RunbookReader.read(
                                "runbooks/shop.md", RUNBOOK.formatted(temp.resolve("ran"))),
                        places,
                        Clock.systemUTC(),
                        policy)) {
            room.declare();
            room.run();
            return room.await(
                    "all ends",
                    it ->
                            it.incident().runs().size() == HOSTS.size()
                                    && it.incident().running().isEmpty());
        }
    }

    private static void said(List<String> rows, String host, String words) {
        // What is longer than a row goes on below it.
        String all = String.join("\n", rows).replaceAll("\n    ", " ");
        assertThat(all.lines())
                .filteredOn(it -> it.startsWith("✗ " + host + " "))
                .singleElement()
                .asString()
                .contains(words);
    }
}
