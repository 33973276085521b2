package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Two users of this machine, neither of them root, in the same incident. */
@EnabledIf("possible")
class TwoUsersIT {

    private static final int NOBODY = 65534;
    private static final int DAEMON = 1;

    @TempDir Path temp;

    /** Only root can be somebody else. */
    static boolean possible() {
        return System.getProperty("user.name").equals("root")
                && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    private Account account(String name) throws Exception {
        Account account = new Account(temp.resolve(name));
        open(temp, "rwxr-xr-x");
        open(account.folder(), "rwxrwxrwx");
        open(account.home(), "rwxrwxrwx");
        return account;
    }

    private static void open(Path folder, String mode) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    /** Each of them is in the group of the state folder. */
    private static String as(int user, String command) {
        return "setpriv --reuid=" + user + " --regid=" + NOBODY + " --clear-groups " + command;
    }

    @Test
    void whatOneAsksForTheOtherAgreesToAndItIsOfExactlyThatScript() throws Exception {
        Team team =
                new Team(temp.resolve("team"))
                        .runbook(
                                """
                                # Shop

                                ## Roll back

                                1. Back

                                   ```bash {approval=daemon}
                                   echo "back to <version>"
                                   ```
                                """);
        Path state = Files.createDirectory(temp.resolve("state"));
        Files.setAttribute(state, "unix:uid", NOBODY);
        Files.setAttribute(state, "unix:gid", NOBODY);
        Files.setAttribute(state, "unix:mode", 02770);
        String open = "./warroom open --workspace " + team.folder() + " --state " + state;
        Account nobody = account("nobody");
        Account daemon = account("daemon");
        try (Tmux one = Tmux.open(nobody, 120, 40)) {
            one.command(as(NOBODY, open));
            one.awaitWords("▶ Shop");
            one.press("Enter");
            one.awaitStep("Back");
            one.press("Enter");
            one.awaitWords("<version>");
            one.type("1.4.1").press("Enter");
            one.awaitWords("It needs the approval of daemon");
            one.press("Enter");
            one.awaitWords("Asked for the approval of daemon");
            try (Tmux other = Tmux.open(daemon, 120, 40)) {
                other.command(as(DAEMON, open));
                other.awaitWords("nobody", "Back");
                other.type(":approve").press("Enter");
                other.awaitWords("back to 1.4.1");
                other.type("y");
                other.awaitWords("daemon", "approved");
                one.awaitWords("daemon", "approved");
                other.leave();
                assertThat(other.exit()).isZero();
            }
            one.press("Enter");
            one.awaitWords("approval: daemon at", "of exactly this script");
            // Another value is another script.
            one.press("1");
            one.awaitWords("<version>");
            one.press("C-u").type("1.4.0").press("Enter");
            one.awaitWords("back to 1.4.0", "It needs the approval of daemon");
            one.press("Escape");
            one.leave();
            assertThat(one.exit()).isZero();
        }
        Ended log = nobody.warroom("log", "RUN-1", "--state", state + "");
        assertThat(log.out()).as(log.said()).contains("nobody", "daemon").contains("approv");
    }
}
