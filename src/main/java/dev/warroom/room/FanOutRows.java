package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.Outcome;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A step on several hosts as rows: what ended well first, what needs somebody last; hosts that
 * ended alike and printed the same are one.
 */
public final class FanOutRows {

    /** From so many hosts on a line above all others counts how they ended. */
    static final int COUNTED_FROM = 10;

    /** Different outputs that are shown of hosts that ended alike. */
    static final int MOST_KINDS = 20;

    private static final int MOST_NAMES = 12;
    private static final int MOST_FOUND = 100;
    private static final int LINES_OF_PASSED = 10;

    /** Of what fits into a pane of a terminal of 80. */
    private static final int COLUMNS = 76;

    private FanOutRows() {}

    /** How a row is meant. */
    public enum Tone {
        PASSED("✓ "),
        RUNNING("● "),
        UNKNOWN("? "),
        FAILED("✗ "),
        OUTPUT("· ");

        private final String mark;

        Tone(String mark) {
            this.mark = mark;
        }

        static Tone of(Optional<Outcome> outcome) {
            return outcome.map(
                            it ->
                                    switch (it) {
                                        case PASSED -> PASSED;
                                        case FAILED -> FAILED;
                                        case STOPPED, UNKNOWN -> UNKNOWN;
                                    })
                    .orElse(RUNNING);
        }
    }

    /** One line. */
    public record Row(String text, Tone tone) {}

    /**
     * @param print of what they printed; empty where it is not known here
     */
    private record Alike(Ending ending, String detail, Optional<OutputPrint> print) {}

    /**
     * How hosts stand.
     *
     * @param words such as {@code exit 0}
     */
    private record Ending(Optional<Outcome> outcome, String words) implements Comparable<Ending> {

        static Ending of(Room room, Attempt attempt) {
            return new Ending(
                    attempt.outcome(),
                    attempt.exit().isPresent()
                            ? "exit " + attempt.exit().getAsInt()
                            : attempt.running()
                                    ? room.launches().connecting(attempt.run())
                                            ? "connecting"
                                            : "running"
                                    : attempt.outcome().equals(Optional.of(Outcome.FAILED))
                                            ? "could not run"
                                            : "no exit code");
        }

        private int place() {
            return outcome.map(
                            it ->
                                    switch (it) {
                                        case PASSED -> 0;
                                        case STOPPED -> 2;
                                        case UNKNOWN -> 3;
                                        case FAILED -> 4;
                                    })
                    .orElse(1);
        }

        @Override
        public int compareTo(Ending other) {
            return Comparator.comparingInt(Ending::place)
                    .thenComparing(Ending::words)
                    .compare(this, other);
        }
    }

