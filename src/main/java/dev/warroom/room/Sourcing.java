package dev.warroom.room;

import dev.warroom.incident.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where log lines come from: what is known of each source, and steps that become one. */
final class Sourcing {

    private static final int MOST_NAME = 24;

    private Sourcing() {}

    /** All sources, each with its state, its rate, how far behind it is and what was dropped. */
    static Next list(Room room) {
        LogSources sources = room.logs().sources();
        if (sources.size() == 0) {
            return Next.of(room.with(Notice.plain("There are no logs yet.")));
        }
        long now = room.now().toEpochMilli();
        List<Notice> lines = new ArrayList<>();
        lines.add(
                Notice.plain(
                        String.format(
                                Locale.ROOT,
                                "%-9s %9s %9s %9s %8s  %s",
                                "state",
                                "lines/s",
                                "last line",
                                "behind",
                                "dropped",
                                "source")));
        for (LogSource source : sources.values()) {
            lines.add(line(source, Optional.ofNullable(sources.rates().get(source.lines())), now));
        }
        String title = "Log sources";
        return Next.of(room.asking(new Question.Reading(title, lines, 0)));
    }

    private static Notice line(LogSource source, Optional<LogRate> rate, long now) {
        String words =
                String.format(
                        Locale.ROOT,
                        "%-9s %9s %9s %9s %8s  %s",
                        state(source),
                        rate.map(it -> perSecond(it.perSecondAt(now))).orElse("0"),
                        rate.map(it -> ago(now - it.newest())).orElse("-"),
                        rate.map(it -> it.lag() < 0 ? "-" : ago(it.lag())).orElse("-"),
                        rate.map(it -> String.format(Locale.ROOT, "%,d", it.dropped())).orElse("0"),
                        source.name()
                                + (source.lines().isEmpty() ? "" : " (" + source.lines() + ")")
                                + (source.detail().isEmpty() ? "" : ": " + source.detail()));
        return source.state() == LogSource.State.LOST ? Notice.bad(words) : Notice.plain(words);
    }

    private static String state(LogSource source) {
        return switch (source.state()) {
            case FOLLOWING -> "following";
            case LOST -> "LOST";
            case ENDED -> "ended";
        };
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, rate > 0 && rate < 10 ? "%.1f" : "%,.0f", rate);
    }

    private static String ago(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", Math.max(0, millis) / 1000.0)
                : seconds < 120
                        ? seconds + " s"
                        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    /** What the step that is looked at prints comes among the log lines, or does not any more. */
    static Next listen(Room room) {
        Optional<String> shown = room.screen().output().or(() -> Availability.shownByOutput(room));
        List<String> runs =
                shown.map(
                                it ->
                                        FanOut.batch(room, it)
                                                .map(Sourcing::runs)
                                                .orElseGet(() -> List.of(it)))
                        .orElse(List.of());
        if (runs.isEmpty()) {
            String words = "No step is running here: go to one, or look at its output with o.";
            return Next.of(room.with(Notice.plain(words)));
        }
        LogSources sources = room.logs().sources();
        boolean on = !sources.steps().containsKey(runs.getFirst());
        List<Effect> effects = new ArrayList<>();
        String title = "";
        for (String run : runs) {
            title = name(room, run);
            sources = on ? sources.with(run, title) : sources.without(run);
            effects.add(
                    new Effect.ListenToRun(
                            run,
                            title,
                            on,
                            on
                                    ? room.outputs()
                                            .of(run)
                                            .map(it -> it.lines().all())
                                            .orElse(List.of())
                                    : List.of()));
        }
        String words =
                on
                        ? "\"" + title + "\" is among the logs now; :tail again ends that."
                        : "\"" + title + "\" is not among the logs any more.";
        return new Next(room.with(room.logs().with(sources)).with(Notice.plain(words)), effects);
    }

    private static List<String> runs(Batch batch) {
        return batch.attempts().stream().map(it -> it.run()).toList();
    }

    /** Short, and with the host where it is one of several. */
    private static String name(Room room, String run) {
        String title = RunTitle.of(room, run);
        String host = room.incident().where(run).host();
        String brief =
                title.length() <= MOST_NAME ? title : title.substring(0, MOST_NAME - 1) + "…";
        return host.isEmpty() ? brief : host + ":" + brief;
    }
}
