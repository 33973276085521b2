package dev.warroom.process;

import static dev.warroom.text.ShellWords.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Children of a program that has a terminal, which only {@code script} gives a test. */
class LeadTest {

    private static final Function<String, Optional<Path>> WITHOUT_PERL =
            it -> it.equals("perl") ? Optional.empty() : found(it);

    @TempDir Path folder;

    /** What the kernel says of a process. */
    private record Standing(long pid, long group, long session, long terminal, long niceness) {

        /** Of a line of {@code /proc/PID/stat}. */
        static Standing of(String stat) {
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new Standing(
                    Long.parseLong(stat.substring(0, stat.indexOf(' '))),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]),
                    Long.parseLong(words[16]));
        }
    }

    private static Optional<Path> found(String program) {
        return Programs.find(program, System.getenv("PATH"), Path.of("/"));
    }

    @Test
    void aPatientChildComesAfterItsProgramInTheSameSessionWithoutTheTerminal() throws Exception {
        Lead lead = Lead.patient();
        List<Standing> both = programAndChild(lead);
        Standing program = both.getFirst();
        Standing child = both.getLast();
        assertThat(program.terminal()).isNotZero();
        assertThat(child.terminal()).isZero();
        assertThat(child.session()).isEqualTo(program.session());
        assertThat(child.group()).isEqualTo(child.pid());
        assertThat(child.niceness()).isEqualTo(Math.min(19, program.niceness() + 10));
        assertThat(lead.grouped()).isTrue();
    }

    @Test
    void withoutPerlAPatientChildHasASessionOfItsOwn() throws Exception {
        Lead lead = Lead.patient(WITHOUT_PERL);
        List<Standing> both = programAndChild(lead);
        Standing program = both.getFirst();
        Standing child = both.getLast();
        assertThat(child.terminal()).isZero();
        assertThat(child.session()).isEqualTo(child.group()).isEqualTo(child.pid());
        assertThat(child.niceness()).isEqualTo(Math.min(19, program.niceness() + 10));
        assertThat(lead.grouped()).isTrue();
    }

    @Test
    void aPatientChildGoesOnWhenTheTerminalHasGone() throws Exception {
        Process terminal =
                onTerminal(
                        command(
                                        Lead.patient(),
                                        "sh",
                                        "-c",
                                        "echo $$ >part; mv part pid; "
                                                + "until [ -e go ]; do sleep 0.05; done; >on")
                                + " & wait");
        Await.until("the child", () -> Files.exists(folder.resolve("pid")));
        terminal.destroyForcibly().waitFor();
        Files.createFile(folder.resolve("go"));
        Await.until("what it does then", () -> Files.exists(folder.resolve("on")));
        Processes.awaitEnd(Files.readString(folder.resolve("pid")));
    }

    @Test
    void argumentsAndEnvironmentArriveAsTheyAreAndNothingIsSaidBeside() throws Exception {
        List<String> command = new ArrayList<>(Lead.patient().words());
        command.addAll(
                List.of(
                        "sh",
                        "-c",
                        "printf '[%s]' \"$@\" \"$PERL5OPT\" ${PERL_BADLANG+set}; cat",
                        "-n",
                        "-e",
                        "",
                        "a  'b\"$HOME",
                        "--"));
        ProcessBuilder builder = new ProcessBuilder(command);
        // A locale that is not there, and a module that is not there.
        builder.environment().putAll(Map.of("LC_ALL", "xx_XX.UTF-8", "PERL5OPT", "-Mnot::there"));
        builder.environment().putAll(Lead.patient().environment());
        Process child = builder.start();
        try (var in = child.getOutputStream()) {
            in.write("<said>".getBytes());
        }
        assertThat(new String(child.getInputStream().readAllBytes()))
                .isEqualTo("[-e][][a  'b\"$HOME][--][-Mnot::there]<said>");
        assertThat(new String(child.getErrorStream().readAllBytes())).isEmpty();
        assertThat(child.waitFor()).isZero();
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        Dialogue child = Dialogue.patient(List.of("not-there", "-n"), List.of());
        assertThat(child.answers().readAllBytes()).isEmpty();
        assertThat(child.exit()).isPresent();
        assertThat(child.complaints()).isEqualTo("not-there: No such file or directory\n");
    }

    /** A program on a terminal, and a child behind {@code lead}. */
    private List<Standing> programAndChild(Lead lead) throws Exception {
        Process terminal =
                onTerminal(
                        "cat /proc/$$/stat >program; "
                                + command(lead, "sh", "-c", "cat /proc/$$/stat >child"));
        assertThat(terminal.waitFor()).isZero();
        return List.of(standing("program"), standing("child"));
    }

    private Standing standing(String file) throws IOException {
        return Standing.of(Files.readString(folder.resolve(file)));
    }

    private static String command(Lead lead, String... arguments) {
        List<String> command = new ArrayList<>(lead.words());
        command.addAll(List.of(arguments));
        return command.stream().map(it -> quoted(it)).collect(Collectors.joining(" "));
    }

    private Process onTerminal(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", script, "/dev/null");
        builder.environment().put("SHELL", "/bin/sh");
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }
}
