package dev.warroom.room;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.Title;
import dev.warroom.room.Question.Purpose;
import dev.warroom.runbook.Runbook;

import java.util.List;
import java.util.Optional;

/** What a key does while a question is open. */
final class Answering {

    private Answering() {}

    static Next typed(Room room, Key key) {
        if (room.question().isEmpty() && room.typing()) {
            return Finding.typed(room.with(Notice.NONE), key);
        }
        if (room.question().isEmpty()) {
            return Next.of(
                    room.with(
                            Notice.plain(key.label() + " has no meaning here. ? shows the keys.")));
        }
        if (room.question().get() instanceof Question.Unclaimed(var unclaimed)) {
            return unclaimed(room, unclaimed, key);
        }
        if (key.kind() == Key.Kind.ESCAPE || key.equals(Key.control('c'))) {
            return Drafting.left(room);
        }
        return switch (room.question().get()) {
            case Question.Text(Purpose.Value asked, Line line) when Filling.moves(key) ->
                    Next.of(Filling.moved(room, asked, line, key));
            case Question.Text(Purpose purpose, Line line)
                    when key.kind() == Key.Kind.TAB && purpose instanceof Purpose.Command ->
                    Completing.complete(room, line);
            case Question.Text(Purpose purpose, Line line)
                    when key.kind() == Key.Kind.UP
                            && purpose instanceof Purpose.Command
                            && line.text().isEmpty() ->
                    Next.of(room.asking(new Question.Text(purpose, Line.of(room.refused()))));
            case Question.Text(Purpose purpose, Line line) ->
                    key.kind() == Key.Kind.ENTER
                            ? answered(room, purpose, line.text())
                            : Next.of(room.asking(new Question.Text(purpose, line.typed(key))));
            case Question.Preview preview -> preview(room, preview, key);
            case Question.Reading reading -> reading(room, reading, key);
            case Question.Writing writing -> Drafting.typed(room, writing, key);
            case Question.Sending sending -> Drafting.typed(room, sending, key);
            case Question.Resume resume -> Resuming.answer(room, resume, key);
            case Question.Holds holds -> Expecting.answer(room, holds, key);
            case Question.Stop stop ->
                    yes(key) ? Stopping.one(room.unasked(), stop) : no(room, key);
            case Question.Approve approve -> approve(room, approve, key);
            case Question.StopAll all -> yes(key) ? Stopping.all(room) : no(room, key);
            case Question.Unclaimed(var unclaimed) -> unclaimed(room, unclaimed, key);
            case Question.Criterion(String words) -> criterion(room, words, key);
            case Question.ClockChoice(Clocks.Clock clock) -> clock(room, clock, key);
            case Question.Leave() ->
                    yes(key) ? Next.of(room.unasked(), new Effect.Quit()) : no(room, key);
        };
    }

    private static Next unclaimed(Room room, Together.Unclaimed unclaimed, Key key) {
        if (yes(key)) {
            return Claiming.start(room, unclaimed);
        }
        boolean no = key.equals(Key.character('n')) || key.equals(Key.character('N'));
        return no || key.kind() == Key.Kind.ESCAPE
                ? Claiming.giveUp(room, unclaimed)
                : Next.of(room);
    }

    private static Next preview(Room room, Question.Preview preview, Key key) {
        return switch (key.kind()) {
            case ENTER -> Running.go(room, preview);
            case UP -> Next.of(room.asking(preview.scrolled(-1)));
            case DOWN -> Next.of(room.asking(preview.scrolled(1)));
            case PAGE_UP -> Next.of(room.asking(preview.scrolled(-Moving.page(room))));
            case PAGE_DOWN -> Next.of(room.asking(preview.scrolled(Moving.page(room))));
            case TAB -> Targeting.next(room, preview.step());
            case CHARACTER ->
                    key.codePoint() == 'f'
                            ? Targeting.failedOnly(room, preview)
                            : Filling.change(room, preview.step(), key.codePoint() - '0');
            default -> Next.of(room);
        };
    }

