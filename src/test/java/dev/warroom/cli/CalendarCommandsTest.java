package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** What {@code due} and {@code maintenance} print. */
class CalendarCommandsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private Instant now = Instant.now();

    @BeforeEach
    void workspace() throws IOException {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(
                folder.resolve("runbooks/daily.md"),
                "## Morning Checklist\n\n**Time: 9:00 AM**\n\n- [ ] Look around\n");
        Files.writeString(folder.resolve("warroom.yaml"), "service: shop\n");
    }

    private int run(Callable<Integer> command, String... options) {
        out.getBuffer().setLength(0);
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        String[] all = new String[options.length + 4];
        System.arraycopy(options, 0, all, 4, options.length);
        all[0] = "--workspace";
        all[1] = folder.toString();
        all[2] = "--state";
        all[3] = folder.resolve("state").toString();
        return line.execute(all);
    }

    private int due(String... options) {
        return run(new DueCommand(Clock.fixed(now, ZoneOffset.UTC), ZoneOffset.UTC), options);
    }

    private int maintenance(String at, String... options) {
        return run(
                new MaintenanceCommand(Clock.fixed(Instant.parse(at), ZoneOffset.UTC), BERLIN),
                options);
    }

    @Test
    void whatIsDueIsALineAndOneAndWithoutItThereIsNothingAndZero() {
        now = Instant.parse("2026-03-02T08:59:59Z");
        assertThat(due()).isZero();
        assertThat(out.toString()).isEmpty();

        now = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(due()).isEqualTo(1);
        assertThat(out).hasToString("due since 09:00  Morning Checklist\n");
        assertThat(due("--brief")).isEqualTo(1);
        assertThat(out).hasToString("1 due: Morning Checklist\n");
        assertThat(due("--json")).isEqualTo(1);
        assertThat(out)
                .hasToString(
                        "{\"kind\":\"checklist\",\"title\":\"Morning Checklist\","
                                + "\"since\":\"2026-03-02T09:00:00Z\","
                                + "\"runbook\":\"morning-checklist\",\"begun\":null}\n");
    }

    @Test
    void aWalkThatWasBegunWaitsNoMoreAndOneThatIsClosedIsDone() {
        now = Instant.parse("2026-03-02T09:30:00Z");
        try (Journal journal = Journal.create(folder.resolve("state"), "RUN")) {
            ChecklistStarted started = new ChecklistStarted("Morning Checklist", folder.toString());
            journal.append(now.minusSeconds(60), "ana", "app-1", started);
            assertThat(due()).isZero();
            assertThat(out).hasToString("due since 09:00  Morning Checklist  (begun: RUN-1)\n");
            assertThat(due("--brief")).isZero();
            assertThat(out.toString()).isEmpty();

            journal.append(now, "ana", "app-1", new ChecklistClosed());
            assertThat(due()).isZero();
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void maintenanceNamesWindowsInBothZonesTheirNoticesAndWhoAllowsWorkOutside()
            throws IOException {
        Files.writeString(
                folder.resolve("warroom.yaml"),
                """
                maintenance:
                  windows:
                    - {name: Monthly, rule: "FREQ=MONTHLY;BYDAY=2SU", at: "02:00", lasts: 2h, zone: UTC, notices: [14d, 48h], activities: [security patches]}
                  emergency: {P1: immediate, P2: Manager, P3: Engineering Lead}
                """);
        assertThat(maintenance("2026-03-06T12:00:00Z", "--next", "2")).isZero();
        assertThat(out)
                .hasToString(
                        """
                        Sun 2026-03-08 02:00-04:00 UTC  (Sun 2026-03-08 03:00-05:00 Europe/Berlin)  Monthly
                            begins in 1 d 14 h
                            notice 14 d before: Sun 2026-02-22 02:00, past
                            notice 2 d before: Fri 2026-03-06 02:00, due now
                            for security patches
                            silent: all probes
                        Sun 2026-04-12 02:00-04:00 UTC  (Sun 2026-04-12 04:00-06:00 Europe/Berlin)  Monthly
                            begins in 36 d 14 h
                            notice 14 d before: Sun 2026-03-29 02:00
                            notice 2 d before: Fri 2026-04-10 02:00
                            for security patches
                            silent: all probes
                        Outside of a window: P1: at once; P2: Manager approves; P3: Engineering Lead approves; P4: waits for a window
                        """);
        assertThat(maintenance("2026-03-08T03:00:00Z", "--next", "1")).isZero();
        assertThat(out.toString()).contains("goes on now, for another 1 h\n");
        assertThat(maintenance("2026-03-08T03:00:00Z", "--next", "1", "--json")).isZero();
        assertThat(out)
                .hasToString(
                        "{\"window\":\"Monthly\",\"from\":\"2026-03-08T02:00:00Z\","
                                + "\"to\":\"2026-03-08T04:00:00Z\",\"zone\":\"UTC\",\"now\":true,"
                                + "\"notices\":[{\"at\":\"2026-02-22T02:00:00Z\","
                                + "\"secondsBefore\":1209600,\"due\":false},"
                                + "{\"at\":\"2026-03-06T02:00:00Z\",\"secondsBefore\":172800,"
                                + "\"due\":false}],\"activities\":[\"security patches\"],"
                                + "\"silencesAll\":true,\"silences\":[],"
                                + "\"emergency\":{\"P1\":\"immediate\",\"P2\":\"Manager\","
                                + "\"P3\":\"Engineering Lead\",\"P4\":null}}\n");
    }

    @Test
    void howManyWindowsThereMayBeIsSaid() {
        assertThat(maintenance("2026-03-08T03:00:00Z", "--next", "0")).isEqualTo(2);
        assertThat(out.toString()).startsWith("--next 0: a whole number from 1 to 366");
    }
}
