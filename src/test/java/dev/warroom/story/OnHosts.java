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
        account = Account.reaching(sshd, temp);
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

    /** A room in which the preview of a runbook's first step is about to be read. */
    final Tmux atFirstStep(String runbook, String step) throws Exception {
        Tmux tmux = Tmux.open(account, 160, 40);
        tmux.command(team.open(account));
        tmux.awaitWords("▶ " + runbook);
        tmux.press("Enter");
        tmux.awaitStep(step);
        tmux.press("Enter");
        return tmux;
    }

    /** The runs that are kept on the hosts. */
    final List<Path> kept() throws Exception {
        try (var kept = Files.list(sshd.home().resolve(".warroom/runs"))) {
            return kept.filter(it -> !it.getFileName().toString().startsWith(".")).toList();
        }
    }
}
