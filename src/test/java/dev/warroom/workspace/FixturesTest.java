package dev.warroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.problem.ProblemsException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each {@code x.yaml} has beside it, in {@code x.problems}, what is said about it. */
class FixturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/workspace");

    static Stream<Path> policies() throws Exception {
        return fixtures("policy");
    }

    static Stream<Path> layouts() throws Exception {
        return fixtures("layout");
    }

    private static Stream<Path> fixtures(String kind) throws Exception {
        try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aWorkspaceFileHasTheseProblems(Path file) throws Exception {
        check(file, WorkspaceReader::policy);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aLayoutHasTheseProblems(Path file) throws Exception {
        check(file, (name, text) -> LayoutReader.parse("it", name, text));
    }

    private static void check(Path yaml, BiFunction<String, String, Object> reader)
            throws Exception {
        String name = yaml.getFileName().toString();
        String actual = problems(name, Files.readString(yaml), reader);
        Path file = yaml.resolveSibling(name.replace(".yaml", ".problems"));
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(file, actual);
        }
        String expected = Files.exists(file) ? Files.readString(file) : "(no such file)\n";
        assertThat(actual)
                .as("%s\n--- expected ---\n%s--- actual ---\n%s", file, expected, actual)
                .isEqualTo(expected);
    }

    private static String problems(
            String name, String text, BiFunction<String, String, Object> reader) {
        try {
            reader.apply(name, text);
            return "";
        } catch (ProblemsException e) {
            return e.problems().stream()
                    .map(it -> it.toString().replace("\n    ", " | ") + "\n")
                    .collect(Collectors.joining());
        }
    }
}
