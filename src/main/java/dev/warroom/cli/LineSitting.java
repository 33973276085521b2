package dev.warroom.cli;

import dev.warroom.incident.Attempt;
import dev.warroom.keys.Bindings;
import dev.warroom.plain.QuestionText;
import dev.warroom.plain.StepText;
import dev.warroom.plain.Told;
import dev.warroom.plain.TypedLine;
import dev.warroom.room.Action;
import dev.warroom.room.Effect;
import dev.warroom.room.Filling;
import dev.warroom.room.Leaving;
import dev.warroom.room.Looking;
import dev.warroom.room.Next;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.terminal.LineTerminal;
import dev.warroom.terminal.LineTerminal.Typed;
import dev.warroom.text.Sanitiser;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The room, spoken to in lines. What arrives is told as it arrives; a line is asked for when the
 * room has answered the last one, and not while the output of a run is being watched.
 */
final class LineSitting {

    private static final long SECOND = 1_000;
    private static final String HINT =
            "quit leaves, and what runs goes on; "
                    + TypedLine.BACK
                    + " closes a question; help shows what can be typed.";

    private final InstantSource clock;
    private final Inbox inbox;
    private final Consumer<Effect> outside;
    private final LineTerminal terminal;
    private final ZoneId zone;
    private final Bindings bindings = Bindings.usual();

    /** Runs that go on without being watched. */
    private final Set<String> left = new HashSet<>();

    /** Runs that were told to stop: what becomes of them is waited for. */
    private final Set<String> stopping = new HashSet<>();

    private volatile Room room;
    private String told = "";
    private int unanswered;
    private boolean ended;
    private Optional<String> failure = Optional.empty();

    LineSitting(
            InstantSource clock,
            Inbox inbox,
            Consumer<Effect> outside,
            LineTerminal terminal,
            ZoneId zone,
            Room first) {
        this.clock = clock;
        this.inbox = inbox;
        this.outside = outside;
        this.terminal = terminal;
        this.zone = zone;
        room = first;
    }

    /** What others are told that the person looks at. May be called from any thread. */
    String looking() {
        return Looking.words(room);
    }

    /** May be called from any thread. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Goes on until the person leaves.
     *
     * @throws Failure if what was to be walked could not be opened
     */
    void run() throws InterruptedException {
        terminal.onInterrupt(this::leaveRunning);
        Thread arrivals = Thread.ofPlatform().daemon().name("arrivals").start(this::takeArrivals);
        try {
            while (settled()) {
                tellPlace();
                Room asked = room();
                switch (terminal.read(
                        QuestionText.prompt(asked),
                        offered(asked),
                        asked.question().isEmpty(),
                        QuestionText.unseen(asked))) {
                    case Typed.Text(String text) -> typed(text);
                    case Typed.Interrupted() -> interrupted(asked);
                    case Typed.Ended() -> ended(asked);
                }
            }
        } finally {
            arrivals.interrupt();
        }
        if (failure.isPresent()) {
            throw new Failure(failure.get());
        }
    }

