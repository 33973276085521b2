package dev.warroom.cli;

import dev.warroom.report.Evidence;
import dev.warroom.report.PostMortem;
import dev.warroom.report.PostMortemPage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    /** How it is written. */
    enum Format {
        md,
        html,
        json
    }

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "md, html (one page that needs nothing else) or json (default: md).")
    private Format format = Format.md;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Recorded read = Recorded.read(state.folder(), workspace.folder(), incident);
        Instant now = Instant.now();
        Evidence evidence =
                new Evidence(
                        read.library(),
                        OutputDigests.of(state.folder(), read.incident()),
                        CurvesAround.of(state.folder(), read.incident(), read.policy(), now));
        ZoneId zone = ZoneId.systemDefault();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case md ->
                    out.print(
                            PostMortem.markdown(
                                    read.incident(), read.policy(), now, zone, evidence));
            case html ->
                    out.print(
                            PostMortemPage.html(
                                    read.incident(), read.policy(), now, zone, evidence));
            case json -> out.println(PostMortemJson.of(read.incident(), now, evidence));
        }
        out.flush();
        read.damage().ifPresent(it -> spec.commandLine().getErr().println(it));
        return read.damage().isPresent() ? 1 : 0;
    }
}
