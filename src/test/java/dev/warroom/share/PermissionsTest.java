package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server that lets in who has a key, and allows each what it is for. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class PermissionsTest {

    /** The key whose 32 bytes are 0 to 31; it opens nothing else. */
    private static final String SEED = "SUAAAAICAMCAKBQHBAEQUCYMBUHA6EARCIJRIFIWC4MBSGQ3DQOR4H776Y";

    @TempDir Path folder;

    @Test
    void whoHasAKeyIsLetInAndWhoMayOnlyLookIsToldSo() throws Exception {
        Path seed = folder.resolve("ana.nk");
        Files.writeString(seed, SEED + "\n");
        String name = NatsKey.read(seed).toString();
        String users =
                """
                authorization { users: [
                  { user: admin, password: admin }
                  { nkey: %s, permissions: { publish: { allow: [
                      "$JS.API.STREAM.MSG.GET.ops", "$JS.API.STREAM.INFO.ops",
                      "$JS.API.CONSUMER.*.ops.>", "$JS.API.CONSUMER.MSG.NEXT.ops.>"] }
                      subscribe: "_INBOX.>" } }
                ] }
                """
                        .formatted(name);
        try (NatsServer server = NatsServer.start(folder.resolve("server"), users)) {
            SharedRoom admin = room(server, "nats://admin:admin@127.0.0.1:", Optional.empty());
            RoomStream.make(admin, folder, 1);
            SharedRoom looks = room(server, "nats://127.0.0.1:", Optional.of("ana.nk"));
            SharedRoom stranger = room(server, "nats://127.0.0.1:", Optional.empty());
            try (Machine ben = new Machine(folder, "ben", admin);
                    Machine ana = new Machine(folder, "ana", looks);
                    Machine eve = new Machine(folder, "eve", stranger)) {
                ben.note("one");
                Await.until("who may look sees it", () -> ana.notes().contains("one"));
                ana.note("mine");
                Await.until(
                        "who may only look is told",
                        () -> ana.standing().trouble().contains("ops.INC-7.facts"));
                // Another room on her machine, which may write.
                try (Machine herOther = new Machine(folder, "ana", admin)) {
                    Await.until("it is shared for her", () -> ben.notes().contains("mine"));
                }
                Await.until(
                        "nothing is in her way any more",
                        () -> ana.standing().equals(Standing.WELL),
                        () -> "ana: " + ana.standing());
                Await.until(
                        "a stranger is told",
                        () -> eve.standing().trouble().contains("does not let this room in"));
            }
        }
        assertThat(name).startsWith("U").hasSize(56);
    }

    private static SharedRoom room(
            NatsServer server, String address, Optional<String> credentials) {
        return new SharedRoom(
                List.of(address + server.port()), "ops", credentials, Optional.empty());
    }
}
