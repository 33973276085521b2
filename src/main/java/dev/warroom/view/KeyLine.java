package dev.warroom.view;

import dev.warroom.keys.Binding;
import dev.warroom.keys.Bindings;
import dev.warroom.layout.Pane;
import dev.warroom.room.Action;
import dev.warroom.room.Approving;
import dev.warroom.room.Availability;
import dev.warroom.room.Completing;
import dev.warroom.room.Guard;
import dev.warroom.room.Leaving;
import dev.warroom.room.Line;
import dev.warroom.room.Mode;
import dev.warroom.room.Notice;
import dev.warroom.room.Proposal;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Running;
import dev.warroom.room.Spot;
import dev.warroom.room.TargetWords;
import dev.warroom.runbook.Step;
import dev.warroom.text.Sanitiser;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The two lines at the bottom: what was said or is being asked, and which keys make sense now. */
final class KeyLine {

    private static final String TAKEN = "Enter takes it   Esc goes back";

    /** What can be done about a script that has failed in its midst. */
    static final String RESUMED =
            "n on from the next line   a again from here   w the whole step   Esc leaves it";

    /** Cells that a subject keeps where even what can be done about it is too long. */
    private static final int SUBJECT = 12;

    private static final int KEYS_AND_MESSAGE = 2;

    /** What is too long for its line covers a part of the screen: one line of so many. */
    private static final int COVERED = 4;

    private KeyLine() {}

    private static String ways(List<String> ways) {
        return ways.isEmpty() ? "" : "   Tab " + String.join(" ", ways);
    }

    private static String again(Room room, Line typed) {
        return typed.text().isEmpty() && !room.refused().isEmpty() ? "   ↑ what was typed" : "";
    }

    /** What is said, or asked: in the last line but one, and above it where that is too short. */
    static void message(Room room, ZoneId zone, Canvas all) {
        Canvas line = all.part(0, all.rows() - KEYS_AND_MESSAGE, all.columns(), 1);
        line.clear();
        if (room.question().isEmpty()) {
            Notice notice = room.notice();
            Style style =
                    switch (notice.tone()) {
                        case PLAIN -> Style.PLAIN;
                        case GOOD -> Style.GOOD;
                        case BAD -> Style.BAD_BOLD;
                    };
            Optional<Proposal> proposal = Proposal.of(room);
            if (notice.text().isEmpty() && proposal.isPresent()) {
                subject(proposal.get().subject(), proposal.get().rest(), Style.BAD_BOLD, line);
            } else if (notice.text().isEmpty()) {
                AgendaWords.due(room, zone).ifPresent(it -> line.put(1, 0, it, Style.ACCENT));
            } else {
                whole(notice.text(), style, all);
            }
            return;
        }
        switch (room.question().get()) {
            case Question.Text(Question.Purpose purpose, Line typed) ->
                    text(room, purpose, typed, all, line);
            case Question.Stop stop ->
                    whole(
                            "Stop \"" + stop.title() + "\" and all it started?  y yes   n no",
                            Style.BAD_BOLD,
                            all);
            case Question.Approve approve ->
                    whole(
                            "Do you agree that exactly this runs?  y yes   n no",
                            Style.ACCENT_BOLD,
                            all);
            case Question.StopAll stop ->
                    whole(stop.words() + "  y yes   n no", Style.BAD_BOLD, all);
            case Question.Unclaimed unclaimed ->
                    subject(
                            unclaimed.subject(),
                            Question.Unclaimed.ALL_THE_SAME + "  y yes   n no",
                            Style.BAD_BOLD,
                            line);
            case Question.Criterion criterion ->
                    whole(criterion.words() + "?  y yes   n no", Style.ACCENT_BOLD, all);
            case Question.ClockChoice choice ->
                    subject(
                            choice.clock().words(),
                            ", due "
                                    + Times.withUtc(choice.clock().due(), room.now(), zone)
                                    + ": what now? Esc goes back",
                            Style.ACCENT_BOLD,
                            line);
            case Question.Resume resume ->
                    whole(room.secrecy().masked(resume.failure().words()), Style.BAD_BOLD, all);
            case Question.Holds holds ->
                    whole(
                            "Does it hold: " + holds.spot().title() + "?  y yes   n no",
                            Style.ACCENT_BOLD,
                            all);
            case Question.Leave() ->
                    whole(Leaving.words(room) + "  y yes   n no", Style.ACCENT_BOLD, all);
            case Question.Preview preview -> whole(room.notice().text(), Style.PLAIN, all);
            case Question.Reading reading -> whole(room.notice().text(), Style.PLAIN, all);
            case Question.Writing writing -> whole(room.notice().text(), Style.PLAIN, all);
            case Question.Sending sending -> whole(room.notice().text(), Style.PLAIN, all);
        }
    }

