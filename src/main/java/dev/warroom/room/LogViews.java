package dev.warroom.room;

import dev.warroom.layout.Pane;

import org.pcollections.PMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Filters with names, and how the logs were looked at in the sitting before. */
final class LogViews {

    /** More filters do not get a name. */
    static final int MOST_NAMED = 50;

    private LogViews() {}

    /** Asks for what has changed to be kept. */
    static Next kept(Room before, Next next) {
        if (before.logs() == next.room().logs()) {
            return next;
        }
        LogView view = LogView.of(next.room().logs());
        return view.equals(LogView.of(before.logs()))
                ? next
                : next.and(List.of(new Effect.KeepLogView(view)));
    }

    /** What was kept is in force again; its place waits for the log that it is in. */
    static Next restored(Room room, LogView view) {
        Logs logs = room.logs();
        LogLook look = logs.look().wrapped(view.wrapped()).folded(view.folded());
        List<String> lost = new ArrayList<>();
        for (var each : view.named().entrySet()) {
            try {
                look = look.named(each.getKey(), each.getValue().read());
            } catch (LogFilter.Unusable e) {
                lost.add(each.getKey());
            }
        }
        Logs next = logs.with(look.wanting(view.place()));
        try {
            next = next.filtered(view.filters().read());
        } catch (LogFilter.Unusable e) {
            lost.add("the one in force");
        }
        Room restored = room.with(next);
        return Next.of(
                lost.isEmpty()
                        ? restored
                        : restored.with(
                                Notice.bad(
                                        "Filters that cannot be used any more: "
                                                + String.join(", ", lost))));
    }

    /** The log of the place that was looked at is read now: back to it. */
    static Next place(Room room, LogSource source) {
        Logs logs = room.logs();
        Optional<LogPlace> wanted =
                logs.look()
                        .wanted()
                        .filter(it -> source.state() == LogSource.State.FOLLOWING)
                        .filter(it -> it.source().equals(source.lines()));
        return wanted.isEmpty() || !logs.following()
                ? Next.of(room)
                : LookingBack.to(
                        room.with(logs.with(logs.look().wanting(Optional.empty()))), wanted.get());
    }

    /** Gives the filters in force a name; without filters the name is forgotten. */
    static Next name(Room room, String name) {
        LogFilters filters = room.logs().filters();
        LogLook look = room.logs().look();
        if (name.isEmpty() || name.contains(" ")) {
            return Next.of(room.with(Notice.bad("Write one word: :keep NAME.")));
        }
        if (filters.none()) {
            String words =
                    look.named().containsKey(name)
                            ? "\"" + name + "\" is forgotten."
                            : "No filter is in force that could be called \"" + name + "\".";
            return Next.of(
                    room.with(room.logs().with(look.unnamed(name))).with(Notice.plain(words)));
        }
        if (look.named().size() >= MOST_NAMED && !look.named().containsKey(name)) {
            String words =
                    MOST_NAMED + " filters have names: without a filter, :keep NAME forgets one.";
            return Next.of(room.with(Notice.bad(words)));
        }
        String words = filters.words() + " is called \"" + name + "\": :use " + name;
        return Next.of(
                room.with(room.logs().with(look.named(name, filters))).with(Notice.plain(words)));
    }

    /**
     * Puts filters in force by their names: a line must fit one that shows, and none that hides.
     */
    static Next use(Room room, String names) {
        PMap<String, LogFilters> named = room.logs().look().named();
        if (names.isEmpty()) {
            return filtered(room, LogFilters.NONE);
        }
        List<LogFilters> all = new ArrayList<>();
        for (String name : names.split("\\s+")) {
            if (!named.containsKey(name)) {
                String known =
                        named.isEmpty() ? ":keep NAME gives one" : String.join(" ", named.keySet());
                String words = "No filter is called \"" + name + "\". Names: " + known;
                return Next.of(room.with(Notice.bad(words)));
            }
            all.add(named.get(name));
        }
        try {
            return filtered(room, LogFilters.together(all));
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }

    private static Next filtered(Room room, LogFilters filters) {
        try {
            Room next = room.with(room.logs().filtered(filters));
            return Next.of(next.with(next.screen().focused(Pane.LOGS)));
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }

    /** All filters, with how many of the lines held each of them hides. */
    static Next list(Room room) {
        Logs logs = room.logs();
        List<Notice> lines = new ArrayList<>();
        try {
            LogFilters now = logs.filters();
            if (now.none()) {
                lines.add(Notice.plain("No filter is in force: all lines are shown."));
            } else {
                lines.add(row(logs.hidden(), "in force: " + now.words()));
                if (now.source().isPresent()) {
                    LogFilters alone = LogFilters.NONE.of(now.source());
                    lines.add(row(hidden(logs, alone), "  " + alone.words()));
                }
                if (now.in().isPresent()) {
                    LogFilters alone = LogFilters.NONE.only(now.in());
                    lines.add(row(hidden(logs, alone), "  " + alone.words()));
                }
                for (LogFilter each : now.out()) {
                    LogFilters alone = LogFilters.NONE.without(each);
                    lines.add(row(hidden(logs, alone), "  " + alone.words()));
                }
            }
            for (String name : logs.look().named().keySet().stream().sorted().toList()) {
                LogFilters each = logs.look().named().get(name);
                lines.add(row(hidden(logs, each), name + ": " + each.words()));
            }
        } catch (LogFilter.Unusable e) {
            lines.add(Notice.bad(e.getMessage()));
        }
        String title = String.format(Locale.ROOT, "Filters, over %,d lines", logs.kept().size());
        return Next.of(room.asking(new Question.Reading(title, lines, 0)));
    }

    private static int hidden(Logs logs, LogFilters filters) throws LogFilter.Unusable {
        int hidden = 0;
        LogFilter.Patience patience = new LogFilter.Patience(logs.kept().size());
        for (LogLine line : logs.kept().all()) {
            hidden += filters.lets(line, patience) ? 0 : 1;
        }
        return hidden;
    }

    private static Notice row(int hidden, String words) {
        return Notice.plain(String.format(Locale.ROOT, "hides %,7d  %s", hidden, words));
    }
}
