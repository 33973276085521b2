package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Outcome;
import dev.warroom.keys.Bindings;
import dev.warroom.policy.Hook;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Rules;
import dev.warroom.runbook.RunbookReader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A room with a person at the keyboard, and an outside that keeps journals in memory. It answers at
 * once, or, when told to be slow, when asked to.
 */
public final class Desk {

    public static final Instant START = Instant.parse("2026-03-01T02:14:00Z");

    private final List<Effect> logsAsked = new ArrayList<>();
    private final Bindings bindings = Bindings.usual();
    private final ArrayDeque<Effect> waiting = new ArrayDeque<>();
    private final List<Effect> asked = new ArrayList<>();
    private final Map<String, List<Fact>> journals = new LinkedHashMap<>();
    private final Set<String> running = new LinkedHashSet<>();
    private String journal = "";
    private Optional<String> fault = Optional.empty();
    private boolean slow;
    private boolean far;
    private LogView keptView = LogView.USUAL;
    private Instant now = START;
    private Instant started = START.minus(Duration.ofDays(9));
    private Room room;

    private Desk(int columns, int rows, Policy policy) {
        room = Room.empty(new Person("ana", "app-1"), "/srv/checkout", policy, now, columns, rows);
    }

    /** A room before anything was read. */
    public static Desk bare(int columns, int rows) {
        return new Desk(columns, rows, Practice.policy());
    }

    /** A room of 120x30 that has read its workspace; no incident is open. */
    public static Desk ready() {
        return ready(120, 30);
    }

    public static Desk ready(int columns, int rows) {
        return bare(columns, rows)
                .signal(new Signal.LayoutsRead(Practice.layouts()))
                .signal(Signal.LibraryRead.of(Practice.library()));
    }

    /** Lets letters be keys, where they go into the catalog's search line. */
    public Desk keys() {
        return room.typing() ? press(Key.Kind.ESCAPE) : this;
    }

    /** A room in which an incident was declared with the P1 runbook. */
    public static Desk inIncident() {
        return ready().press(Key.Kind.ENTER).type("checkout is down").press(Key.Kind.ENTER).clear();
    }

    /** The same, in a workspace that has these hooks. */
    static Desk inIncident(Hook... hooks) {
        Policy policy = Practice.policy();
        Rules rules = policy.rules();
        Rules hooked =
                new Rules(
                        rules.roles(),
                        rules.phases(),
                        rules.escalation(),
                        rules.maintenance(),
                        rules.schedules(),
                        rules.targets(),
                        List.of(hooks),
                        rules.templates());
        return inIncident(
                new Policy(
                        policy.service(),
                        policy.logs(),
                        policy.probes(),
                        policy.responses(),
                        hooked));
    }

    /** The same, in a workspace that says {@code policy}. */
    static Desk inIncident(Policy policy) {
        return new Desk(120, 30, policy)
                .signal(new Signal.LayoutsRead(Practice.layouts()))
                .signal(Signal.LibraryRead.of(Practice.library()))
                .press(Key.Kind.ENTER)
                .type("checkout is down")
                .press(Key.Kind.ENTER)
                .clear();
    }

    /** A room in which the first runbook of {@code markdown} is walked as a checklist. */
    public static Desk walking(int columns, int rows, String markdown) {
        return walking(columns, rows, Practice.policy(), markdown);
    }

    /** The same in a workspace that says {@code policy}. */
    public static Desk walking(int columns, int rows, Policy policy, String markdown) {
        return new Desk(columns, rows, policy)
                .signal(new Signal.LayoutsRead(Practice.layouts()))
                .signal(Signal.LibraryRead.of(RunbookReader.read("runbooks/walk.md", markdown)))
                .press(Key.Kind.ENTER)
                .clear();
    }

    /** How the logs were looked at, as it was kept last. */
    public LogView keptView() {
        return keptView;
    }

    public Room room() {
        return room;
    }

    /** The newest run prints {@code lines} and ends. */
    public Desk prints(int exit, String... lines) {
        signal(new Signal.OutputArrived(running().getLast(), List.of(lines), 0));
        return ends(exit == 0 ? Outcome.PASSED : Outcome.FAILED, exit, Duration.ofMillis(400));
    }

    /** Moves the checklist's cursor to the spot of this title or these words. */
    public Desk goTo(String words) {
        press(Key.character('1')).press(Key.character('g'));
        for (int i = 0; i < 200 && !here().startsWith(words); i++) {
            press(Key.character('j'));
        }
        if (!here().startsWith(words)) {
            throw new AssertionError("no way to " + words);
        }
        return this;
    }

