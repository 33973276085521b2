package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.health.Oracle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What the health check says and answers, with real probes. */
class HealthCommandTest {

    private static final String WELL =
            "  - {name: queue, command: \"echo 'QUEUE OK - 3 waiting | waiting=3;10;20;0'\"}\n";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int health(String yaml, String... options) throws IOException {
        Files.writeString(folder.resolve("warroom.yaml"), yaml);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 3];
        arguments[0] = "health";
        arguments[1] = "--workspace";
        arguments[2] = folder.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return line.execute(arguments);
    }

    private static String probes(String probes) {
        return "service: shop\nprobes:\n" + probes;
    }

    @Test
    void whenAllIsWellItIsOneLineWithTheFiguresAndZero() throws IOException {
        assertThat(health(probes(WELL))).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("OK: shop: 1 ok | 'queue'=3;10;20;0")
                .doesNotContain("\n");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, WARNING", "2, CRITICAL", "3, UNKNOWN"})
    void theExitCodeIsTheWorstThatWasFound(int exit, String word) throws IOException {
        String bad = "  - {name: disk, command: \"echo 'nearly full'; exit " + exit + "\"}\n";
        assertThat(health(probes(WELL + bad), "--once")).isEqualTo(exit);
        assertThat(out.toString())
                .startsWith(word + ": shop: 1 " + word.toLowerCase(java.util.Locale.ROOT))
                .contains("(disk: nearly full)", "1 ok |");
    }

    @Test
    void aPortWhereNothingListensIsCritical() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(health(probes("  - {name: db, tcp: \"127.0.0.1:" + port + "\"}\n")))
                .isEqualTo(2);
        assertThat(out.toString()).startsWith("CRITICAL: shop: 1 critical (db: ");
    }

    @Test
    void verboseHasALineAProbeAndWhatItSaid() throws IOException {
        assertThat(health(probes(WELL), "--verbose")).isZero();
        assertThat(out.toString().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("  queue  OK        QUEUE OK - 3 waiting (");
    }

    @Test
    void jsonHasAnObjectAProbe() throws IOException {
        assertThat(health(probes(WELL), "--json")).isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .startsWith("{\"probe\":\"queue\",\"state\":\"ok\",\"silent\":null,")
                .contains("\"label\":\"waiting\",\"value\":3");
    }

    @Test
    void whatStandsOnAProbeThatIsDownDoesNotCount() throws IOException {
        String standing =
                "  - {name: db, command: \"exit 2\"}\n"
                        + "  - {name: api, command: \"exit 2\", needs: [db]}\n";
        assertThat(health(probes(standing), "--verbose")).isEqualTo(2);
        assertThat(out.toString()).contains("1 critical (db", "1 silent", "behind db");
    }

    @Test
    void inAMaintenanceWindowAlarmsDoNotCount() throws IOException {
        String began =
                DateTimeFormatter.ofPattern("HH:mm")
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now().minusSeconds(3600));
        String maintained =
                "maintenance:\n  windows:\n    - {name: Now, rule: \"FREQ=DAILY\", at: \""
                        + began
                        + "\", lasts: 2h, zone: UTC}\n";
        String bad = "  - {name: disk, command: \"exit 2\"}\n";
        assertThat(health(probes(bad) + maintained, "--verbose")).isZero();
        assertThat(out.toString()).startsWith("OK: shop: 0 ok, 1 silent").contains("maintenance");
    }

    @ParameterizedTest
    @CsvSource({
        "--interval 5, --interval says how often --continuous looks",
        "--continuous --interval 0, whole seconds from 1 to 86400 must follow",
        "--once --continuous, cannot be had together"
    })
    void wrongUseIsUnknownToWhoWatches(String options, String words) throws IOException {
        assertThat(health(probes(WELL), options.split(" "))).isEqualTo(3);
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void aWorkspaceWithoutProbesIsUnknownAndSaysWhatToWrite() throws IOException {
        assertThat(health("service: shop\n")).isEqualTo(3);
        assertThat(out.toString()).startsWith("UNKNOWN: ");
        assertThat(err.toString()).contains("names no probes", "probes: [{name: api");
    }

    @Test
    void itsFiguresAreWhatThePerlLibraryOfTheMonitoringPluginsReads() throws Exception {
        String probes =
                "  - {name: queue length, command: \"echo 'OK | waiting=3;10;20;0'\"}\n"
                        + "  - {name: disk, command: \"echo 'OK | /=61.5%;5:80;~:90;0;100"
                        + " inodes=7c'\"}\n"
                        + "  - {name: odd=name, command: \"echo OK\"}\n";
        assertThat(health(probes(probes))).isZero();
        String line = out.toString().strip();
        var read = Oracle.perl("perfdata.pl", line.split("\\| ", 2)[1]);
        assertThat(read)
                .startsWith(
                        "queue length\t3\t\t10\t20",
                        "disk\t61.5\t%\t5:80\t~:90",
                        "disk inodes\t7\tc\t\t")
                .hasSize(4);
        assertThat(read.getLast()).startsWith("odd-name time\t").contains("\tms\t");
    }
}
