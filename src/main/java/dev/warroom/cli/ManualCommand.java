package dev.warroom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Prints the manual page. */
@Command(
        name = "manual",
        description = {
            "Print the manual page in the format of man, made from the commands themselves.",
            "To read it: warroom manual | man -l -"
        },
        mixinStandardHelpOptions = true)
final class ManualCommand implements Callable<Integer> {

    /** Taken as by every command, so that a wrapper can add it to any; nothing is kept here. */
    @Mixin private StateOption state;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ManualPage.of(spec.parent()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
