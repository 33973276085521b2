package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.Outcome;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Steps that want a terminal: they ask for a password, or draw on the screen. */
public final class Interactive {

    /** What programs say that find none; the last lines of an output are looked through for it. */
    private static final Pattern WANTED =
            Pattern.compile(
                    String.join(
                            "|",
                            "not a (?:tty|terminal)",
                            "no tty",
                            "non[ -]tty",
                            "failed tty get",
                            "a terminal is required",
                            "needs? (?:a )?(?:terminal|tty)",
                            "must be run from a terminal",
                            "(?:TERM|terminal) (?:environment variable |type )?(?:not set|unknown)",
                            "inappropriate ioctl for device",
                            "tcgetattr",
                            "cannot open /dev/tty",
                            "/dev/tty: No such device",
                            "Error opening terminal",
                            "a password is required",
                            "no password supplied",
                            "asking for approval",
                            // What they ask, and then hear no answer.
                            "\\[y(?:es)?/no?\\]",
                            "\\(y(?:es)?/no?\\)",
                            "^(?:enter|new|current|old)\\b[^:]{0,80}:\\s*$",
                            "^(?:[\\w']+ ){0,3}pass(?:word|phrase)[^:]{0,60}:"
                                    + "(?:\\s*$| password change has)"),
                    Pattern.CASE_INSENSITIVE);

    /** What finds nobody to ask says nothing. */
    private static final Pattern ASKS = Pattern.compile("\\s*read(?:\\s[^<]*)?");

    /** Of the end of an output. */
    public static final int LINES = 20;

    /** A split of the window is one host's. */
    static final String ONE_HOST =
            "A terminal of its own is for one host at a time: take one of the group by Tab, or"
                    + " where the step names no target by :target HOST.";

    private Interactive() {}

    /**
     * Shows what would run in a terminal of its own; asks for values first where some are missing.
     */
    static Next ask(Room room, Step step) {
        Next shown = Running.ask(room, step);
        if (!(shown.room().question().orElse(null) instanceof Question.Preview preview)) {
            return shown;
        }
        return preview.aim().several()
                ? Next.of(room.with(Notice.bad(ONE_HOST)))
                : Next.of(
                        shown.room()
                                .asking(Question.Preview.of(step, preview.launch().inTerminal())));
    }

    /** That it was interactive is written down behind its start. */
    static Next noted(Next started, Step step, Launch launch) {
        return launch.interactive()
                ? started.and(
                        List.of(
                                new Effect.Record(
                                        new StepNoted(
                                                step.id(),
                                                step.title(),
                                                "interactive: whoever ran it had its terminal"))))
                : started;
    }

    /** A step that wanted a terminal and had none says so. */
    static Room afterRun(Room room, StepFinished finished) {
        boolean wanted =
                finished.outcome() == Outcome.FAILED
                        && (said(room, finished.run()) || asked(room, finished.run()));
        return wanted
                ? room.with(
                        Notice.bad(
                                RunTitle.of(room, finished.run())
                                        + " wanted a terminal and had none: i runs it in one."))
                : room;
    }

    /**
     * Whether a run has failed where it wanted a terminal.
     *
     * @param line of the script whose command failed and ended it; empty where none did
     * @param said the last lines that it has printed
     */
    public static boolean wanted(Step step, OptionalInt line, List<String> said) {
        return said(said) || line.isPresent() && asks(Resuming.command(step, line.getAsInt()));
    }

    private static boolean said(Room room, String run) {
        return said(
                room.outputs().of(run).map(it -> it.lines().window(0, LINES)).orElse(List.of()));
    }

    private static boolean said(List<String> last) {
        return last.stream().anyMatch(it -> WANTED.matcher(it).find());
    }

    private static boolean asks(List<String> command) {
        return ASKS.matcher(String.join("\n", command)).matches();
    }

    private static boolean asked(Room room, String run) {
        String id = room.incident().runs().getOrDefault(run, "");
        return room.checklist().steps().stream()
                .filter(it -> it.id().equals(id))
                .flatMap(step -> Resuming.of(room, step).stream())
                .filter(it -> it.run().equals(run))
                .anyMatch(it -> asks(it.command()));
    }
}
