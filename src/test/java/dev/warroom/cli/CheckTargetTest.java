package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code check --target} asks a real OpenSSH server which commands are there. */
@Timeout(180)
@ExtendWith(SshdExtension.class)
class CheckTargetTest {

    @TempDir private Path folder;
    private Path workspace;

    private record Told(int exit, String out, String err) {}

    @BeforeEach
    void make() throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.createDirectory(workspace.resolve("runbooks"));
        Files.writeString(
                workspace.resolve("runbooks/a.md"),
                "# Look\n\n```bash\nuptime\nno-such-command-anywhere\n```\n");
        Files.writeString(
                workspace.resolve("warroom.yaml"),
                "targets:\n  - {name: pier, host: 127.0.0.1}\n  - {name: fog, host: nowhere}\n");
    }

    private Told check(Sshd sshd, String target) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder check =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.warroom.cli.Main",
                        "check",
                        "--target",
                        target,
                        "--workspace",
                        workspace.toString(),
                        "--state",
                        folder.resolve("state").toString(),
                        workspace.resolve("runbooks").toString());
        check.environment().merge("PATH", "", (path, _) -> programs(sshd) + ":" + path);
        Process process = check.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(170, TimeUnit.SECONDS)).isTrue();
        return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path programs(Sshd sshd) {
        try {
            return sshd.programs();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatATargetLacksIsToldAndATargetOutOfReachIsWrongUse(Sshd sshd) throws Exception {
        Told pier = check(sshd, "pier");
        assertThat(pier.exit()).as(pier.err()).isEqualTo(1);
        assertThat(pier.out())
                .contains("runbooks/a.md:5:1: warning: the command no-such-command-anywhere")
                .contains("is not there on pier")
                .doesNotContain("the command uptime");

        Told fog = check(sshd, "fog");
        assertThat(fog.exit()).isEqualTo(2);
        assertThat(fog.err()).contains("fog").doesNotContain("\tat ");
    }
}