    /** What the checklist's cursor stands on, in its own words. */
    String here() {
        return room.checklist()
                .spot()
                .map(
                        it ->
                                switch (it) {
                                    case Spot.OfStep(var step) -> step.title();
                                    case Spot.OfExpectation spot -> spot.title();
                                    case Spot.OfLink link -> "→ " + link.title();
                                    case Spot.OfWords spot -> "… " + spot.title();
                                    case Spot.OfNext next -> "» " + next.runbook().title();
                                })
                .orElse("");
    }

    public Incident incident() {
        return room.incident();
    }

    /** What the room has asked of the outside since this was last called. */
    List<Effect> asked() {
        List<Effect> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** The events that the room has asked to be recorded since {@link #asked} was last called. */
    List<IncidentEvent> events() {
        return asked().stream()
                .filter(Effect.Record.class::isInstance)
                .map(it -> ((Effect.Record) it).event())
                .toList();
    }

    /** Forgets what was asked so far. */
    Desk clear() {
        asked.clear();
        return this;
    }

    /** From now on the outside answers only when told to. */
    Desk slow() {
        slow = true;
        return this;
    }

    /** From now on hosts do not answer that a step has begun there. */
    public Desk far() {
        far = true;
        return this;
    }

    /** From now on the outside answers at once. */
    Desk quick() {
        slow = false;
        return answer();
    }

    /** The journal cannot be written from now on. */
    Desk journalBreaks() {
        fault = Optional.of("No space left on device");
        return this;
    }

    Desk journalMends() {
        fault = Optional.empty();
        return this;
    }

    /** Lets the outside answer all that was asked of it. */
    Desk answer() {
        while (!waiting.isEmpty()) {
            answer(waiting.removeFirst());
        }
        return this;
    }

    public Desk signal(Signal signal) {
        Next next = room.update(now, signal);
        room = next.room();
        asked.addAll(next.effects());
        waiting.addAll(next.effects());
        return slow ? this : answer();
    }

    public Desk pass(Duration time) {
        now = now.plus(time);
        return signal(new Signal.Ticked());
    }

    /** Somebody sets the machine's clock, which is noticed at once. */
    Desk setClock(Duration by) {
        now = now.plus(by);
        started = started.plus(by);
        record(new IncidentEvent.ClockChanged("app-1", by, started));
        return this;
    }

    /** The calendar says this. */
    public Desk agenda(Agenda agenda) {
        room = room.with(room.catalog().with(agenda));
        return this;
    }

    public Desk press(Key key) {
        return signal(bindings.meaning(room, key));
    }

    public Desk press(Key.Kind kind) {
        return press(Key.of(kind));
    }

    /** Presses each character of {@code text}. */
    public Desk type(String text) {
        text.codePoints().forEach(it -> press(Key.character(it)));
        return this;
    }

    /** Tells the team how things stand. */
    public Desk update(String status) {
        press(Key.character('u')).type(status).press(Key.Kind.ENTER);
        return press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    /** Moves the checklist's cursor to the step whose title begins with {@code title}. */
    public Desk select(String title) {
        press(Key.character('1')).press(Key.character('g'));
        String wanted = Practice.step(title).id();
        for (int i = 0; i < 50 && !room.checklist().cursor().equals(wanted); i++) {
            press(Key.character('j'));
        }
        if (!room.checklist().cursor().equals(wanted)) {
            throw new AssertionError("no way to " + title);
        }
        return this;
    }

    /** The runs that were started and have not ended. */
    List<String> running() {
        return List.copyOf(running);
    }

    /** The newest run ends. */
    public Desk ends(Outcome outcome, int exit, Duration took) {
        return ends(running().getLast(), outcome, OptionalInt.of(exit), took, "");
    }

    Desk ends(String run, Outcome outcome, OptionalInt exit, Duration took, String detail) {
        running.remove(run);
        return signal(
                new Signal.RunEnded(run, outcome, exit, OptionalInt.empty(), took, 0, detail));
    }

    /** A run ends, and ben's room, which follows it as well, has recorded that before this one. */
    Desk endsAndAnotherIsFirst(String run, int exit) {
        running.remove(run);
        IncidentEvent end =
                new IncidentEvent.StepFinished(
                        run,
                        exit == 0 ? Outcome.PASSED : Outcome.FAILED,
                        OptionalInt.of(exit),
                        Duration.ofSeconds(1),
                        0,
                        "");
        return another("ben", end).signal(new Signal.Refused(end, ""));
    }

    public Desk logs(LogLine... lines) {
        return signal(new Signal.LogArrived(List.of(lines), 0));
    }

    public Desk probe(String probe, Reading.Health health, String detail) {
        return signal(
                new Signal.ProbeAnswered(
                        new Reading(probe, health, now, Duration.ofMillis(12), detail)));
    }

    /** What was asked of the log files. */
    List<Effect> logsAsked() {
        return List.copyOf(logsAsked);
    }

    private void answer(Effect effect) {
        switch (effect) {
            case Effect.Record(IncidentEvent event) -> record(event);
            case Effect.StartUnclaimed(var start) -> record(start);
            case Effect.CreateJournal(List<IncidentEvent> events) -> {
                boolean incident = events.getFirst() instanceof IncidentEvent.Declared;
                journal = (incident ? "INC-" : "RUN-") + (journals.size() + 1);
                journals.put(journal, new ArrayList<>());
                signal(new Signal.JournalOpened(Incident.empty(journal)));
                events.forEach(this::record);
            }
            case Effect.OpenJournal(String id) -> {
                if (journals.containsKey(id)) {
                    journal = id;
                    signal(
                            new Signal.JournalOpened(
                                    Incident.replay(id, List.copyOf(journals.get(id)))));
                }
            }
            case Effect.StartRun(String run, var launch, var secrets) -> {
                running.add(run);
                if (!launch.where().local() && !far) {
                    signal(new Signal.RunAnswered(run));
                }
            }
            case Effect.JoinRun(String run, var where) -> running.add(run);
            case Effect.FollowRun(String run, var where) -> running.add(run);
            case Effect.ReadOutput(String run, var where) ->
                    signal(new Signal.OutputArrived(run, List.of("read again"), 3));
            case Effect.Reach asked -> {}
            case Effect.AskOutput asked -> {}
            case Effect.TellOutput told -> {}
            case Effect.StopRun(String run, var where) -> {
                if (running.contains(run)) {
                    ends(run, Outcome.STOPPED, OptionalInt.of(143), Duration.ofSeconds(2), "");
                }
            }
            case Effect.ReadLeft(String run, var where) ->
                    signal(
                            new Signal.LeftRead(
                                    run,
                                    "/srv/sub",
                                    Map.of("REGION", "eu-1", "A_TOKEN", "xyz"),
                                    ""));
            case Effect.WritePostMortem(Incident incident) ->
                    signal(new Signal.PostMortemReady("/state/" + incident.id() + ".md"));
            case Effect.Suggest(String name, String command) ->
                    signal(new Signal.Suggested(name, List.of("1.4.1", "1.4.0"), ""));
            case Effect.Copy(Outgoing message) ->
                    signal(new Signal.Copied(message, "copied to the tmux buffer"));
            case Effect.Hand(Outgoing message) ->
                    Drafting.hooks(room, message.name())
                            .forEach(
                                    it ->
                                            signal(
                                                    new Signal.HookDone(
                                                            it, message.name(), true, "exit 0")));
            case Effect.ReadLog asked -> logsAsked.add(asked);
            case Effect.SearchLog asked -> logsAsked.add(asked);
            case Effect.CountLogs asked -> logsAsked.add(asked);
            case Effect.CopyLines asked -> logsAsked.add(asked);
            case Effect.ListenToRun asked -> logsAsked.add(asked);
            case Effect.KeepLogView(LogView view) -> keptView = view;
            case Effect.StopLogSearch asked -> logsAsked.add(asked);
            case Effect.ListIncidents() -> {}
            case Effect.Quit() -> {}
        }
    }

    void record(IncidentEvent event) {
        if (journal.isEmpty() || fault.isPresent()) {
            signal(new Signal.RecordFailed(event, fault.orElse("no incident is open")));
            return;
        }
        List<Fact> facts = journals.get(journal);
        Fact fact = new Fact(facts.size() + 1L, now, "ana", "app-1", event);
        facts.add(fact);
        signal(new Signal.Recorded(fact));
    }

    /** Somebody writes a fact in another room of the incident that is open. */
    public Desk another(String who, IncidentEvent event) {
        List<Fact> facts = journals.get(journal);
        Fact fact = new Fact(facts.size() + 1L, now, who, "app-1", event);
        facts.add(fact);
        return signal(new Signal.Learned(fact));
    }

    /** What the journal that is open holds. */
    List<Fact> recorded() {
        return List.copyOf(journals.getOrDefault(journal, List.of()));
    }

    /** What any of the journals holds. */
    List<Fact> everRecorded() {
        return journals.values().stream().flatMap(List::stream).toList();
    }
}
