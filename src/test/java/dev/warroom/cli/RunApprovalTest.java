package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Without a room nobody can agree, so what a second person must agree to does not run. */
class RunApprovalTest {

    @TempDir private Path folder;

    private WithoutScreen runbook;

    @BeforeEach
    void lay() {
        runbook = new WithoutScreen(folder);
    }

    private int run(String markdown, String workspace) throws IOException {
        return runbook.run("Sweep", markdown, workspace);
    }

    @Test
    void aStepThatNamesWhoMustAgreeDoesNotRun() throws IOException {
        assertThat(
                        run(
                                """
                                # Sweep

                                ```bash {"approval":"ben"}
                                touch swept
                                ```
                                """,
                                "service: shop\n"))
                .isEqualTo(1);

        assertThat(runbook.printed()).contains("it needs the approval of ben", "warroom open");
        assertThat(folder.resolve("swept")).doesNotExist();
    }

    @Test
    void moreHostsThanTheBlastRadiusNeedTheirNumber() throws IOException {
        String group =
                """
                service: shop
                blast-radius: 1
                targets:
                  - {name: app, hosts: [app-1, app-2]}
                """;
        assertThat(run("# Sweep\n\n```bash {target=app}\ntouch swept\n```\n", group)).isEqualTo(1);

        assertThat(runbook.printed())
                .contains("it would run on 2 hosts", "--confirm 2 lets it run");
    }

    @Test
    void aDangerForWhichTheWorkspaceWantsALevelDoesNotRun() throws IOException {
        assertThat(
                        run(
                                """
                                # Sweep

                                ```bash
                                touch swept
                                rm -rf old
                                ```
                                """,
                                "service: shop\nsteps: {approvals: {deletes-files: 2}}\n"))
                .isEqualTo(1);

        assertThat(runbook.printed()).contains("it needs the approval of level 2");
        assertThat(folder.resolve("swept")).doesNotExist();
    }
}