    /** One line that says how many hosts stand how; empty for few hosts. */
    public static List<Row> counts(Room room, Batch batch) {
        if (batch.hosts() < COUNTED_FROM) {
            return List.of();
        }
        Map<Ending, Integer> counts = new LinkedHashMap<>();
        for (Attempt attempt : batch.attempts()) {
            counts.merge(Ending.of(room, attempt), 1, Integer::sum);
        }
        List<String> parts =
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                it ->
                                        Tone.of(it.getKey().outcome()).mark
                                                + it.getValue()
                                                + " "
                                                + it.getKey().words())
                        .collect(Collectors.toCollection(ArrayList::new));
        int rest = batch.hosts() - batch.attempts().size();
        if (rest > 0) {
            boolean waits = !waiting(room, batch).isEmpty();
            parts.add(waits ? "· " + rest + " wait" : "– " + rest + " not begun");
        }
        return List.of(new Row(String.join("   ", parts), Tone.OUTPUT));
    }

    /**
     * @param zone in which times of day are told
     */
    public static List<Row> of(Room room, Batch batch, ZoneId zone) {
        Optional<String> sought = FanOut.sought(room, batch.id());
        List<Row> rows = new ArrayList<>();
        if (sought.isPresent()) {
            found(room, batch, sought.get(), zone, rows);
        } else {
            all(room, batch, zone, rows);
        }
        return rows;
    }

    private static void all(Room room, Batch batch, ZoneId zone, List<Row> rows) {
        Map<Alike, List<Attempt>> alike = alike(room, batch.attempts(), zone);
        Map<Ending, List<Alike>> kinds = new LinkedHashMap<>();
        alike.keySet().stream()
                .sorted(
                        Comparator.comparing(Alike::ending)
                                .thenComparing(it -> alike.get(it).size()))
                .forEach(it -> kinds.computeIfAbsent(it.ending(), _ -> new ArrayList<>()).add(it));
        kinds.forEach(
                (ending, its) -> {
                    int more = Math.max(0, its.size() - MOST_KINDS);
                    if (more > 0) {
                        others(ending, its.subList(0, more), alike, rows);
                    }
                    its.subList(more, its.size())
                            .forEach(it -> rows(room, it, alike.get(it), rows));
                });
        List<String> waiting = waiting(room, batch);
        if (!waiting.isEmpty()) {
            rows.add(new Row("· " + names(waiting) + " wait", Tone.OUTPUT));
        } else if (batch.hosts() > batch.attempts().size()) {
            int rest = batch.hosts() - batch.attempts().size();
            rows.add(new Row("– " + rest + " of its hosts were not begun", Tone.UNKNOWN));
        }
    }

    /** Those of which few have the same: too many to show them all. */
    private static void others(
            Ending ending, List<Alike> kinds, Map<Alike, List<Attempt>> alike, List<Row> rows) {
        List<String> hosts =
                kinds.stream().flatMap(it -> alike.get(it).stream()).map(Attempt::target).toList();
        head(
                Tone.of(ending.outcome()),
                names(hosts)
                        + "  "
                        + ending.words()
                        + ", in "
                        + kinds.size()
                        + " other ways: / finds one",
                rows);
    }

    /** Each host whose name holds what is typed, by itself. */
    private static void found(Room room, Batch batch, String sought, ZoneId zone, List<Row> rows) {
        List<Attempt> found =
                batch.attempts().stream().filter(it -> named(it.target(), sought)).toList();
        List<String> waiting =
                waiting(room, batch).stream().filter(it -> named(it, sought)).toList();
        int hosts = found.size() + waiting.size();
        rows.add(
                new Row(
                        hosts
                                + " of "
                                + batch.hosts()
                                + (hosts == 1 ? " hosts has" : " hosts have")
                                + " this in the name"
                                + (found.isEmpty()
                                        ? ""
                                        : "; Enter opens the output of "
                                                + FanOut.found(batch, sought)
                                                        .map(Attempt::target)
                                                        .orElse("")),
                        Tone.OUTPUT));
        for (Attempt attempt : found.subList(0, Math.min(MOST_FOUND, found.size()))) {
            rows(room, alike(room, attempt, zone), List.of(attempt), rows);
        }
        for (String each : waiting.subList(0, Math.min(MOST_FOUND, waiting.size()))) {
            rows.add(new Row("· " + each + "  waits", Tone.OUTPUT));
        }
    }

    /** Whether a host's name holds what somebody types to find it. */
    static boolean named(String host, String sought) {
        return host.toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT));
    }

    private static List<String> waiting(Room room, Batch batch) {
        Wave wave = room.launches().waves().get(batch.id());
        return wave == null
                ? List.of()
                : wave.waiting().stream().map(it -> it.target().name()).toList();
    }

    private static Map<Alike, List<Attempt>> alike(Room room, List<Attempt> attempts, ZoneId zone) {
        Map<Alike, List<Attempt>> alike = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            alike.computeIfAbsent(alike(room, attempt, zone), _ -> new ArrayList<>()).add(attempt);
        }
        return alike;
    }

    private static Alike alike(Room room, Attempt attempt, ZoneId zone) {
        Ending ending = Ending.of(room, attempt);
        Optional<LostRuns.Lost> lost = room.lost().of(attempt.run());
        Optional<Outputs.Output> output = room.outputs().of(attempt.run());
        String far =
                output.flatMap(Outputs.Output::far)
                        .map(FarOutput::trouble)
                        .filter(it -> !it.isEmpty())
                        .map(it -> " (" + it + ")")
                        .orElse("");
        String detail =
                lost.map(it -> it.words(zone)).orElse(ending.words())
                        + (attempt.detail().isEmpty() ? "" : ": " + detail(attempt))
                        + far;
        Optional<OutputPrint> print =
                attempt.neverRan()
                        ? Optional.of(OutputPrint.NOTHING)
                        : output.map(Outputs.Output::print);
        return new Alike(ending, detail, print);
    }

    /** What only tells the name of the host again is the same for all of them. */
    private static String detail(Attempt attempt) {
        String host = attempt.where().host();
        String why = attempt.detail();
        return !why.contains(host) || host.isEmpty()
                ? why
                : why.replaceAll("(?<![\\w.-])" + Pattern.quote(host) + "(?![\\w-])", "HOST");
    }

    private static void rows(Room room, Alike alike, List<Attempt> attempts, List<Row> rows) {
        Tone tone = Tone.of(alike.ending().outcome());
        List<String> names = attempts.stream().map(Attempt::target).toList();
        String masked = detail(attempts.getFirst());
        String detail =
                attempts.size() > 1 || masked.isEmpty()
                        ? alike.detail()
                        // What to do about it can then be typed as it stands.
                        : alike.detail().replace(masked, attempts.getFirst().detail());
        head(tone, names(names) + "  " + detail, rows);
        int most = tone == Tone.PASSED ? LINES_OF_PASSED : Outputs.MOST_OF_HOST;
        if (alike.print().isEmpty()) {
            rows.add(
                    new Row(
                            "    (what it printed is in its file: :output "
                                    + names.getFirst()
                                    + ")",
                            Tone.OUTPUT));
            return;
        }
        Outputs.Output output = anyOf(room, attempts);
        int shown = Math.min(most, output.lines().size());
        long hidden = output.lines().size() - shown + output.lines().gone() + output.dropped();
        if (hidden > 0) {
            rows.add(
                    new Row(
                            "    ("
                                    + hidden
                                    + " lines before these: :output "
                                    + names.getFirst()
                                    + ")",
                            Tone.OUTPUT));
        }
        output.lines().window(0, shown).forEach(it -> rows.add(new Row("    " + it, Tone.OUTPUT)));
    }

    /** Why a host could not run may be long, and nothing else says it: it goes on below. */
    private static void head(Tone tone, String words, List<Row> rows) {
        StringBuilder row = new StringBuilder(tone.mark);
        boolean begun = false;
        for (String word : words.split("(?<=\\S) (?=\\S)")) {
            if (begun && row.length() + 1 + word.length() > COLUMNS) {
                rows.add(new Row(row.toString(), tone));
                row = new StringBuilder("    ");
                begun = false;
            }
            row.append(begun ? " " : "").append(word);
            begun = true;
        }
        rows.add(new Row(row.toString(), tone));
    }

    /** They are the same; of some, all lines may have been let go. */
    private static Outputs.Output anyOf(Room room, List<Attempt> attempts) {
        Outputs.Output any = Outputs.Output.EMPTY;
        for (Attempt attempt : attempts) {
            any = room.outputs().of(attempt.run()).orElse(any);
            if (any.lines().size() > 0 || any.print().equals(OutputPrint.NOTHING)) {
                return any;
            }
        }
        return any;
    }

    /** "app-1 app-2", or "40 hosts: app-1 app-2 …". */
    private static String names(List<String> names) {
        List<String> shown = names.subList(0, Math.min(MOST_NAMES, names.size()));
        String all = String.join(" ", shown) + (shown.size() < names.size() ? " …" : "");
        return names.size() == 1 ? all : names.size() + " hosts: " + all;
    }
}
