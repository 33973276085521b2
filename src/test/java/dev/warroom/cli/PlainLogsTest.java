package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

class PlainLogsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs app.log",
                "logs a.log b.log",
                "logs --json a.log --patterns b.log",
                "logs a.log --match =\"x\" --state here",
                "logs --level Warning --since 15m --match a|b a.log"
            })
    void isReadAsTheLibraryReadsIt(String line) {
        String[] arguments = line.split(" ");
        CommandLine library = Main.commandLine();
        library.parseArgs(arguments);
        LogsCommand command = (LogsCommand) library.getSubcommands().get("logs").getCommand();
        assertThat(PlainLogs.read(arguments)).contains(command.print());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log INC-1",
                "logs",
                "logs --help",
                "logs --match x",
                "logs a.log --match",
                "logs a.log --match=x",
                "logs a.log --match -x",
                "logs a.log --match --json",
                "logs a.log --match x --match y",
                "logs a.log --level loud",
                "logs a.log --zone UTC",
                "logs -",
                "logs @files",
                "logs a.log --unknown"
            })
    void everythingElseIsLeftToTheLibrary(String line) {
        assertThat(PlainLogs.read(line.split(" "))).isEmpty();
        assertThat(PlainLogs.read("logs", "a.log", "--match", "")).isEmpty();
    }
}
