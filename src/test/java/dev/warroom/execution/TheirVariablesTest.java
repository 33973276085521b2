package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                    "TZ",
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

    private static final int IN_A_ROW = 5;

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
        Map<String, String> environment = new HashMap<>(System.getenv());
        theirs.forEach(it -> environment.put(it, "theirs"));

        for (List<String> seen : inARow("env", environment)) {
            assertThat(theirs)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(it -> assertThat(seen).contains(it + "=theirs"));
        }
    }

    /** What leads to a shell that waits is given no language; the step has the one it had. */
    @ParameterizedTest
    @CsvSource({
        "LC_ALL=C.UTF-8, 1 LC_ALL=C.UTF-8",
        "LC_ALL=, 1 LC_ALL=",
        "LC_ALL=C, 2 LC_ALL=C",
        "NOTHING=, 1"
    })
    void aStepHasTheLanguageThatItIsGiven(String given, String seen) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(it -> it.startsWith("LC_"));
        environment.put("LANG", "C.UTF-8");
        String[] variable = given.split("=", 2);
        environment.put(variable[0], variable[1]);

        assertThat(inARow("x=\u00e4; echo ${#x} $(env | sed -n '/^LC_ALL=/p')", environment))
                .hasSize(IN_A_ROW)
                .containsOnly(List.of(seen));
    }

    /**
     * What each of five steps prints. Two keepers take turns, and the first step has nothing before
     * it: the fourth is the first one that is run by a shell which has waited.
     */
    private List<List<String>> inARow(String script, Map<String, String> environment)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh");
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process shell =
                builder.redirectOutput(folder.resolve("answers").toFile())
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        Path runs = folder.resolve("runs");
        try (OutputStream requests = shell.getOutputStream()) {
            requests.write(
                    Requests.post("nonce", runs.toString()).getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= IN_A_ROW; i++) {
                requests.write(
                        Requests.begin(
                                        "INC-1-" + i,
                                        Order.of(script, folder.toString()),
                                        Duration.ofSeconds(5))
                                .getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(shell.waitFor(Await.LIMIT)).isTrue();
        assertThat(folder.resolve("errors")).isEmptyFile();
        List<List<String>> printed = new ArrayList<>();
        for (int i = 1; i <= IN_A_ROW; i++) {
            printed.add(Files.readAllLines(runs.resolve("INC-1-" + i).resolve("output")));
        }
        assertThat(Files.readAllLines(runs.resolve("INC-1-" + IN_A_ROW).resolve("pid")))
                .as("the shell that waited says when it began")
                .hasSize(3);
        return printed;
    }
}
