package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Processes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A script and its environment reach their shell in files of its owner's, not as arguments. */
abstract class SecretScriptContract extends RunsTestBase {

    private static final String SECRET = "tr0ub4dor-and-3";

    @Test
    void noProcessHasItAmongItsArguments() throws Exception {
        String script = "token='" + SECRET + "'\necho child $$\nsleep 300";
        Runs runs =
                start(
                        followed,
                        "INC-1-1",
                        Order.of(script, workspace.toString())
                                .with(Map.of("DB_PASSWORD", SECRET + "-env")));
        pid("child ");

        assertThat(Processes.commandLines().values())
                .isNotEmpty()
                .noneMatch(it -> it.contains(SECRET));
        runs.stop("INC-1-1", place(), "");
        followed.end();
    }

    @Test
    void nobodyElseCanReadItsFiles() throws Exception {
        run(
                Order.of("env | grep -c PASSWORD", workspace.toString())
                        .with(Map.of("DB_PASSWORD", SECRET)));

        assertThat(followed.lines()).contains("1");
        assertThat(permissions(folder())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(SecretScriptContract::permissions))
                    .allMatch(it -> it.equals("rw-------"));
        }
        assertThat(folder().resolve("environment")).doesNotExist();
    }

    @Test
    void whoeverFollowsItLaterIsToldWhatNotToShow() throws Exception {
        List<String> secrets = List.of(SECRET, "it's \u00fc");
        start(
                followed,
                "INC-1-1",
                Order.of("echo " + SECRET, workspace.toString()).hiding(secrets));
        followed.end();
        Followed later = new Followed();
        runs(later).find("INC-1-1", place());
        later.end();
        Followed reader = new Followed();
        runs(reader).readOutput("INC-1-1", place());
        reader.line(SECRET::equals);

        assertThat(later.secrets()).isEqualTo(secrets);
        assertThat(later.lines()).containsExactly(SECRET);
        assertThat(reader.secrets()).isEqualTo(secrets);
        assertThat(permissions(folder().resolve("secrets"))).isEqualTo("rw-------");
        assertThat(followed.secrets()).isEmpty();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
