package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** The scripts that write the team's reports call the packaged program. */
class ReportScriptsIT {

    @TempDir Path temp;

    @Test
    void aReportIsWrittenAndWrittenAgain() throws Exception {
        Path workspace = Files.createDirectory(temp.resolve("team"));
        Files.writeString(workspace.resolve("warroom.yaml"), "service: shop\n");

        for (String kind : new String[] {"daily", "weekly"}) {
            String script = Account.PRODUCT.resolve("scripts/generate-" + kind + "-report.sh") + "";
            for (int time = 1; time <= 2; time++) {
                String said = run(workspace, script, "--state", temp.resolve("state").toString());
                assertThat(said).matches("reports/" + kind + "-\\d{4}-\\d\\d-\\d\\d\\.md\n");
                assertThat(Files.readString(workspace.resolve(said.strip())))
                        .contains(kind.equals("daily") ? "Daily report" : "Weekly report");
            }
        }
        try (var logs = Files.list(workspace.resolve("logs"))) {
            assertThat(Files.readString(logs.findFirst().orElseThrow()))
                    .contains("report INFO  daily report written to reports/daily-")
                    .contains("report INFO  weekly report written to reports/weekly-");
        }
    }

    private static String run(Path workspace, String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(workspace.toFile()).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        String errors = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor()).as(said + errors).isZero();
        return said;
    }
}
