package dev.warroom.story;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A team whose steps run on other hosts: a real sshd, and the person's own ssh. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
abstract class OnHosts {

    @TempDir Path temp;
    Sshd sshd;
    Account account;
    Team team;

    @BeforeEach
    void begin(Sshd own) throws Exception {
        sshd = own;
        account = new Account(temp.resolve("account"));
        account.with("PATH", sshd.programs() + ":" + account.environment().get("PATH"));
        account.with("XDG_RUNTIME_DIR", Files.createDirectory(temp.resolve("run")).toString());
        team =
                new Team(temp.resolve("team"))
                        .says(
                                """
                                service: shop
                                targets:
                                  - {name: app-1, env: {STAGE: live}, tags: [production]}
                                """);
    }

    @AfterEach
    void end() {
        account.endAll();
    }

    /** The runs that are kept on the hosts. */
    final List<Path> kept() throws Exception {
        try (var kept = Files.list(sshd.home().resolve(".warroom/runs"))) {
            return kept.filter(it -> !it.getFileName().toString().startsWith(".")).toList();
        }
    }
}