    private static Next approve(Room room, Question.Approve approve, Key key) {
        return switch (key.kind()) {
            case UP -> Next.of(room.asking(approve.scrolled(-1)));
            case DOWN -> Next.of(room.asking(approve.scrolled(1)));
            case PAGE_UP -> Next.of(room.asking(approve.scrolled(-Moving.page(room))));
            case PAGE_DOWN -> Next.of(room.asking(approve.scrolled(Moving.page(room))));
            default -> yes(key) ? Approving.agreed(room, approve) : no(room, key);
        };
    }

    private static Next reading(Room room, Question.Reading reading, Key key) {
        int page = Moving.page(room);
        return switch (key.kind()) {
            case ENTER -> Next.of(room.unasked());
            case UP -> Next.of(room.asking(reading.scrolled(-1)));
            case DOWN -> Next.of(room.asking(reading.scrolled(1)));
            case PAGE_UP -> Next.of(room.asking(reading.scrolled(-page)));
            case PAGE_DOWN -> Next.of(room.asking(reading.scrolled(page)));
            case CHARACTER ->
                    switch (key.codePoint()) {
                        case 'q' -> Next.of(room.unasked());
                        case 'k' -> Next.of(room.asking(reading.scrolled(-1)));
                        case 'j' -> Next.of(room.asking(reading.scrolled(1)));
                        case 'b' -> Next.of(room.asking(reading.scrolled(-page)));
                        case ' ' -> Next.of(room.asking(reading.scrolled(page)));
                        default -> Next.of(room);
                    };
            default -> Next.of(room);
        };
    }

    /** Pasted text is text: it goes into an open line, and never answers anything. */
    static Next pasted(Room room, String text) {
        if (room.question().isEmpty() && room.typing()) {
            return Finding.pasted(room, text);
        }
        if (room.question().orElse(null) instanceof Question.Writing writing) {
            return Next.of(room.asking(writing.with(writing.area().inserted(text))));
        }
        return room.question().isPresent()
                        && room.question().get()
                                instanceof Question.Text(Purpose purpose, Line line)
                        && !(purpose instanceof Purpose.Confirm)
                        && !(purpose instanceof Purpose.HostCount)
                ? Next.of(room.asking(new Question.Text(purpose, line.inserted(text))))
                : Next.of(room.with(Notice.bad(ignored(room))));
    }

    /** Why pasted text is not taken, and what is: a narrow screen shows the beginning. */
    private static String ignored(Room room) {
        return switch (room.question().orElse(null)) {
            case Question.Text(Purpose.Confirm asked, Line line) ->
                    "Type " + asked.word() + " by hand: pasted text does not count here.";
            case Question.Text(Purpose.HostCount asked, Line line) ->
                    "Type the number by hand: pasted text does not count here.";
            case null, default -> "Pasted text is ignored here: no line is being asked for.";
        };
    }

    private static Next criterion(Room room, String words, Key key) {
        boolean no = key.equals(Key.character('n')) || key.equals(Key.character('N'));
        if (!yes(key) && !no) {
            return Next.of(room);
        }
        return Next.of(room.unasked(), Escalating.answer(words, yes(key)));
    }

    private static Next clock(Room room, Clocks.Clock clock, Key key) {
        if (key.kind() != Key.Kind.CHARACTER) {
            return Next.of(room);
        }
        Room done = room.unasked();
        return Proposal.Act.offered(room).stream()
                .filter(it -> it.key() == key.codePoint())
                .findFirst()
                .map(it -> Commanding.answer(done, clock, it))
                .orElse(Next.of(room));
    }

    private static boolean yes(Key key) {
        return key.kind() == Key.Kind.CHARACTER
                && (key.codePoint() == 'y' || key.codePoint() == 'Y');
    }

    private static Next no(Room room, Key key) {
        boolean no =
                key.kind() == Key.Kind.CHARACTER
                        && (key.codePoint() == 'n' || key.codePoint() == 'N');
        return Next.of(no ? room.unasked() : room);
    }