    /**
     * In as many lines as it takes, the last of them the message line; what is above is covered.
     */
    private static void whole(String words, Style style, Canvas all) {
        above(words, style, all, all.rows() - KEYS_AND_MESSAGE);
    }

    /** In as many lines as it takes, {@code last} the last of them. */
    private static void above(String words, Style style, Canvas all, int last) {
        List<String> lines = Wrapped.of(words, all.columns() - 1);
        int rows = Math.clamp(all.rows() / COVERED, 1, lines.size());
        for (int i = 0; i < rows; i++) {
            Canvas row = all.part(0, last - rows + 1 + i, all.columns(), 1);
            row.clear();
            boolean cut = i == rows - 1 && rows < lines.size();
            row.put(
                    1,
                    0,
                    cut ? String.join(" ", lines.subList(i, lines.size())) : lines.get(i),
                    style);
        }
    }

    /**
     * What is asked, and behind it what is typed. What has happened meanwhile stands on the
     * timeline, and must not stand in its place; what is wrong stands before it, such as an answer
     * that cannot be taken.
     */
    private static void text(
            Room room, Question.Purpose purpose, Line typed, Canvas all, Canvas line) {
        boolean command = purpose instanceof Question.Purpose.Command;
        boolean wrong = room.notice().tone() == Notice.Tone.BAD;
        String refused = wrong ? room.notice().text() : "";
        String asked = purpose.words() + (command ? "" : ": ");
        String both = refused.isEmpty() ? asked : refused + "  " + asked;
        int half = line.columns() / 2;
        int above = all.rows() - KEYS_AND_MESSAGE - 1;
        String lead = both;
        if (1 + CellWidth.of(both) > half) {
            boolean fits = 1 + CellWidth.of(asked) <= half;
            above(fits ? refused : both, fits ? Style.BAD_BOLD : Style.ACCENT_BOLD, all, above);
            lead = fits ? asked : "> ";
        }
        int at = line.put(1, 0, lead, Style.ACCENT_BOLD);
        typed(line, at, shown(room, purpose, typed));
    }

    /** What can be done is what it is for: where all of it is too long, the subject is cut. */
    private static void subject(String subject, String rest, Style style, Canvas line) {
        int end = Math.max(SUBJECT, line.columns() - CellWidth.of(rest));
        int at = line.put(1, 0, subject, style, end);
        line.put(at, 0, rest, style);
    }

    /** A secret is typed unseen, though not uncounted. */
    private static Line shown(Room room, Question.Purpose purpose, Line typed) {
        return purpose instanceof Question.Purpose.Value value
                        && room.secrecy().named(value.placeholder().name())
                ? typed.hidden()
                : typed;
    }

    /** The end of a long line stays visible, with the cursor in it. */
    static void typed(Canvas line, int at, Line typed) {
        int room = Math.max(1, line.columns() - at - 2);
        String before = Sanitiser.line(typed.text().substring(0, typed.cursor()));
        int from = before.length();
        int cells = 0;
        while (from > 0) {
            int codePoint = before.codePointBefore(from);
            if (cells + CellWidth.of(codePoint) > room) {
                break;
            }
            cells += CellWidth.of(codePoint);
            from -= Character.charCount(codePoint);
        }
        line.put(at, 0, Sanitiser.line(typed.text()).substring(from), Style.PLAIN);
        line.cursorAt(at + cells, 0);
    }

