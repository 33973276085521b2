package dev.warroom.cli;

import dev.warroom.policy.Policy;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Mixin;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;

/** Whose figures, and of which time. */
final class FiguresOption {

    @Mixin private PeriodOption period;
    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;

    /**
     * The figures; what could not be read of them is said.
     *
     * @param days how long the time is where no beginning is said
     * @param err where troubles are told
     * @throws Failure if the times or the workspace are wrong
     */
    PeriodFigures read(Instant now, ZoneId zone, int days, PrintWriter err) {
        Policy policy = WorkspaceReader.read(workspace.folder()).policy();
        PeriodFigures read =
                PeriodFigures.read(
                        state.folder(), workspace.folder(), policy, period.period(now, zone, days));
        read.troubles().forEach(err::println);
        return read;
    }
}
