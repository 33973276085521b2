package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.room.Question.Purpose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that are typed after {@code :}. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * One command, as help shows it.
     *
     * @param usage the name and what follows it
     */
    public record Command(String usage, String words) {

        String name() {
            return usage.split(" ", 2)[0];
        }
    }

    private static final List<Command> FIRST =
            List.of(
                    new Command("ack", "acknowledge the incident"),
                    new Command("note TEXT", "put a note on the timeline"),
                    new Command("filter REGEX", "show only log lines that match, or all"),
                    new Command(
                            "silence PROBE TIME", "hear nothing of a probe for 30m, 2h, or off"),
                    new Command("target NAME", "where steps run that name no target"),
                    new Command("output HOST", "what one of several hosts has printed"),
                    new Command(
                            "maintenance TIME [by NAME] WHAT",
                            "work outside of its windows, alarms silent"),
                    new Command(
                            "timeline WHAT", "show only step, health, a person; relative times"),
                    new Command(
                            "runbooks WORDS", "find a runbook by its title, a symptom, a heading"),
                    new Command("layout NAME", "use another layout of layouts/"),
                    new Command("resolve", "end the incident and write its post-mortem"),
                    new Command("close", "end a checklist"));

    private static final List<Command> LOGS =
            List.of(
                    new Command("hide REGEX", "hide log lines that match as well, or none"),
                    new Command(
                            "at TIME", "to the first log line of 14:05; of the incident: start"),
                    new Command("source NAME", "show the lines of one log only, or of all"),
                    new Command("keep NAME", "give the log filters a name; without any, forget it"),
                    new Command("use NAME…", "the log filters of these names, or none"),
                    new Command("filters", "all log filters, and what each hides"),
                    new Command("sources", "state, rate, lag and drops of each log"),
                    new Command("tail", "what the step prints among the logs, or no more"),
                    new Command("fold", "stack traces on one line, or all of their lines"),
                    new Command("wrap", "break long log lines, or cut them again"),
                    new Command("patterns", "messages of the logs, before the incident and since"));

    private static final List<Command> STEPS =
            List.of(
                    new Command(
                            "env NAME=VALUE", "what carries on to the next step; set, or reset"),
                    new Command("approve", "agree to what somebody else asks to run"));

    private static final List<Command> TOGETHER =
            List.of(
                    new Command(
                            "drive", "start the steps alone; give, keep or - answers or leaves"),
                    new Command("who", "who is here, since when, and what they look at"),
                    new Command("recent MINUTES", "what happened last, who is here, what is due"));

    private static final List<Command> LAST =
            List.of(
                    new Command("help", "show the keys"),
                    new Command("quit", "leave the room; what runs goes on"));

    /** All commands, in the order help shows them. */
    public static final List<Command> COMMANDS =
            Stream.of(FIRST, LOGS, STEPS, TOGETHER, Commanding.COMMANDS, Drafting.COMMANDS, LAST)
                    .flatMap(List::stream)
                    .toList();

    static Next run(Room room, String line) {
        if (line.isEmpty()) {
            return Next.of(room);
        }
        String[] words = line.split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        String name = full(words[0]);
        Optional<Next> command = Commanding.run(room, name, rest);
        if (command.isPresent()) {
            return command.get();
        }
        return switch (name) {
            case "ack" -> Acting.on(room, Action.ACKNOWLEDGE);
            case "note" ->
                    rest.isEmpty() || !room.incident().begun()
                            ? Acting.on(room, Action.NOTE)
                            : Next.of(room, new Effect.Record(new NoteAdded(rest)));
            case "filter" -> filter(room, rest);
            case "hide" -> filterOut(room, rest);
            case "at" -> Seeking.at(room, rest);
            case "maintenance" -> EmergencyMaintenance.ask(room, rest);
            case "source" -> Copying.source(room, rest);
            case "keep" -> LogViews.name(room, rest);
            case "use" -> LogViews.use(room, rest);
            case "filters" -> LogViews.list(room);
            case "sources" -> Sourcing.list(room);
            case "tail" -> Sourcing.listen(room);
            case "fold" -> Copying.fold(room);
            case "wrap" -> Copying.wrap(room);
            case "patterns" -> Novelty.list(room);
            case "timeline" -> Recalling.show(room, rest);
            case "silence" -> Silencing.ask(room, rest);
            case "output" -> FanOut.alone(room, rest);
            case "target" -> Targeting.choose(room, rest);
            case "runbooks" -> Next.of(Acting.finding(room, rest));
            case "message" -> Drafting.command(room, rest);
            case "layout" -> layout(room, rest);
            case "drive" -> Driving.command(room, rest);
            case "who" -> CatchingUp.who(room);
            case "recent" -> CatchingUp.command(room, rest);
            case "approve" -> Approving.approve(room);
            case "env" -> Variables.command(room, rest);
            case "resolve" -> resolve(room);
            case "close" -> close(room);
            case "help" -> Acting.on(room, Action.HELP);
            case "quit" -> Acting.on(room, Action.QUIT);
            default ->
                    Next.of(
                            room.with(
                                    Notice.bad(
                                            "There is no command \""
                                                    + words[0]
                                                    + "\". Commands: "
                                                    + String.join(
                                                            " ",
                                                            COMMANDS.stream()
                                                                    .map(Command::name)
                                                                    .toList()))));
        };
    }

    /**
     * A command may be cut short as long as only one begins so; {@code a} is {@code ack} and {@code
     * q} is {@code quit} whatever else begins so.
     */
    static String full(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return only(FIRST, lower).or(() -> only(COMMANDS, lower)).orElse(lower);
    }

    private static Optional<String> only(List<Command> commands, String beginning) {
        List<String> all = commands.stream().map(Command::name).toList();
        List<String> found = all.stream().filter(it -> it.startsWith(beginning)).toList();
        return found.contains(beginning)
                ? Optional.of(beginning)
                : found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Shows only the log lines that {@code rest} matches; all where it is empty. */
    static Next filter(Room room, String rest) {
        try {
            Optional<LogFilter> filter =
                    rest.isEmpty() ? Optional.empty() : Optional.of(LogFilter.of(rest));
            return filtered(room, room.logs().filters().only(filter));
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }

    /** Hides also the log lines that {@code rest} matches; none any more where it is empty. */
    static Next filterOut(Room room, String rest) {
        LogFilters before = room.logs().filters();
        if (before.out().size() >= LogFilters.MOST_OUT && !rest.isEmpty()) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    LogFilters.MOST_OUT
                                            + " expressions hide lines already: :hide alone shows"
                                            + " all again.")));
        }
        try {
            return filtered(
                    room, rest.isEmpty() ? before.withAll() : before.without(LogFilter.of(rest)));
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }

    private static Next filtered(Room room, LogFilters filters) throws LogFilter.Unusable {
        return Next.of(room.with(room.logs().filtered(filters)));
    }

    private static Next layout(Room room, String name) {
        String[] names = room.screen().layouts().keySet().toArray(String[]::new);
        Arrays.sort(names);
        return room.screen().layouts().containsKey(name)
                ? Next.of(room.with(room.screen().withLayout(name)))
                : Next.of(
                        room.with(
                                Notice.bad(
                                        "There is no layout \""
                                                + name
                                                + "\". Layouts: "
                                                + String.join(" ", names))));
    }

    private static Next resolve(Room room) {
        if (!room.incident().open() || room.incident().severity().isEmpty()) {
            return Next.of(room.with(Notice.plain("There is no open incident to resolve.")));
        }
        if (!room.incident().running().isEmpty()) {
            return Stopping.ask(room);
        }
        return Acting.ask(room, new Purpose.RootCause());
    }

    private static Next close(Room room) {
        boolean checklist = room.incident().open() && room.incident().severity().isEmpty();
        return checklist
                ? Next.of(room, new Effect.Record(new ChecklistClosed()))
                : Next.of(
                        room.with(
                                Notice.plain(
                                        "There is no open checklist to close. An incident ends with"
                                                + " :resolve.")));
    }
}
