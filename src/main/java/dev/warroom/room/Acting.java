package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.Outcome;
import dev.warroom.layout.Pane;
import dev.warroom.room.Question.Purpose;
import dev.warroom.runbook.Page;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What each {@link Action} does. */
final class Acting {

    /** Hosts whose outputs are read from their files at once: each may need a connection. */
    private static final int MOST_READ = 20;

    private Acting() {}

    static Next on(Room room, Action action) {
        Optional<String> why = Availability.whyNot(room, action);
        if (why.isPresent()) {
            return Next.of(room.with(Notice.plain(why.get())));
        }
        Screen screen = room.screen();
        return switch (action) {
            case DOWN -> Moving.on(room, 1);
            case UP -> Moving.on(room, -1);
            case PAGE_DOWN -> Moving.on(room, Moving.page(room));
            case PAGE_UP -> Moving.on(room, -Moving.page(room));
            case TOP -> Moving.on(room, -Moving.FAR);
            case END -> Moving.on(room, Moving.FAR);
            case FOLLOW -> Next.of(Moving.follow(room));
            case RUN ->
                    onHealth(room)
                            ? Next.of(
                                    room.with(room.health().looking(true))
                                            .with(screen.zoomed(true)))
                            : Seeking.onLogs(room)
                                    ? Seeking.detail(room)
                                    : Recalling.onTimeline(room)
                                            ? Recalling.open(room)
                                            : room.choosing()
                                                    ? choose(room)
                                                    : enter(
                                                            room,
                                                            room.checklist().spot().orElseThrow());
            case INTERACTIVE -> Interactive.ask(room, room.checklist().selected().orElseThrow());
            case DONE -> done(room, room.checklist().spot().orElseThrow());
            case SKIP ->
                    ask(room, new Purpose.SkipReason(room.checklist().selected().orElseThrow()));
            case STOP ->
                    Availability.waiting(room)
                            ? givenUp(room)
                            : Next.of(
                                    room.asking(
                                            stop(
                                                    room,
                                                    Availability.stoppable(room).orElseThrow())));
            case OUTPUT -> output(room, Availability.shownByOutput(room).orElseThrow());
            case NOTE -> ask(room, new Purpose.Note());
            case STEP_NOTE ->
                    ask(room, new Purpose.StepNote(room.checklist().selected().orElseThrow()));
            case CHANGES -> Next.of(room.asking(room.checklist().changed().orElseThrow()));
            case UPDATE -> Drafting.update(room);
            case ESCALATE -> Escalating.ask(room, Optional.empty());
            case CLOCK -> {
                Proposal proposal = Proposal.of(room).orElseThrow();
                yield Commanding.answer(room, proposal.clock(), proposal.act());
            }
            case OTHER_CLOCK -> Next.of(room.asking(new Question.ClockChoice(pressing(room))));
            case ACKNOWLEDGE -> Next.of(room, new Effect.Record(new Acknowledged()));
            case FILTER -> filter(room);
            case FILTER_OUT -> ask(room, new Purpose.FilterOut());
            case SEARCH ->
                    FanOut.lookedAt(room)
                            .map(it -> FanOut.seek(room, it))
                            .orElseGet(() -> ask(room, new Purpose.Search()));
            case NEXT_MATCH -> Seeking.match(room, true);
            case PREVIOUS_MATCH -> Seeking.match(room, false);
            case NEXT_ERROR -> Seeking.level(room, true, LogLevel.ERROR);
            case PREVIOUS_ERROR -> Seeking.level(room, false, LogLevel.ERROR);
            case NEXT_WARNING -> Seeking.level(room, true, LogLevel.WARNING);
            case PREVIOUS_WARNING -> Seeking.level(room, false, LogLevel.WARNING);
            case MARK -> Copying.mark(room);
            case COPY -> Copying.copy(room);
            case PIN -> Seeking.pin(room);
            case NEXT_PANE -> Next.of(room.with(screen.lookingAt(beside(screen.focus(), 1))));
            case PREVIOUS_PANE -> Next.of(room.with(screen.lookingAt(beside(screen.focus(), -1))));
            case PANE_1 -> Next.of(room.with(screen.lookingAt(Pane.CHECKLIST)));
            case PANE_2 -> Next.of(room.with(screen.lookingAt(Pane.LOGS)));
            case PANE_3 -> Next.of(room.with(screen.lookingAt(Pane.HEALTH)));
            case PANE_4 -> Next.of(room.with(screen.lookingAt(Pane.TIMELINE)));
            case ZOOM -> Next.of(room.with(screen.zoomed(!screen.zoomed())));
            case FIND -> Next.of(finding(room, ""));
            case COMMAND -> ask(room, new Purpose.Command());
            case HELP -> Next.of(room.with(screen.helping(Optional.of(0))));
            case BACK -> back(room);
            case QUIT -> Next.of(room.asking(new Question.Leave()));
        };
    }

