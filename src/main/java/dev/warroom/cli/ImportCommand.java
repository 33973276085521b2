package dev.warroom.cli;

import dev.warroom.journal.Exchange;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Takes in journals of other machines. */
@Command(
        name = "import",
        description = {
            "Take in journals that were exported elsewhere, and print what they are called here.",
            "One that goes on where the incident of its name ends here is added to it; one that has"
                    + " nothing to do with it gets the next free number.",
            "Nothing is taken in of one that is damaged."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Such as INC-7.jsonl.")
    private List<Path> files;

    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Failure(file + " is not a file: name what warroom export has written.");
            }
            String name = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
            Exchange.Brought it = Exchange.bring(state.folder(), file, name);
            out.println(it.id() + ": " + it.added() + " of " + it.facts() + " facts are new here.");
            out.flush();
        }
        return 0;
    }
}
