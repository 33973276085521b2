package dev.warroom.view;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Incident;
import dev.warroom.room.Aftermath;
import dev.warroom.room.LineBuffer;
import dev.warroom.room.Outputs;
import dev.warroom.room.Resuming;
import dev.warroom.room.Room;
import dev.warroom.room.RunTitle;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The output of one run. */
final class OutputPainter {

    private OutputPainter() {}

    /** Where a command of its script ended it. */
    private static Optional<Resuming.Failure> failure(Room room, String run) {
        String id = room.incident().runs().getOrDefault(run, "");
        Optional<Attempt> attempt =
                room.incident().step(id).attempts().stream()
                        .filter(it -> it.run().equals(run))
                        .findFirst();
        return room.checklist().steps().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .flatMap(step -> attempt.flatMap(it -> Resuming.of(step, it)));
    }

    static String title(Room room, String run, ZoneId zone) {
        Incident incident = room.incident();
        String step = incident.runs().getOrDefault(run, "");
        String name = RunTitle.of(room, run);
        Optional<Attempt> attempt =
                incident.step(step).attempts().stream()
                        .filter(it -> it.run().equals(run))
                        .findFirst();
        String held =
                room.outputs().fromEnd() > 0
                        ? " · held, " + room.outputs().fromEnd() + " newer"
                        : "";
        String far =
                room.outputs()
                        .of(run)
                        .flatMap(Outputs.Output::far)
                        .map(it -> " · " + FarOutputWords.title(room, run, it, zone))
                        .orElse("");
        return "Output · "
                + name
                + attempt.map(it -> " · " + state(room, it, zone)).orElse("")
                + attempt.flatMap(it -> Aftermath.words(room, it)).map(it -> " · " + it).orElse("")
                + far
                + held;
    }

    private static String state(Room room, Attempt attempt, ZoneId zone) {
        if (attempt.running()) {
            return Times.running(room, attempt, zone);
        }
        String exit =
                attempt.exit().isPresent() ? "exit " + attempt.exit().getAsInt() : "no exit code";
        return exit + attempt.took().map(it -> " in " + DurationWords.of(it)).orElse("");
    }

    static void paint(Room room, String run, Canvas all, ZoneId zone) {
        Canvas inside = all;
        Optional<Resuming.Failure> failure = failure(room, run);
        if (failure.isPresent() && all.rows() > 2) {
            String words = room.secrecy().masked(failure.get().words());
            all.put(0, all.rows() - 1, words, Style.BAD_BOLD);
            inside = all.part(0, 0, all.columns(), all.rows() - 1);
        }
        Optional<Outputs.Output> output = room.outputs().of(run);
        if (output.isEmpty() || output.get().lines().size() == 0) {
            String words =
                    output.flatMap(Outputs.Output::far)
                            .map(it -> FarOutputWords.empty(room, run, it, zone))
                            .orElse("No output yet.");
            List<String> rows = Wrapped.of(words, Math.max(1, inside.columns() - 1));
            for (int row = 0; row < Math.min(rows.size(), inside.rows()); row++) {
                inside.put(1, row, rows.get(row), Style.MUTED);
            }
            return;
        }
        LineBuffer<String> lines = output.get().lines();
        long gone = lines.gone() + output.get().dropped();
        int fromEnd = room.outputs().fromEnd();
        List<String> rows = new ArrayList<>();
        if (gone > 0 && fromEnd + inside.rows() >= lines.size()) {
            rows.add("(" + gone + " earlier lines are in the run's file only)");
        }
        for (String line : lines.window(fromEnd, inside.rows())) {
            rows.addAll(Wrapped.of(line, inside.columns()));
        }
        boolean top = fromEnd > 0 && fromEnd + inside.rows() >= lines.size();
        int first = top ? 0 : Math.max(0, rows.size() - inside.rows());
        List<String> shown = rows.subList(first, Math.min(rows.size(), first + inside.rows()));
        for (int row = 0; row < shown.size(); row++) {
            inside.put(0, row, shown.get(row), Style.PLAIN);
        }
    }
}
