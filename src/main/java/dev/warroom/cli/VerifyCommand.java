package dev.warroom.cli;

import dev.warroom.journal.JournalContent;
import dev.warroom.journal.JournalReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Checks that a journal is what was written. */
@Command(
        name = "verify",
        description = {
            "Check that an incident's journal is what was written: every line, every hash.",
            "Exit code 0 if it is, 1 with the first broken line if it is not."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = LogCommand.existing(state.folder(), incident);
        JournalContent content = JournalReader.read(file);
        PrintWriter out = spec.commandLine().getOut();
        int facts = content.facts().size();
        if (content.damage().isPresent()) {
            out.println(content.damage().get());
            return 1;
        }
        if (content.tornBytes() > 0) {
            out.println(
                    file
                            + ":"
                            + (facts + 1)
                            + ": the last line is not finished ("
                            + content.tornBytes()
                            + " bytes): a crash cut it off. Opening the incident sets it aside.");
            return 1;
        }
        out.println(incident + ": " + facts + " facts, every line and hash as written.");
        return 0;
    }
}
