package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hosts that lack something, each behind the real sshd: what can be done without it is done, and
 * what cannot is said in one line.
 */
@EnabledIf("dev.warroom.execution.Sshd#installed")
class SshOddHostsTest {

    /** What the scripts of a run use, beside a shell. */
    private static final List<String> USUAL =
            List.of(
                    "sh", "mkdir", "mv", "rm", "sleep", "df", "tail", "head", "wc", "tr", "grep",
                    "awk", "cat", "sed", "date", "ps", "ls", "seq");

    @RegisterExtension
    static final SshdExtension SERVER =
            SshdExtension.with(folder -> "AcceptEnv ODD_*\nForceCommand " + folder.resolve("odd"));

    private final Sshd sshd;
    private final List<Runs> rooms = new ArrayList<>();

    SshOddHostsTest(Sshd sshd) {
        this.sshd = sshd;
    }

    @BeforeAll
    static void begin(Sshd sshd) throws Exception {
        Path odd = sshd.folder().resolve("odd");
        Files.writeString(
                odd,
                """
                #!/bin/sh
                [ -z "$ODD_HOME" ] || HOME=$ODD_HOME
                [ -z "$ODD_PATH" ] || PATH=$ODD_PATH
                export HOME PATH
                exec ${ODD_SHELL:-/bin/sh}
                """);
        Files.setPosixFilePermissions(odd, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterEach
    void close() {
        rooms.forEach(Runs::close);
    }

    /** A host on which these variables are other than usual. */
    private Place host(String name, Map<String, String> odd) throws Exception {
        StringBuilder more = new StringBuilder("SetEnv");
        odd.forEach((variable, value) -> more.append(" \"" + variable + "=" + value + "\""));
        // The first that is said of a host counts, so each host has a connection of its own.
        sshd.config(odd.isEmpty() ? "" : more.toString());
        Files.createDirectories(sshd.home());
        return sshd.place(name);
    }

    /** A folder with these programs and no others. */
    private String programs(String name, String... more) throws Exception {
        Path bin = Files.createDirectory(sshd.folder().resolve(name));
        for (String program : Stream.concat(USUAL.stream(), Stream.of(more)).toList()) {
            Files.createSymbolicLink(bin.resolve(program), installed(program));
        }
        return bin.toString();
    }

    private static Path installed(String program) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .map(it -> Path.of(it, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(program + " is not installed"));
    }

    private Followed start(Place place, Order order) {
        Followed followed = new Followed();
        Runs runs = new Runs(followed);
        rooms.add(runs);
        runs.start("INC-1-1", place.marked(place.name()), order);
        return followed;
    }

    private static void refused(RunEnd end, String... words) {
        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).isEmpty();
        assertThat(end.detail()).contains(words).doesNotContain("\n");
    }

    @Test
    void whereThereIsNoBashThatIsSaidAndAnotherShellDoes() throws Exception {
        Place place = host("nobash", Map.of("ODD_PATH", programs("nobash", "setsid")));

        refused(
                start(place, Order.of("echo ran", "/")).end(),
                "there is no bash",
                "name another shell");
        Place again = place.marked("again");
        Followed other = new Followed();
        Runs runs = new Runs(other);
        rooms.add(runs);
        runs.start("INC-1-2", again, Order.of("echo ran; false; echo never", "/").by("sh"));
        assertThat(other.end().exit()).hasValue(1);
        assertThat(other.lines()).containsExactly("ran");
    }

    @Test
    void whatALoginShellSaysThatLetsNobodyInIsWhy() throws Exception {
        Path closed = sshd.folder().resolve("closed");
        Files.writeString(
                closed, "#!/bin/sh\necho 'This host is closed until 14:00.'\necho\nexit 3\n");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Place place = host("closed", Map.of("ODD_SHELL", closed.toString()));

        refused(
                start(place, Order.of("echo ran", "/")).end(),
                "its shell ended with exit code 3: This host is closed until 14:00.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"perl", "python3", "bash"})
    void whereThereIsNoSetsidAnotherProgramMakesTheGroup(String instead) throws Exception {
        String bin = programs("no-setsid-" + instead, instead);
        Place place = host("no-setsid-" + instead, Map.of("ODD_PATH", bin));
        String script = "sleep 300 & echo child $!\nwait";
        Followed followed = start(place, Order.of(script, "/").by("sh"));
        String child = followed.line(it -> it.startsWith("child ")).substring(6);
        rooms.getLast().stop("INC-1-1", place.marked(place.name()), "");

        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        RunsTestBase.gone(Long.parseLong(child));
    }

    @Test
    void whereNothingMakesAGroupThatIsSaid() throws Exception {
        Place place = host("nothing", Map.of("ODD_PATH", programs("nothing")));

        refused(
                start(place, Order.of("echo ran", "/").by("sh")).end(),
                "in a session of its own",
                "install setsid");
    }

    @Test
    void busyboxIsEnough() throws Exception {
        Path bin = Files.createDirectory(sshd.folder().resolve("busybox"));
        Path busybox = installed("busybox");
        Process list = new ProcessBuilder(busybox.toString(), "--list").start();
        for (String each : new String(list.getInputStream().readAllBytes()).split("\n")) {
            Files.createSymbolicLink(bin.resolve(each), busybox);
        }
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("ODD_PATH", bin.toString());
        odd.put("ODD_SHELL", bin + "/sh");
        Place place = host("busybox", odd);
        Followed followed = start(place, Order.of("seq 3; sleep 1; echo $0; exit 5", "/").by("sh"));

        assertThat(followed.end().exit()).hasValue(5);
        assertThat(followed.lines()).hasSize(4).startsWith("1", "2", "3");

        Followed stopped = new Followed();
        Runs runs = new Runs(stopped);
        rooms.add(runs);
        runs.start("INC-1-2", place, Order.of("sleep 300 & echo child $!\nwait", "/").by("sh"));
        String child = stopped.line(it -> it.startsWith("child ")).substring(6);
        runs.stop("INC-1-2", place, "");
        assertThat(stopped.end().outcome()).isEqualTo(Outcome.STOPPED);
        RunsTestBase.gone(Long.parseLong(child));
    }

    @Test
    void whereThereIsNoHomeThatIsSaid() throws Exception {
        Place place = host("nohome", Map.of("ODD_HOME", "/nonexistent/home"));

        refused(
                start(place, Order.of("echo ran", "/")).end(),
                "there is no home folder",
                "/nonexistent/home");
    }

    @Test
    @EnabledIf("dev.warroom.execution.Network#possible")
    void whereTheDiskIsFullThatIsSaidWithItsPlace() throws Exception {
        Path full = sshd.folder().resolve("full");
        try (SmallDisk disk = SmallDisk.at(full)) {
            disk.fill();
            Place place = host("full", Map.of("ODD_HOME", full.toString()));

            refused(
                    start(place, Order.of("echo ran", "/")).end(),
                    "its files cannot be written; 0 KB are free on " + full);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsSaidToBeSo() throws Exception {
        sshd.config("");
        Path config = sshd.folder().resolve("config");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace(
                                "Host nowhere",
                                "Host unknown\n HostName no.such.invalid\nHost nowhere"));

        refused(
                start(sshd.place("unknown"), Order.of("echo ran", "/")).end(),
                "no host of this name is known",
                "ssh_config");
    }

    @Test
    void aScriptOfFiveMegabytesRuns() throws Exception {
        String line = "count=$((count + 1)) # " + "x".repeat(1_000) + "\n";
        String script = "count=0\n" + line.repeat(5_000) + "echo $count\n";
        assertThat(script.length()).isGreaterThan(5_000_000);
        Followed followed = start(host("big", Map.of()), Order.of(script, "/"));

        assertThat(followed.end().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(followed.lines()).containsExactly("5000");
    }
}
