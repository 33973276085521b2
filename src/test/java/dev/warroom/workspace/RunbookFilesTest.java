package dev.warroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.problem.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RunbookFilesTest {

    @TempDir Path workspace;
    private Path runbooks;

    @BeforeEach
    void make() throws Exception {
        runbooks = Files.createDirectory(workspace.resolve("runbooks"));
    }

    private List<RunbookFile> read() {
        return RunbookFiles.read(workspace);
    }

    private RunbookFile only() {
        assertThat(read()).hasSize(1);
        return read().getFirst();
    }

    private void write(byte[] bytes) throws Exception {
        Files.write(runbooks.resolve("a.md"), bytes);
    }

    @Test
    void markdownIsFoundInAllFoldersInTheOrderOfNames() throws Exception {
        Files.createDirectories(runbooks.resolve("db/deep"));
        Files.createDirectories(runbooks.resolve(".git"));
        Files.writeString(runbooks.resolve("z.md"), "z");
        Files.writeString(runbooks.resolve("B.MD"), "B");
        Files.writeString(runbooks.resolve("db/deep/x.md"), "x");
        Files.writeString(runbooks.resolve("notes.txt"), "no");
        Files.writeString(runbooks.resolve(".hidden.md"), "no");
        Files.writeString(runbooks.resolve(".git/g.md"), "no");
        assertThat(read())
                .extracting(RunbookFile::name)
                .containsExactly("runbooks/B.MD", "runbooks/db/deep/x.md", "runbooks/z.md");
        assertThat(read()).extracting(RunbookFile::text).containsExactly("B", "x", "z");
        assertThat(read()).allMatch(file -> file.problem().isEmpty());
    }

    @Test
    void otherEndingsOfMarkdownAreReadToo() throws Exception {
        for (String name : List.of("a.markdown", "b.mdown", "c.MKD")) {
            Files.writeString(runbooks.resolve(name), "# A");
        }
        assertThat(read())
                .extracting(RunbookFile::name)
                .containsExactly("runbooks/a.markdown", "runbooks/b.mdown", "runbooks/c.MKD");
    }

    @Test
    void windowsQuotesAndDashesAreReadAsTheyWereMeant() throws Exception {
        write("# a\n\nthe “old” gate – shut\n".getBytes("windows-1252"));
        assertThat(only().text()).isEqualTo("# a\n\nthe “old” gate – shut\n");
        assertThat(only().problem().orElseThrow().message()).contains("Windows-1252");
    }

    @Test
    void markedTextIsReadWithoutItsMark() throws Exception {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            write("\uFEFF# Füße 🚀\r\n".getBytes(charset));
            assertThat(only().text()).isEqualTo("# Füße 🚀\r\n");
            assertThat(only().problem()).isEmpty();
        }
    }

    @Test
    void latinOneIsReadWithAWarningThatNamesTheLine() throws Exception {
        write("# a\n\nFüße\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(only().text()).isEqualTo("# a\n\nFüße\n");
        Problem problem = only().problem().orElseThrow();
        assertThat(problem.level()).isEqualTo(Problem.Level.WARNING);
        assertThat(problem.location()).hasToString("runbooks/a.md:3");
    }

    @Test
    void whatIsNoTextIsPassedOverWithAProblem() throws Exception {
        write(new byte[] {'#', 0, 1, 2});
        assertProblem("NUL bytes");
        write("\uFEFF# a\n".getBytes("UTF-32LE"));
        assertProblem("NUL bytes");
        write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'a', 0});
        assertProblem("says it is UTF-16");
        write(new byte[RunbookFiles.LONGEST + 1]);
        assertProblem("longer than");
    }

    private void assertProblem(String words) {
        assertThat(only().text()).isEmpty();
        assertThat(only().problem().orElseThrow().message()).contains(words);
    }

    @Test
    void aCircleOfLinksEnds() throws Exception {
        Files.createSymbolicLink(runbooks.resolve("again"), runbooks);
        Files.writeString(runbooks.resolve("a.md"), "a");
        assertThat(read())
                .extracting(RunbookFile::name)
                .containsExactly("runbooks/a.md", "runbooks/again");
        assertThat(read().getLast().problem().orElseThrow().message()).contains("leads back");
    }

    @Test
    void aLinkToAFileIsFollowedAndADeadOneIsTold() throws Exception {
        Path other = Files.writeString(workspace.resolve("shared.md"), "shared");
        Files.createSymbolicLink(runbooks.resolve("a.md"), other);
        Files.createSymbolicLink(runbooks.resolve("b.md"), workspace.resolve("none"));
        assertThat(read()).extracting(RunbookFile::text).containsExactly("shared", "");
        assertThat(read().getLast().problem()).isPresent();
    }

    @Test
    void beyondTheLimitTheRestIsLeftOutAndSaidSo() throws Exception {
        for (int i = 0; i <= RunbookFiles.MOST_FILES; i++) {
            Files.createFile(runbooks.resolve(i + ".md"));
        }
        List<RunbookFile> files = read();
        assertThat(files).hasSize(RunbookFiles.MOST_FILES + 1);
        assertThat(files)
                .filteredOn(file -> file.problem().isPresent())
                .singleElement()
                .satisfies(
                        file ->
                                assertThat(file.problem().orElseThrow().message())
                                        .contains("more than 5000 Markdown files"));
    }

    @Test
    void withoutTheFolderThatIsTold() throws Exception {
        Files.delete(runbooks);
        assertThat(only().problem().orElseThrow().message()).contains("no such folder");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Process made = new ProcessBuilder("mkfifo", runbooks.resolve("p.md").toString()).start();
        assertThat(made.waitFor()).isZero();
        assertProblem("not a regular file");
    }
}