    private static Next answered(Room room, Purpose purpose, String typed) {
        Room done = room.unasked();
        String text = typed.strip();
        // A blank at the end of an expression is sought as well.
        String expression = text.isEmpty() ? "" : typed;
        return switch (purpose) {
            case Purpose.Note() ->
                    text.isEmpty() ? Next.of(done) : record(done, new NoteAdded(text));
            case Purpose.StepNote(var step) ->
                    text.isEmpty()
                            ? Next.of(done)
                            : record(done, new StepNoted(step.id(), step.title(), text));
            case Purpose.Evidence(var spot, boolean holds) ->
                    Next.of(done, Expecting.told(spot, holds, text));
            case Purpose.Update() -> Drafting.updated(done, text);
            case Purpose.Blank blank -> Drafting.answered(room, blank, text);
            case Purpose.SkipReason(var step) ->
                    text.isEmpty()
                            ? Next.of(
                                    room.with(
                                            Notice.bad(
                                                    "Skipping needs a reason; Esc leaves it"
                                                            + " open.")))
                            : record(done, new StepSkipped(step.id(), step.title(), text));
            case Purpose.Filter() -> CommandLine.filter(done, expression);
            case Purpose.FilterOut() -> CommandLine.filterOut(done, expression);
            case Purpose.TimelineFilter() -> Recalling.show(done, text);
            case Purpose.Search() -> Seeking.search(done, expression);
            case Purpose.Host(String batch) -> FanOut.open(done, batch, text);
            case Purpose.Command() -> command(done, text);
            case Purpose.Confirm asked -> Guard.typed(room, asked, text);
            case Purpose.Value(var step, var placeholder) -> {
                if (text.isEmpty()) {
                    yield Next.of(
                            room.with(
                                    Notice.bad(
                                            placeholder.written()
                                                    + " needs a value; typed itself, it stays as it"
                                                    + " stands.")));
                }
                yield Filling.taken(done, step, placeholder, text);
            }
            case Purpose.OptionReason(var step, var choice, var option) -> {
                if (text.isEmpty()) {
                    yield Next.of(
                            room.with(
                                    Notice.bad(
                                            "Picking an option needs a reason; Esc goes back.")));
                }
                yield record(
                        done.preparing(Optional.of(step)),
                        new OptionChosen(choice.id(), option.id(), option.title(), text));
            }
            case Purpose.HostCount asked -> Running.counted(room, asked, text);
            case Purpose.RootCause() -> Acting.ask(done, new Purpose.Resolution(text));
            case Purpose.Resolution(String rootCause) ->
                    record(done, new Resolved(rootCause, text));
            case Purpose.EscalationReason(var level) ->
                    text.isEmpty()
                            ? Next.of(
                                    room.with(
                                            Notice.bad(
                                                    "Escalating needs a reason; Esc goes back.")))
                            : Next.of(done, Escalating.call(level, text));
            case Purpose.Extension(var clock) -> {
                Next next = Commanding.extend(done, text, Optional.of(clock));
                // What cannot be taken stays, to be mended.
                yield next.effects().isEmpty() ? Next.of(room.with(next.room().notice())) : next;
            }
            case Purpose.Title(Runbook runbook) ->
                    Title.whyNot(text)
                            .map(why -> Next.of(room.with(Notice.bad(why + " Esc goes back."))))
                            .orElseGet(() -> declare(done, runbook, text));
        };
    }

    /** What cannot be carried out is kept, to be mended. */
    private static Next command(Room room, String text) {
        Next next = CommandLine.run(room, text);
        boolean refused =
                next.effects().isEmpty()
                        && next.room().question().isEmpty()
                        && next.room().notice().tone() == Notice.Tone.BAD;
        return refused ? Next.of(next.room().refused(text)) : next;
    }

    private static Next record(Room room, IncidentEvent event) {
        return Next.of(room, new Effect.Record(event));
    }

    private static Next declare(Room room, Runbook runbook, String title) {
        return Next.of(
                room.opening(true),
                new Effect.CreateJournal(
                        List.of(
                                new Declared(
                                        runbook.severity().orElseThrow(),
                                        title,
                                        room.policy().service(),
                                        room.workspace()),
                                new RunbookOpened(runbook.id(), runbook.title(), runbook.file()))));
    }
}
