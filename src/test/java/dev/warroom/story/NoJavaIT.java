package dev.warroom.story;

import static dev.warroom.text.ShellWords.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.launcher.Packed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The package in a system that has no Java: nothing may be written where it is, which has blanks in
 * its path, and who starts it has no home folder and no letters but those of ASCII.
 */
@EnabledIf("dev.warroom.story.BareSystem#possible")
class NoJavaIT {

    private static final String PROGRAM = BareSystem.PLACE + "/warroom";

    @TempDir Path temp;
    private Account account;
    private BareSystem system;

    @BeforeEach
    void begin() throws Exception {
        account = new Account(temp.resolve("account"));
        Path unpacked = Files.createDirectory(temp.resolve("unpacked"));
        Ended tar =
                account.run(
                        "tar",
                        "-C",
                        unpacked + "",
                        "--strip-components=1",
                        "--no-same-owner",
                        "-xzf",
                        Packed.archive() + "");
        assertThat(tar.exit()).as(tar.said()).isZero();
        system = BareSystem.with(unpacked, temp, account);
    }

    @AfterEach
    void end() {
        account.endAll();
    }

    private String[] homeless(String... more) {
        List<String> words = new ArrayList<>(List.of("LANG=C", "HOME=/nonexistent"));
        account.environment()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith("WARROOM_") || name.equals("TERM")) {
                                words.add(name + "=" + value);
                            }
                        });
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private Ended starts(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(PROGRAM));
        words.addAll(List.of(arguments));
        return account.run(
                system.command(BareSystem.NOBODY, homeless(words.toArray(String[]::new)))
                        .toArray(String[]::new));
    }

    @Test
    void itStartsSaysWhatIsMissingAndOpens() throws Exception {
        Ended java =
                account.run(
                        system.command(BareSystem.NOBODY, homeless("bash", "-c", "command -v java"))
                                .toArray(String[]::new));
        assertThat(java.out()).isEmpty();
        assertThat(java.exit()).as(java.said()).isEqualTo(1);

        Ended version = starts("--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.out()).startsWith("warroom ").contains("\nJava ");

        Ended doctor = starts("doctor", "--state", "/tmp/state");
        assertThat(doctor.lines())
                .as(doctor.said())
                .anyMatch(it -> it.startsWith("ok bash"))
                .anyMatch(it -> it.startsWith("ok java"))
                .anyMatch(it -> it.matches("[^o].* tmux .*"))
                .anyMatch(it -> it.matches("[^o].* ssh .*"));
        assertThat(doctor.exit()).isEqualTo(1);

        String open =
                quoted(PROGRAM)
                        + " open --state /tmp/state --workspace "
                        + quoted(BareSystem.PLACE);
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            tmux.command(
                    system
                            .command(
                                    BareSystem.NOBODY, homeless("script", "-qc", open, "/dev/null"))
                            .stream()
                            .map(it -> quoted(it))
                            .collect(Collectors.joining(" ")));
            Screen room = tmux.awaitWords("P1: Critical incident", "1 Open");
            assertThat(room.text()).matches("\\p{ASCII}+");
            // In another pane, letters are keys and no search.
            tmux.press("Tab");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
    }
}
