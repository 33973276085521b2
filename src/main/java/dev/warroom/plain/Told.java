package dev.warroom.plain;

import dev.warroom.incident.Batch;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Retelling;
import dev.warroom.room.FanOut;
import dev.warroom.room.FarOutput;
import dev.warroom.room.LineBuffer;
import dev.warroom.room.Notice;
import dev.warroom.room.Outputs;
import dev.warroom.room.Room;
import dev.warroom.room.RunTitle;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What has changed from one room to the next, a line each. */
public final class Told {

    /** More lines of output at once are counted instead of told; the file has them all. */
    static final int MOST_LINES = 500;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Told() {}

    /**
     * @param zone in which times of day are told
     */
    public static List<String> news(Room before, Room after, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        output(before, after, lines);
        lost(before, after, zone, lines);
        facts(before, after, zone, lines);
        Notice notice = after.notice();
        if (!notice.equals(before.notice()) && !notice.text().isEmpty()) {
            lines.add((notice.tone() == Notice.Tone.BAD ? "! " : "* ") + notice.text());
        }
        return lines;
    }

    private static void lost(Room before, Room after, ZoneId zone, List<String> lines) {
        after.lost()
                .byRun()
                .forEach(
                        (run, it) -> {
                            if (before.lost().of(run).isEmpty()) {
                                lines.add(
                                        "! "
                                                + RunTitle.of(after, run)
                                                + ": "
                                                + it.words(zone)
                                                + ". It is asked again until it answers.");
                            }
                        });
        before.lost()
                .byRun()
                .forEach(
                        (run, it) -> {
                            if (after.lost().of(run).isEmpty()) {
                                lines.add("* " + RunTitle.of(after, run) + ": it answers again");
                            }
                        });
    }

    /** What was there when the incident was opened is not news. */
    private static void facts(Room before, Room after, ZoneId zone, List<String> lines) {
        List<Fact> all = after.incident().facts();
        Retelling told = Retelling.of(all);
        if (!before.incident().id().equals(after.incident().id())) {
            return;
        }
        for (Fact fact :
                all.subList(Math.min(before.incident().facts().size(), all.size()), all.size())) {
            Optional<String> together = told.words(fact);
            if (!told.tells(fact) || told.goesOn(fact)) {
                continue;
            }
            lines.add(
                    CLOCK.format(fact.at().atZone(zone))
                            + " "
                            + fact.who()
                            + ": "
                            + together.orElseGet(() -> FactWords.words(fact, all)));
        }
    }

    private static void output(Room before, Room after, List<String> lines) {
        Optional<String> shown = after.screen().output();
        boolean same = before.screen().output().equals(shown);
        Optional<Batch> batch = shown.flatMap(it -> FanOut.batch(after, it));
        if (batch.isPresent()) {
            batch.get()
                    .attempts()
                    .forEach(
                            it ->
                                    output(
                                            before,
                                            after,
                                            it.run(),
                                            same,
                                            "| " + it.target() + ": ",
                                            lines));
        } else if (shown.isPresent()) {
            output(before, after, shown.get(), same, "| ", lines);
        }
    }

    private static void output(
            Room before, Room after, String run, boolean same, String head, List<String> lines) {
        Optional<Outputs.Output> now = after.outputs().of(run);
        if (now.isEmpty()) {
            return;
        }
        Optional<Outputs.Output> earlier = before.outputs().of(run);
        String trouble = now.get().far().map(FarOutput::trouble).orElse("");
        if (!trouble.isEmpty()
                && !trouble.equals(
                        earlier.flatMap(Outputs.Output::far).map(FarOutput::trouble).orElse(""))) {
            lines.add("! " + RunTitle.of(after, run) + ": " + trouble + ". output asks again.");
        }
        Optional<Outputs.Output> then = same ? before.outputs().of(run) : Optional.empty();
        LineBuffer<String> buffer = now.get().lines();
        long seen = then.map(it -> it.lines().gone() + it.lines().size()).orElse(0L);
        long dropped = now.get().dropped() - then.map(Outputs.Output::dropped).orElse(0L);
        long fresh = buffer.gone() + buffer.size() - seen;
        int shown = (int) Math.min(Math.min(fresh, buffer.size()), MOST_LINES);
        long untold = fresh - shown + dropped;
        if (untold > 0) {
            lines.add(
                    head + "… " + untold + " lines of output are not shown; the file has them all");
        }
        buffer.window(0, shown).forEach(it -> lines.add(head + it));
    }
}