    private void takeArrivals() {
        try {
            while (true) {
                for (Inbox.Stamped stamped : inbox.take(SECOND)) {
                    step(stamped.at(), stamped.arrival());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Room room() {
        return room;
    }

    private synchronized void step(Instant at, Arrival arrival) {
        Signal signal = arrival.in(room);
        if (signal instanceof Signal.Recorded
                || signal instanceof Signal.RecordFailed
                || signal instanceof Signal.Refused) {
            unanswered = Math.max(0, unanswered - 1);
        }
        if (signal instanceof Signal.OpenFailed(String why) && !room.incident().begun()) {
            failure = Optional.of(why);
            ended = true;
        }
        Next next = room.update(at, signal);
        List<String> news = Told.news(room, next.room(), zone);
        room = next.room();
        unanswered += (int) next.effects().stream().filter(Effect.Record.class::isInstance).count();
        say(news);
        for (Effect effect : next.effects()) {
            if (effect instanceof Effect.StopRun(String run, var where)) {
                stopping.add(run);
            }
            outside.accept(effect);
        }
        notifyAll();
    }

    /** Waits until the room has nothing more to say; whether it is still open then. */
    private synchronized boolean settled() throws InterruptedException {
        while (!ended
                && (unanswered > 0
                        || room.opening()
                        || room.checklist().runbook().isEmpty()
                        || room.preparing().isPresent()
                        || suggesting()
                        || !room.launches().starting().isEmpty()
                        || watched().isPresent()
                        || running().anyMatch(stopping::contains))) {
            wait();
        }
        return !ended;
    }

    /** What is being suggested is offered with the question, so it is waited for. */
    private boolean suggesting() {
        return room.question().isPresent()
                && room.question().get()
                        instanceof Question.Text(Question.Purpose.Value asked, var line)
                && room.suggestions()
                        .of(asked.placeholder().name())
                        .filter(it -> it.asking())
                        .isPresent();
    }

    /** The run whose output is being told. */
    private Optional<String> watched() {
        return room.screen()
                .output()
                .filter(it -> !left.contains(it))
                .filter(it -> running().anyMatch(it::equals));
    }

    private Stream<String> running() {
        return room.incident().running().stream().map(Attempt::run);
    }

    private synchronized void leaveRunning() {
        Optional<String> run = watched();
        if (run.isEmpty()) {
            say(List.of(HINT));
            return;
        }
        left.add(run.get());
        say(List.of("It goes on running. output watches it again, stop stops it."));
        notifyAll();
    }

    /** Leaves at once, unless that ends something: then a second one does. */
    private void ended(Room asked) {
        boolean told = asked.question().filter(Question.Leave.class::isInstance).isPresent();
        if (told || Leaving.cut(asked).isEmpty()) {
            end();
        } else {
            step(clock.instant(), new Arrival.Fixed(new Signal.Asked(Action.QUIT)));
        }
    }

    private void interrupted(Room asked) {
        if (asked.question().isPresent()) {
            typed(TypedLine.BACK);
        } else {
            say(List.of(HINT));
        }
    }

    private void typed(String line) {
        Room asked = room();
        if (asked.question().isEmpty()) {
            switch (line.strip()) {
                case "help", "?" -> {
                    say(LineHelp.lines(bindings));
                    return;
                }
                case "list", "l" -> {
                    say(StepText.checklist(asked));
                    return;
                }
                case "here" -> {
                    told = "";
                    return;
                }
                case "output", "o" -> watchAgain();
                default -> {}
            }
        }
        for (Signal signal : TypedLine.signals(asked, bindings, line)) {
            step(clock.instant(), new Arrival.Fixed(signal));
        }
    }

    private synchronized void watchAgain() {
        left.clear();
    }

    /** Where the walk stands, when that is not what was told last; and what is being asked. */
    private void tellPlace() {
        Room now = room();
        if (now.question().isPresent()) {
            say(QuestionText.lines(now, zone));
            told = "";
            return;
        }
        List<String> place = StepText.selected(now);
        String words = String.join("\n", place);
        if (!words.equals(told)) {
            say(place);
            told = words;
        }
    }

    private static List<String> offered(Room room) {
        List<String> offered = new ArrayList<>();
        if (room.question().isEmpty()) {
            offered.addAll(TypedLine.words());
            offered.addAll(List.of("list", "here", "help"));
            for (var command : dev.warroom.room.CommandLine.COMMANDS) {
                offered.add(":" + command.usage().split(" ", 2)[0]);
            }
            room.checklist().steps().forEach(it -> offered.add(it.title()));
        } else if (room.question().get()
                instanceof Question.Text(Question.Purpose.Value asked, var line)) {
            Filling.offers(room, asked.placeholder()).forEach(it -> offered.add(it.value()));
        } else if (room.question().get() instanceof Question.Text) {
            offered.addAll(room.incident().values().values());
        } else {
            offered.addAll(List.of("y", "n"));
        }
        return offered;
    }

    private void say(List<String> lines) {
        terminal.say(lines.stream().map(Sanitiser::line).toList());
    }
}
