package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is exported where steps run reaches them as it was, whatever it is called. */
class TheirVariablesTest {

    private static final Pattern OURS = Pattern.compile("\\bwr_([a-z_]+)");

    /** An assignment, a loop's variable, or what is read. */
    private static final Pattern SET =
            Pattern.compile(
                    "(?m)(?:(?:^|[ ;({&|])(?<set>[A-Za-z_]+)\\+?=)|\\bfor (?<each>[A-Za-z_]+)"
                            + " in\\b|\\bread -r (?<read>[A-Za-z_ ]+)");

    /** The program's own, in the folder of the project. */
    private static final String LAUNCHER = "warroom";

    /** What a step is meant to see, and words that other programs read. */
    private static final Set<String> KNOWN =
            Set.of(
                    "HOME",
                    "IFS",
                    "JAVA_VERSION",
                    "TERM",
                    "PAGER",
                    "GIT_PAGER",
                    "LC_ALL",
                    "WARROOM_RUN",
                    "WARROOM_RUN_FOLDER",
                    "lstart",
                    "pid",
                    "ppid",
                    "pgid",
                    "bs",
                    "skip",
                    "count",
                    "top",
                    "without");

    @TempDir Path folder;

    private static String text(String name) throws IOException {
        if (name.equals(LAUNCHER)) {
            return Files.readString(Path.of(LAUNCHER));
        }
        try (InputStream in = Requests.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyVariableThatIsSetOnTheWayToAStepHasAPrefixOfOurs() throws IOException {
        for (String program : List.of(LAUNCHER, "post.sh", "supervise.sh", "waits.sh", "bash.sh")) {
            String code =
                    text(program)
                            .lines()
                            .filter(it -> !it.strip().startsWith("#"))
                            .collect(Collectors.joining("\n"));
            Set<String> names = new TreeSet<>();
            for (MatchResult each : SET.matcher(code).results().toList()) {
                for (String group : List.of("set", "each", "read")) {
                    if (each.group(group) != null) {
                        names.addAll(List.of(each.group(group).strip().split(" +")));
                    }
                }
            }

            assertThat(names).as(program).isNotEmpty();
            names.removeIf(it -> KNOWN.contains(it) || it.matches("(wr|warroom)_.*"));
            assertThat(names).as(program).isEmpty();
        }
    }

    @Test
    void whatIsExportedUnderTheNamesThatAreUsedHereIsNotChanged() throws Exception {
        Set<String> theirs = new TreeSet<>();
        for (String program : List.of("post.sh", "supervise.sh", "waits.sh")) {
            OURS.matcher(text(program)).results().forEach(it -> theirs.add(it.group(1)));
        }
        ProcessBuilder builder = new ProcessBuilder("sh");
        theirs.forEach(it -> builder.environment().put(it, "theirs"));
        Process shell =
                builder.redirectOutput(folder.resolve("answers").toFile())
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        Path runs = folder.resolve("runs");
        try (OutputStream requests = shell.getOutputStream()) {
            requests.write(
                    Requests.post("nonce", runs.toString()).getBytes(StandardCharsets.UTF_8));
            // The third is run by the shell that has waited while the second ran.
            for (int i = 1; i <= 3; i++) {
                requests.write(
                        Requests.begin(
                                        "INC-1-" + i,
                                        Order.of("env", folder.toString()),
                                        Duration.ofSeconds(5))
                                .getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(shell.waitFor(Await.LIMIT)).isTrue();
        assertThat(folder.resolve("errors")).isEmptyFile();
        for (int i = 1; i <= 3; i++) {
            List<String> seen = Files.readAllLines(runs.resolve("INC-1-" + i).resolve("output"));
            assertThat(theirs)
                    .as("step " + i)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(it -> assertThat(seen).contains(it + "=theirs"));
        }
    }
}
