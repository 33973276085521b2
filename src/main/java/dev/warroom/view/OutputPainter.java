package dev.warroom.view;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Outcome;
import dev.warroom.room.Aftermath;
import dev.warroom.room.LineBuffer;
import dev.warroom.room.Outputs;
import dev.warroom.room.Resuming;
import dev.warroom.room.Room;
import dev.warroom.room.RunTitle;
import dev.warroom.room.TimeOfDay;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The output of one run. */
final class OutputPainter {

    private OutputPainter() {}

    /** What a person should know of its end: where its script failed, or why it did not run. */
    private static Optional<String> why(Room room, Attempt attempt) {
        Optional<String> failure =
                room.checklist().steps().stream()
                        .filter(it -> it.id().equals(room.incident().runs().get(attempt.run())))
                        .findFirst()
                        .flatMap(it -> Resuming.of(it, attempt))
                        .map(Resuming.Failure::words);
        return failure.or(() -> Optional.of(attempt.detail()).filter(it -> !it.isEmpty()));
    }

    static String title(Room room, String run, ZoneId zone) {
        String name = RunTitle.of(room, run);
        Optional<Attempt> attempt = room.incident().attempt(run);
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
        String took = attempt.took().map(it -> " in " + DurationWords.of(it)).orElse("");
        return FactWords.ending(attempt) + (attempt.exit().isPresent() ? took : "");
    }

    static void paint(Room room, String run, Canvas all, ZoneId zone) {
        Optional<Attempt> attempt = room.incident().attempt(run);
        Canvas inside = attempt.map(it -> withoutWhy(room, it, all)).orElse(all);
        Optional<Outputs.Output> output = room.outputs().of(run);
        if (output.isEmpty() || output.get().lines().size() == 0) {
            String words =
                    output.flatMap(Outputs.Output::far)
                            .map(it -> FarOutputWords.empty(room, run, it, zone))
                            .orElse(
                                    attempt.filter(it -> silent(it)).isPresent()
                                            ? "It has printed nothing."
                                            : attempt.flatMap(it -> connecting(room, it, zone))
                                                    .orElse("No output yet."));
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

    private static Optional<String> connecting(Room room, Attempt attempt, ZoneId zone) {
        return room.launches().connecting(attempt.run())
                ? Optional.of(
                        "Connecting to "
                                + attempt.target()
                                + " since "
                                + TimeOfDay.second(attempt.startedAt(), zone)
                                + ". The step has not begun there.")
                : Optional.empty();
    }

    private static boolean silent(Attempt attempt) {
        return !attempt.running() && attempt.bytes() == 0;
    }

    /** Draws what is to be known of its end at the bottom. */
    private static Canvas withoutWhy(Room room, Attempt attempt, Canvas all) {
        List<String> rows =
                why(room, attempt)
                        .map(it -> Wrapped.of(room.secrecy().masked(it), all.columns()))
                        .orElse(List.of());
        int shown = Math.min(rows.size(), all.rows() / 2);
        Style style =
                attempt.outcome().equals(Optional.of(Outcome.FAILED))
                        ? Style.BAD_BOLD
                        : Style.WARNING;
        for (int row = 0; row < shown; row++) {
            all.put(0, all.rows() - shown + row, rows.get(row), style);
        }
        return all.part(0, 0, all.columns(), all.rows() - shown);
    }
}