    private static String preview(Room room, Question.Preview preview) {
        if (room.mode() == Mode.READ_ONLY) {
            return "Nothing runs from a read-only room   Esc goes back";
        }
        if (Running.onlyReady(room, preview.step())) {
            return "Enter makes it ready, without running it   Esc goes back";
        }
        boolean several = Guard.whyNot(preview).isPresent();
        boolean approved = Approving.missing(room, preview).isEmpty();
        return (several
                        ? "Only on one host"
                        : approved ? "Enter runs it" : "Enter asks for approval")
                + (preview.step().placeholders().isEmpty()
                        ? ""
                        : approved ? "   1-9 changes a value" : "   1-9 other value")
                + (TargetWords.others(room) ? "   Tab another target" : "")
                + "   Esc goes back";
    }

    static void keys(Room room, Bindings bindings, Canvas line) {
        line.clear();
        if (room.question().isPresent()) {
            String keys =
                    switch (room.question().get()) {
                        case Question.Text(Question.Purpose.Value value, Line text) ->
                                "Enter takes it   ↓ ↑ offered values   Esc goes back";
                        case Question.Text(Question.Purpose.Command command, Line typed) ->
                                Completing.lost(room, typed)
                                        ? "no command begins like that   Esc ? shows them all"
                                        : TAKEN
                                                + again(room, typed)
                                                + ways(Completing.ways(room, typed));
                        case Question.Text text -> TAKEN;
                        case Question.Preview preview -> preview(room, preview);
                        case Question.Writing writing -> MessagePainter.WRITING_KEYS;
                        case Question.Sending sending -> MessagePainter.keys(room, sending);
                        case Question.Reading reading -> "↓ ↑ Space b scroll   Enter Esc close";
                        case Question.Resume resume -> RESUMED;
                        case Question.Holds holds -> "y yes   n no   Esc goes back";
                        case Question.Stop stop -> "y yes   n no";
                        case Question.Approve approve -> "y yes   n no   ↓ ↑ scroll   Esc later";
                        case Question.StopAll all -> "y yes   n no";
                        case Question.Unclaimed unclaimed ->
                                "y start it, and note that nobody could be asked   n leave it";
                        case Question.Leave leave -> "y yes   n no";
                        case Question.Criterion criterion -> "y yes   n no   Esc later";
                        case Question.ClockChoice choice ->
                                Proposal.Act.offered(room).stream()
                                        .map(it -> it.key() + " " + it.brief())
                                        .collect(Collectors.joining("   "));
                    };
            line.put(1, 0, keys, Style.MUTED);
            return;
        }
        if (room.typing()) {
            CatalogPainter.keys(room, line);
            return;
        }
        int at = 1;
        for (Binding binding : bindings.all()) {
            boolean shown =
                    !binding.brief().isEmpty()
                            && Availability.whyNot(room, binding.action()).isEmpty();
            if (!shown || binding.action() == Action.HELP) {
                continue;
            }
            String label = binding.keys().get(0).label();
            String words =
                    switch (binding.action()) {
                        case RUN -> enter(room);
                        case DONE -> done(room);
                        default -> binding.brief();
                    };
            if (at + CellWidth.of(label) + CellWidth.of(words) + 12 > line.columns()) {
                break;
            }
            at = line.put(at, 0, label, Style.ACCENT_BOLD);
            at = line.put(at + 1, 0, words, Style.PLAIN) + 3;
        }
        at = line.put(at, 0, "?", Style.ACCENT_BOLD);
        line.put(at + 1, 0, "help", Style.PLAIN);
    }

    private static String enter(Room room) {
        if (room.screen().focus() == Pane.HEALTH) {
            return "look closer";
        }
        if (room.screen().focus() == Pane.LOGS) {
            return "show it all";
        }
        if (room.screen().focus() == Pane.TIMELINE) {
            return "go there";
        }
        if (room.choosing()) {
            return "open";
        }
        return switch (room.checklist().spot().orElseThrow()) {
            case Spot.OfStep it when it.step().kind() != Step.Kind.MANUAL ->
                    Running.onlyReady(room, it.step())
                            ? "make ready"
                            : room.mode().runs() ? "show and run" : "show";
            case Spot.OfStep it -> it.isLong() ? "read" : "follow the link";
            case Spot.OfExpectation it -> "answer";
            case Spot.OfLink it -> "follow";
            case Spot.OfNext it -> "read on";
            case Spot.OfWords it -> "read";
        };
    }

    private static String done(Room room) {
        return room.checklist().spot().orElseThrow() instanceof Spot.OfExpectation
                ? "it holds"
                : "done";
    }
}
