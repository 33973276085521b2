package dev.warroom.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Prints what makes a shell complete the program's commands and options. */
@Command(
        name = "completion",
        description = {
            "Print the completion of commands and options for bash or zsh, made from the commands"
                    + " themselves.",
            "For bash: source <(warroom completion bash), in ~/.bashrc to keep it; for zsh the same"
                    + " with zsh."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell;

    /** Taken as by every command, so that a wrapper can add it to any; nothing is kept here. */
    @Mixin private StateOption state;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + shell + "\" is not known; say bash or zsh.");
        }
        // In zsh the script loads what makes bash completions work there.
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("warroom", spec.parent().commandLine()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