    private static Next filter(Room room) {
        if (Recalling.onTimeline(room)) {
            return ask(room, new Purpose.TimelineFilter());
        }
        String before = room.logs().filters().in().map(LogFilter::words).orElse("");
        return Next.of(room.asking(new Question.Text(new Purpose.Filter(), Line.of(before))));
    }

    /** Whether Enter looks at one probe alone. */
    static boolean onHealth(Room room) {
        return room.screen().focus() == Pane.HEALTH && !room.screen().outputHasKeys();
    }

    /** The clock that has run out, or else the one that is the next to. */
    private static Clocks.Clock pressing(Room room) {
        return Proposal.of(room)
                .map(Proposal::clock)
                .orElseGet(
                        () ->
                                Clocks.of(room).stream()
                                        .min(Comparator.comparing(Clocks.Clock::left))
                                        .orElseThrow());
    }

    static Next ask(Room room, Purpose purpose) {
        return Next.of(room.asking(new Question.Text(purpose, Line.EMPTY)));
    }

    /** What Enter does with what the cursor stands on. */
    private static Next enter(Room room, Spot spot) {
        return switch (spot) {
            case Spot.OfStep it when it.step().kind() != Step.Kind.MANUAL ->
                    Resuming.ask(room, it.step());
            case Spot.OfStep it ->
                    it.isLong()
                            ? Next.of(room.asking(Question.Reading.of(it.step())))
                            : Following.follow(
                                    room, Following.linkOf(room, it.step()).orElseThrow());
            case Spot.OfExpectation it -> Next.of(room.asking(new Question.Holds(it)));
            case Spot.OfLink it -> Following.follow(room, it);
            case Spot.OfNext it -> Following.readOn(room, it);
            case Spot.OfWords it -> Next.of(room.asking(Question.Reading.of(it)));
        };
    }

    private static Next done(Room room, Spot spot) {
        return switch (spot) {
            case Spot.OfStep(Step step) ->
                    Next.of(room, new Effect.Record(new StepDone(step.id(), step.title())));
            case Spot.OfExpectation it -> Next.of(room, Expecting.told(it, true, ""));
            case Spot.OfLink it -> throw new IllegalStateException("a link is not done");
            case Spot.OfNext it -> throw new IllegalStateException("a runbook is not done");
            case Spot.OfWords it -> throw new IllegalStateException("words are not done");
        };
    }

    private static Next givenUp(Room room) {
        Step step = room.checklist().selected().orElseThrow();
        return Next.of(
                room.with(room.retries().without(step))
                        .with(Notice.plain(step.title() + " is not tried again.")));
    }

    private static Question stop(Room room, String run) {
        return new Question.Stop(run, RunTitle.of(room, run));
    }

