package dev.warroom.cli;

import dev.warroom.incident.Incident;
import dev.warroom.journal.JournalContent;
import dev.warroom.journal.JournalReader;
import dev.warroom.policy.Policy;
import dev.warroom.report.PostMortem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/** Prints the post-mortem. */
@Command(
        name = "postmortem",
        description = "Print an incident's post-mortem as Markdown, as far as it is known.",
        mixinStandardHelpOptions = true)
final class PostMortemCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        JournalContent content = JournalReader.read(LogCommand.existing(state.folder(), incident));
        Policy policy = WorkspacePolicy.of(workspace.folder());
        PrintWriter out = spec.commandLine().getOut();
        String markdown =
                PostMortem.markdown(
                        Incident.replay(incident, content.facts()),
                        policy,
                        Instant.now(),
                        ZoneId.systemDefault());
        out.print(policy.secrets().masking().masked(markdown));
        out.flush();
        content.damage().ifPresent(it -> spec.commandLine().getErr().println(it));
        return content.damage().isPresent() ? 1 : 0;
    }
}
