package dev.warroom.cli;

import dev.warroom.report.Evidence;
import dev.warroom.report.PostMortem;
import dev.warroom.report.PostMortemPage;

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
        description = "Print an incident's post-mortem, as far as it is known.",
        mixinStandardHelpOptions = true)
final class PostMortemCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Mixin private FormatOption format;
    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Recorded read = Recorded.read(state.folder(), workspace, incident);
        Instant now = Instant.now();
        Evidence evidence =
                new Evidence(
                        read.library(),
                        OutputDigests.of(state.folder(), read.incident()),
                        CurvesAround.of(state.folder(), read.incident(), read.policy(), now));
        ZoneId zone = ZoneId.systemDefault();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                format.written(
                        () ->
                                PostMortem.markdown(
                                        read.incident(), read.policy(), now, zone, evidence),
                        () ->
                                PostMortemPage.html(
                                        read.incident(), read.policy(), now, zone, evidence),
                        () -> PostMortemJson.of(read.incident(), now, evidence)));
        out.flush();
        read.damage().ifPresent(it -> spec.commandLine().getErr().println(it));
        return read.damage().isPresent() ? 1 : 0;
    }
}
