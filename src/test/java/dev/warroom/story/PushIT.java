package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;
import dev.warroom.launcher.Packed;
import dev.warroom.room.Size;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The program comes to a host by a real sshd and the person's own ssh, and is opened there. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
class PushIT {

    private static final int BEFORE_THE_CUT = 5_000_000;

    /** Whoever comes in begins in the home folder, has tools there, and a tmux of their own. */
    private static final String COMES_IN =
            """
            ForceCommand cd && export PATH="$HOME/bin:$PATH" TMUX_TMPDIR="$HOME" \
            && eval "${SSH_ORIGINAL_COMMAND:-exec sh}"
            """;

    @RegisterExtension static final SshdExtension SERVER = SshdExtension.with(folder -> COMES_IN);

    @TempDir Path temp;
    private Sshd sshd;
    private Account account;

    @BeforeEach
    void begin(Sshd own) throws Exception {
        sshd = own;
        account = Account.reaching(sshd, temp);
    }

    @AfterEach
    void end() throws Exception {
        // The room there would outlive everything; usually it has been left.
        account.run("env", "TMUX_TMPDIR=" + sshd.home(), "tmux", "kill-server");
        account.endAll();
    }

    private Running push(String... more) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Account.PRODUCT.resolve("warroom") + "", "push", "app-1"));
        command.addAll(List.of(more));
        return account.start(command.toArray(String[]::new));
    }

    private Ended pushed(String... more) throws Exception {
        Ended ended = push(more).ended();
        assertThat(ended.exit()).as(ended.said()).isZero();
        return ended;
    }

    private Path there(String name) {
        return sshd.home().resolve(".local/share/warroom").resolve(name);
    }

    @Test
    void whatIsCutOffGoesOnAndIsOpenedThereByTheCommandThatIsPrinted() throws Exception {
        String archive = Packed.archive().toString();
        pushed("--package", older().toString());
        assertThat(there("current")).isSymbolicLink().hasFileName("current");

        cutOff(push("--package", archive));
        assertThat(Files.readSymbolicLink(there("current"))).hasToString("0.0.9");

        Ended whole = pushed("--package", archive);
        long rest = Files.size(Path.of(archive)) - BEFORE_THE_CUT;
        assertThat(whole.out())
                .contains(Size.words(BEFORE_THE_CUT) + " of ", " are there already")
                .contains("(" + Size.words(rest) + " were sent)", "  0.0.9");
        assertThat(there("incoming")).isEmptyDirectory();

        String command =
                whole.lines().stream().filter(it -> it.startsWith("  ssh -t ")).toList().getFirst();
        opens(command);

        assertThat(pushed("--remove", "0.0.9").out()).startsWith("* ").doesNotContain("0.0.9");
        assertThat(there("0.0.9")).doesNotExist();
    }

    /** The host takes so much and no more; then the person's ssh is gone. */
    private void cutOff(Running push) throws Exception {
        Path head = Files.createDirectories(sshd.home().resolve("bin")).resolve("head");
        Path stuck = Files.createFile(temp.resolve("stuck"));
        program(
                head,
                """
                case "$1 $2" in "-c "?????*) ;; *) exec /usr/bin/head "$@" ;; esac
                /usr/bin/head -c %d
                while [ -e '%s' ]; do sleep 0.1; done
                """
                        .formatted(BEFORE_THE_CUT, stuck));
        Await.until(
                "what comes before the cut",
                () -> size(there("incoming")) == BEFORE_THE_CUT,
                push::out);
        account.processes("ssh -F")
                .forEach(it -> ProcessHandle.of(it).ifPresent(ProcessHandle::destroyForcibly));
        Ended cut = push.ended();
        assertThat(cut.exit()).isEqualTo(2);
        assertThat(cut.err())
                .contains("The connection to app-1 is cut", "push again, and only the rest is sent")
                .hasLineCount(1);
        Files.delete(stuck);
        Files.delete(head);
    }

    private static long size(Path folder) {
        try (var files = Files.list(folder)) {
            return files.mapToLong(it -> it.toFile().length()).sum();
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    private void opens(String command) throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            tmux.command(command.strip());
            tmux.awaitWords("P1: Critical incident", "Open");
            String list = push("--list").ended().out();
            assertThat(list).containsPattern("[*] \\S+ +in use by process \\d+");
            // In another pane, letters are keys and no search.
            tmux.press("Tab");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
    }

    /** A package that is another program, of another time. */
    private Path older() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("warroom-0.0.9-linux-x64"));
        program(folder.resolve("warroom"), "echo warroom 0.0.9\n");
        Path file = temp.resolve("older.tar.gz");
        Ended packed =
                account.run("tar", "-C", temp + "", "-czf", file + "", folder.getFileName() + "");
        assertThat(packed.exit()).as(packed.said()).isZero();
        return file;
    }

    private static void program(Path file, String script) throws Exception {
        Path part = Files.writeString(file.resolveSibling("part"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(part, file);
    }

    @Test
    void aHostOrAKeyThatIsNotKnownIsOneSentence() throws Exception {
        String file = older().toString();
        String known = Files.readString(sshd.folder().resolve("known"));
        Files.writeString(sshd.folder().resolve("known"), "");
        refused(file, "its host key is not known yet", "SHA256:", "accept it with your own: ssh");
        Files.writeString(sshd.folder().resolve("known"), known);
        Files.writeString(sshd.folder().resolve("authorized"), "");
        refused(file, "it accepts none of your keys", "ssh-add");
        assertThat(there("current")).doesNotExist();
    }

    private void refused(String file, String... words) throws Exception {
        Ended ended = push("--package", file).ended();
        assertThat(ended.exit()).as(ended.said()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no way to app-1: ").contains(words);
        assertThat(ended.err()).hasLineCount(1);
    }
}
