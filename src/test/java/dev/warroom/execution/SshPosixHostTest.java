package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.testing.PosixHost;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * A host that has what POSIX asks for and nothing that only Linux has, behind the real sshd, by
 * each shell that may stand as {@code sh} there.
 */
@EnabledIf("possible")
class SshPosixHostTest extends RunsTestBase {

    @RegisterExtension
    static final SshdExtension SERVER =
            SshdExtension.with(
                    folder -> "AcceptEnv POSIX_SH TZ\nForceCommand " + folder.resolve("posix"));

    private static PosixHost host;

    private final Sshd sshd;
    private Place place;

    SshPosixHostTest(Sshd sshd) {
        this.sshd = sshd;
    }

    static boolean possible() {
        return Sshd.installed() && PosixHost.possible();
    }

    @BeforeAll
    static void begin(Sshd sshd) throws Exception {
        host = PosixHost.in(sshd.folder().resolve("system"));
        Path posix = sshd.folder().resolve("posix");
        Files.writeString(
                posix,
                "#!/bin/bash\nexec "
                        + String.join(
                                " ",
                                host.command(
                                        "\"$POSIX_SH\"",
                                        "/bin/sh",
                                        "-c",
                                        "\"$SSH_ORIGINAL_COMMAND\"")));
        Files.setPosixFilePermissions(posix, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterAll
    static void nothingWasRefused() throws IOException {
        assertThat(host.refused()).isEmpty();
    }

    @Override
    Place place() {
        return place;
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }

    /** The first that is said of a host counts, so each has a connection of its own. */
    private Place at(String shell, String zone) throws IOException {
        sshd.config("SetEnv POSIX_SH=" + shell + " TZ=" + zone);
        String name = Path.of(shell).getFileName() + "-" + zone.replace('/', '-');
        return sshd.place(name).keeping(root().toString());
    }

    private void use(String shell) throws IOException {
        place = at(shell, "UTC");
    }

    static Iterable<String> shells() {
        return PosixHost.shells().toList();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void stepsRunAndFailAsElsewhereAndAreGoneOnWith(String shell) throws Exception {
        use(shell);
        Runs runs = runs(followed);
        Order order =
                Order.of("cd /usr\nexport A=\"it's\"\nB=b\necho out\n(exit 7)\necho never", "/");
        for (String by : new String[] {"bash", "sh"}) {
            Followed first = new Followed();
            start(first, by + "-1-1", order.by(by));
            RunEnd end = first.end();
            assertThat(end.exit()).as(by).hasValue(7);
            assertThat(end.line()).as(by).hasValue(5);
            assertThat(end.took()).as(by).isLessThan(Duration.ofMinutes(1));
            assertThat(first.lines()).as(by).containsExactly("out");

            Followed second = new Followed();
            Order rest = Order.of("echo \"$A $B $PWD\"", "/").by(by).resuming(by + "-1-1");
            start(second, by + "-1-2", rest);
            assertThat(second.end().outcome()).as(by).isEqualTo(Outcome.PASSED);
            assertThat(second.lines()).as(by).containsExactly("it's b /usr");
            assertThat(runs.left(by + "-1-1", place()).folder()).as(by).isEqualTo("/usr");
        }
        assertThat(runs.kept(place())).hasSize(4).noneMatch(KeptRun::goes);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void whatTakesTooLongIsEnded(String shell) throws Exception {
        use(shell);
        start(
                followed,
                "INC-1-1",
                Order.of("sleep 300 & echo child $!; wait", "/").within(Duration.ofSeconds(1)));
        long child = pid("child ");

        assertThat(followed.end().detail()).isEqualTo("it took longer than it may, and was ended");
        assertThat(followed.end().exit()).hasValue(128 + 15);
        gone(child);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void whoComesFromAnotherTimeZoneFindsItAndStopsAllOfIt(String shell) throws Exception {
        use(shell);
        start(followed, "INC-1-1", "sleep 300 & echo child $!; wait");
        long child = pid("child ");
        Place elsewhere = at(shell, "Asia/Tokyo");
        Followed later = new Followed();
        Runs other = runs(later);
        other.find("INC-1-1", elsewhere);
        later.line(it -> it.startsWith("child "));
        other.stop("INC-1-1", elsewhere, "");

        assertThat(later.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        gone(child);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aStreamIsStoppedAsByCtrlC(String shell) throws Exception {
        use(shell);
        Runs runs = patient(followed);
        runs.start(
                "INC-1-1",
                place(),
                Order.of("echo child $$\nexec tail -f /dev/null", "/").streaming());
        pid("child ");
        runs.stop("INC-1-1", place(), "");

        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(followed.end().exit()).hasValue(128 + 2);
    }

    @Test
    void whatMayNotBeEndedIsSaidToGoOn() throws Exception {
        use(PosixHost.shells().findFirst().orElseThrow());

        assertThat(refusedStop("echo it needs a word")).contains("(it needs a word)");
        assertThat(afterRefusedStop().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(followed.end().exit()).hasValue(3);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void everyLineIsShownOrCountedHoweverFastTheyCome(String shell) throws Exception {
        use(shell);
        int lines = 1_000_000;
        RunEnd end = run("seq 1 " + lines);

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(followed.lines().size() + followed.dropped()).isEqualTo(lines);
        assertThat(followed.lines()).last().isEqualTo(Integer.toString(lines));
    }
}
