package dev.warroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Check;
import dev.warroom.policy.ListedLog;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Policy.Response;
import dev.warroom.policy.Probe;
import dev.warroom.policy.StepRules;
import dev.warroom.problem.ProblemsException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

class WorkspaceReaderTest {

    @TempDir Path folder;

    @Test
    void everythingThatIsWrittenIsRead() throws Exception {
        Path all = Path.of("src/test/resources/workspace/policy/everything.yaml");
        Files.copy(all, folder.resolve("warroom.yaml"));
        Workspace workspace = WorkspaceReader.read(folder);
        assertThat(workspace.folder()).isEqualTo(folder);
        Policy policy = workspace.policy();
        assertThat(policy.service()).isEqualTo("render-api");
        assertThat(policy.logs())
                .containsExactly(
                        ListedLog.of("logs/application-*.log"),
                        ListedLog.of("/var/log/nginx/error.log"),
                        zoned("logs/batch.log", "Europe/Berlin"),
                        zoned("ssh app-1:/var/log/app/*.log", "UTC"),
                        zoned("$ journalctl -f", "+02:00"));
        assertThat(policy.steps())
                .isEqualTo(
                        new StepRules(
                                Optional.of(Duration.ofHours(2)),
                                Map.of("deletes-files", 2),
                                false));
        assertThat(policy.probes())
                .containsExactly(
                        new Probe(
                                "api",
                                new Check.Http(URI.create("http://localhost:3000/health"), 0),
                                Duration.ofSeconds(15),
                                Duration.ofMillis(500)),
                        usual(
                                "login",
                                new Check.Http(URI.create("https://login.example/health"), 401)),
                        usual("database", new Check.Tcp("db.internal", 5432)),
                        usual("six", new Check.Tcp("::1", 6379)),
                        usual("queue", new Check.Command("./scripts/check-queue.sh --warn 80")));
        assertThat(policy.response(Severity.P1))
                .isEqualTo(
                        new Response(Duration.ofMinutes(5), Optional.of(Duration.ofMinutes(10))));
        assertThat(policy.response(Severity.P2))
                .isEqualTo(new Response(Duration.ofMinutes(30), Optional.of(Duration.ofHours(1))));
        assertThat(policy.response(Severity.P3)).isEqualTo(Policy.USUAL_RESPONSES.get(Severity.P3));
        assertThat(policy.response(Severity.P4))
                .isEqualTo(new Response(Duration.ofDays(2), Optional.empty()));
    }

    private static Probe usual(String name, Check check) {
        return new Probe(name, check, Probe.USUAL_EVERY, Probe.USUAL_TIMEOUT);
    }

    @Test
    void updatesCanBeAskedForOrNot() {
        Policy policy = WorkspaceReader.policy("f", "severities: {P1: {update: none}}");
        assertThat(policy.response(Severity.P1).updateEvery()).isEmpty();
        Policy silent = WorkspaceReader.policy("f", "severities: {P1: {acknowledge: 1m}}");
        assertThat(silent.response(Severity.P1).updateEvery()).contains(Duration.ofMinutes(15));
    }

    private static ListedLog zoned(String place, String zone) {
        return new ListedLog(place, Optional.of(ZoneId.of(zone)));
    }

    @Test
    void anEmptyFileMeansTheUsualPolicy() throws Exception {
        Files.writeString(folder.resolve("warroom.yaml"), "\uFEFF# later\r\n");
        assertThat(WorkspaceReader.read(folder).policy()).isEqualTo(Policy.usual());
    }

    @Test
    void aMissingFileIsAProblemThatSaysHowToStart() {
        assertThatThrownBy(() -> WorkspaceReader.read(folder))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(folder.resolve("warroom.yaml") + ": error: ")
                .hasMessageContaining("does not exist")
                .hasMessageContaining("service: render-api");
    }

    @Test
    void aMissingFolderAndAFileInItsPlaceAreProblems() throws Exception {
        assertThatThrownBy(() -> WorkspaceReader.read(folder.resolve("none")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("folder does not exist");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> WorkspaceReader.read(file))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void whatIsNoSmallTextFileIsAProblem() throws Exception {
        Path file = folder.resolve("warroom.yaml");
        Files.writeString(file, "#".repeat(ConfigText.LONGEST + 1));
        assertProblem("longer than 1048576 bytes");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xFF});
        assertProblem("not valid UTF-8");
        Files.delete(file);
        Files.createDirectory(file);
        assertProblem("it is a folder");
    }

    private void assertProblem(String words) {
        assertThatThrownBy(() -> WorkspaceReader.read(folder))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(words);
    }

    @Test
    void beyondALimitProblemsAreCounted() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Findings.MOST + 7; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        assertThatThrownBy(() -> WorkspaceReader.policy("f", text.toString()))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems()).hasSize(Findings.MOST + 1))
                .hasMessageContaining("7 more problems");
    }

    @Property(tries = 3_000, seed = "643524320")
    void whateverIsWrittenIsReadOrHasProblems(@ForAll("texts") String text) {
        try {
            assertThat(WorkspaceReader.policy("f", text)).isNotNull();
        } catch (ProblemsException e) {
            assertThat(e.problems())
                    .allSatisfy(it -> assertThat(it.location().file()).isEqualTo("f"));
        }
        try {
            assertThat(LayoutReader.parse("n", "f", text)).isNotNull();
        } catch (ProblemsException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "probes",
                        "name",
                        "http",
                        "pane",
                        "rows",
                        "logs",
                        "service",
                        ":",
                        ": ",
                        "- ",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ", ",
                        "\"",
                        "'",
                        "&a ",
                        "*a",
                        "!x ",
                        "|",
                        ">",
                        "#",
                        "?",
                        "0x",
                        "0b12",
                        "1e999",
                        "0o9",
                        "1_0",
                        "~",
                        "null",
                        ".inf",
                        "%",
                        "@",
                        "`",
                        "---",
                        "...",
                        "\t",
                        "\u0085",
                        "\u2028",
                        "\uD83D\uDE80",
                        "9999999999999999999999",
                        "-",
                        "+1",
                        "<<",
                        "=",
                        "logs/*");
        return pieces.list().ofMaxSize(20).map(it -> String.join("", it));
    }
}