    static Next output(Room room, String run) {
        Room next = room.with(room.screen().showing(Optional.of(run))).with(room.outputs().atEnd());
        Optional<Batch> batch = FanOut.batch(room, run);
        if (batch.isPresent()) {
            return new Next(
                    next,
                    batch.get().attempts().stream()
                            .filter(
                                    it ->
                                            !it.neverRan()
                                                    && (room.outputs().of(it.run()).isEmpty()
                                                            || Borrowing.wanted(room, it.run())))
                            .sorted(Comparator.comparing(Acting::passed))
                            .limit(MOST_READ)
                            .map(it -> (Effect) new Effect.ReadOutput(it.run(), it.where()))
                            .toList());
        }
        if (!room.together().near(run)) {
            return Borrowing.ask(next, run);
        }
        boolean known =
                room.outputs().of(run).filter(it -> !it.cut()).isPresent()
                        || room.incident().attempt(run).filter(Attempt::neverRan).isPresent();
        return known
                ? Next.of(next)
                : Next.of(
                        next.with(room.outputs().atEnd().again(run)),
                        new Effect.ReadOutput(run, room.incident().where(run)));
    }

    private static boolean passed(Attempt attempt) {
        return attempt.outcome().equals(Optional.of(Outcome.PASSED));
    }

    private static Pane beside(Pane pane, int by) {
        Pane[] all = Pane.values();
        return all[Math.floorMod(pane.ordinal() + by, all.length)];
    }

    /** One layer at a time: help, output, the catalog, zoom, the link that was followed. */
    private static Next back(Room room) {
        Screen screen = room.screen();
        if (screen.help().isPresent()) {
            return Next.of(room.with(screen.helping(Optional.empty())));
        }
        if (room.logs().past().searching()) {
            return LookingBack.stop(room);
        }
        if (room.health().looking()) {
            return Next.of(room.with(room.health().looking(false)).with(screen.zoomed(false)));
        }
        if (screen.output().isPresent()) {
            String run = screen.output().get();
            return Batch.is(run)
                    ? Next.of(room.with(screen.showing(Optional.empty())))
                    : Next.of(room.with(screen.showing(FanOut.batchOf(room, run))));
        }
        if (screen.choosing()) {
            return Next.of(room.with(screen.choosing(false)));
        }
        if (screen.zoomed()) {
            return Next.of(room.with(screen.zoomed(false)));
        }
        if (screen.focus() == Pane.LOGS && room.logs().past().stretch().isPresent()) {
            return Next.of(room.with(room.logs().live()));
        }
        return room.checklist()
                .wayBack()
                .filter(it -> room.incident().open())
                .map(it -> Following.back(room, it))
                .orElseGet(() -> Next.of(room));
    }

    /**
     * The catalog, with its search line ready for words.
     *
     * @param words that are looked for at first; may be empty
     */
    static Room finding(Room room, String words) {
        return room.with(room.screen().choosing(true).lookingAt(Pane.CHECKLIST))
                .with(room.catalog().searching(Line.of(words)).typing(true));
    }

    private static Next choose(Room room) {
        Catalog.Entry entry = room.catalog().selected(room.incident().begun()).orElseThrow();
        return switch (entry) {
            case Catalog.OpenIncident(KnownIncident incident) ->
                    Next.of(room.opening(true), new Effect.OpenJournal(incident.id()));
            case Catalog.OpenRunbook(Runbook runbook, String because) -> open(room, runbook);
            case Catalog.ReadPage(Page page) -> Next.of(room.asking(Question.Reading.of(page)));
        };
    }

    private static Next open(Room room, Runbook runbook) {
        RunbookOpened opened = new RunbookOpened(runbook.id(), runbook.title(), runbook.file());
        if (room.incident().begun()) {
            // What is on the checklist keeps its place, and nobody opens it anew.
            return room.checklist().is(runbook.id())
                    ? Next.of(room.with(room.screen().choosing(false)))
                    : Next.of(room, new Effect.Record(opened));
        }
        if (runbook.severity().isPresent()) {
            return ask(room, new Purpose.Title(runbook));
        }
        return Next.of(
                room.opening(true),
                new Effect.CreateJournal(
                        List.of(new ChecklistStarted(runbook.title(), room.workspace()), opened)));
    }
}
