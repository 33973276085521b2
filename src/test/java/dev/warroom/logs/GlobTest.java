package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class GlobTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "app.log, *.log, true",
        "app.log, app.lo?, true",
        "app.log, app.log*, true",
        "app.log.1, *.log, false",
        "aXbXc, a*b*c, true",
        "aXbX, a*b*c, false",
        "app.log, app.log?, false",
        ".hidden.log, *.log, false",
        ".hidden.log, .*.log, true",
        "a.b+c, a.b+c, true",
        "aab, *ab, true",
    })
    void aNameMatchesAsInTheShell(String name, String pattern, boolean matches) {
        assertThat(Glob.matches(name, pattern)).isEqualTo(matches);
    }

    @Test
    void foldersMayBePatternsToo() throws IOException {
        create(
                "web/app.log",
                "api/app.log",
                "api/deep/er/x.log",
                "x.log",
                ".git/y.log",
                "api/z.txt");
        assertThat(found("*/app.log")).containsExactly("api/app.log", "web/app.log");
        assertThat(found("**/*.log"))
                .containsExactly("api/app.log", "api/deep/er/x.log", "web/app.log", "x.log");
        assertThat(found("api/**"))
                .containsExactly("api/app.log", "api/deep/er/x.log", "api/z.txt");
        assertThat(found("./api/../web/*")).containsExactly("web/app.log");
        assertThat(found(folder + "/web/*")).containsExactly("web/app.log");
        assertThat(found("nowhere/*/x*")).isEmpty();
    }

    @Test
    void aLiteralNameIsFoundBeforeItIsThere() {
        assertThat(found("logs/app.log")).containsExactly("logs/app.log");
    }

    @Test
    void compressedFilesAndFoldersDoNotMatch() throws IOException {
        create("app.log", "app.log.1", "app.log.2.gz", "app.log.d/x");
        assertThat(found("app.log*")).containsExactly("app.log", "app.log.1");
    }

    @Test
    void circlesOfLinksEnd() throws IOException {
        create("a/app.log");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        assertThat(found("**/app.log")).containsExactly("a/app.log");
    }

    @Test
    void noMoreThanAskedForAreFound() throws IOException {
        create("1", "2", "3", "4");
        Set<Path> found = new TreeSet<>();
        new Glob(folder, "*").expand(found, 3);
        assertThat(found).hasSize(3);
    }

    private List<String> found(String pattern) {
        Set<Path> found = new TreeSet<>();
        new Glob(folder, pattern).expand(found, 100);
        return found.stream().map(path -> folder.relativize(path).toString()).toList();
    }

    private void create(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x\n");
        }
    }
}
