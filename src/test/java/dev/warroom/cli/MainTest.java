package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The command line as people use and misuse it. */
class MainTest {

    /** Only looked at: what is run is made anew each time. */
    private static final CommandLine AS_IT_IS = Main.commandLine();

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    static Stream<String> commands() {
        return AS_IT_IS.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(it -> !it.usageMessage().hidden())
                .map(it -> it.name());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).startsWith("Usage: warroom " + command);
        assertThat(out.toString().lines()).hasSizeGreaterThan(3).allMatch(it -> it.length() <= 80);
        assertThat(out.toString()).contains("--state=DIR");
        assertThat(err.toString()).isEmpty();
    }

    /** It is what a start takes longest to make, and only one is run. */
    @ParameterizedTest
    @MethodSource("commands")
    void ofTheCommandsOnlyTheOneIsMadeThatIsRunUnlessItTellsOfAll(String command) {
        CommandLine needed = Main.neededFor(command, "--help");

        boolean tellsOfAll = command.equals("completion") || command.equals("manual");
        assertThat(needed.getSubcommands().keySet())
                .isEqualTo(tellsOfAll ? AS_IT_IS.getSubcommands().keySet() : Set.of(command));
        assertThat(needed.getSubcommands().get(command).getUsageMessage())
                .isEqualTo(AS_IT_IS.getSubcommands().get(command).getUsageMessage());
    }

    @Test
    void whereNoneIsNamedAllAreMadeForHelpAndSuggestions() {
        for (String[] arguments :
                new String[][] {
                    {}, {""}, {"--help"}, {"--version"}, {"opne"}, {"--version", "run"}
                }) {
            assertThat(Main.neededFor(arguments).getSubcommands().keySet())
                    .isEqualTo(AS_IT_IS.getSubcommands().keySet());
        }
    }

    /** The list of commands shows no more than that. */
    @ParameterizedTest
    @MethodSource("commands")
    void whatItIsForBeginsWithAWholeSentence(String command) {
        assertThat(
                        AS_IT_IS.getSubcommands()
                                .get(command)
                                .getCommandSpec()
                                .usageMessage()
                                .description()[0])
                .endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsWrongUse(String command) {
        boolean asksForOne =
                !AS_IT_IS.getSubcommands()
                        .get(command)
                        .getCommandSpec()
                        .positionalParameters()
                        .isEmpty();
        assertThat(
                        asksForOne
                                ? run(command, "INC-1", "--no-such-thing")
                                : run(command, "--no-such-thing"))
                // To whoever calls a plugin, 2 means critical.
                .isEqualTo(command.equals("health") ? HealthReport.UNKNOWN : 2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("--no-such-thing")
                .contains("See: warroom " + command + " --help")
                .doesNotContain("\tat ");
    }

    @Test
    void theHelpNamesTheCommandsThatPeopleUse() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains(
                        "open",
                        "declare",
                        "incidents",
                        "drill",
                        "run",
                        "runbooks",
                        "log",
                        "verify",
                        "postmortem");
    }

    @Test
    void theVersionNamesTheProgramAndItsRuntime() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).startsWith("warroom ").contains("Java 25").hasLineCount(2);
    }

    @Test
    void aCommandThatNeedsAnIncidentSaysSo() {
        assertThat(run("log")).isEqualTo(2);

        assertThat(err.toString()).contains("INCIDENT").contains("See: warroom log --help");
    }

    @Test
    void withoutACommandItSaysWhatToDo() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString()).contains("warroom drill").contains("See: warroom --help");
    }

    @Test
    void aCommandThatIsMisspeltIsGuessed() {
        assertThat(run("runbook")).isEqualTo(2);

        assertThat(err.toString()).contains("runbook").contains("runbooks");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("none.md");
        assertThat(run("runbooks", "--file", missing.toString())).isEqualTo(2);

        assertThat(err.toString()).contains(missing.toString()).doesNotContain("\tat ");
    }

    @Test
    void anIncidentThatIsNotThereIsNamed() {
        for (String command : new String[] {"log", "postmortem", "verify"}) {
            err.getBuffer().setLength(0);
            assertThat(run(command, "--state", folder.toString(), "INC-77"))
                    .as(command)
                    .isEqualTo(2);
            assertThat(err.toString()).contains("INC-77").doesNotContain("\tat ");
        }
    }

    @Test
    void theRunbooksOfAWorkspaceAreListed() throws Exception {
        Files.createDirectory(folder.resolve("runbooks"));
        Files.writeString(
                folder.resolve("runbooks/disk.md"), "# Full disk\n\n```bash\ndf -h /\n```\n");
        assertThat(run("runbooks", "--workspace", folder.toString())).isZero();

        assertThat(out.toString()).contains("Full disk");
        assertThat(err.toString()).isEmpty();
    }
}
