package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.WalkRecord;
import dev.warroom.layout.Pane;
import dev.warroom.policy.Policy;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole state of the program. {@link #update} is the only way from one state to the next; it
 * reads no clock, does no I/O, and asks for what it needs by {@link Effect}s.
 *
 * <p>A room never changes once another object can see it: each {@code with} sets one part of a
 * fresh copy.
 */
public final class Room {

    private final Person person;
    private final String workspace;
    private final Policy policy;
    private Instant now;
    private Library library;
    private boolean read;
    private Screen screen;
    private Catalog catalog;
    private Incident incident;
    private Checklist checklist;
    private Logs logs;
    private HealthBoard health;
    private Timeline timeline;
    private Outputs outputs;
    private LostRuns lost;
    private Suggestions suggestions;
    private Optional<Question> question;
    private Notice notice;
    private Instant saidAt;
    private String refused = "";
    private Optional<Step> preparing;
    private boolean opening;
    private Mode mode = Mode.ACTS;
    private Secrecy secrecy;
    private Retries retries = Retries.NONE;
    private List<String> others;
    private Optional<Draft> draft;
    private Launches launches;
    private Together together = Together.NONE;

    private Room(Person person, String workspace, Policy policy, Instant now, Screen screen) {
        this.person = person;
        this.workspace = workspace;
        this.policy = policy;
        this.now = now;
        this.screen = screen;
        library = Library.EMPTY;
        catalog = Catalog.EMPTY;
        incident = Incident.empty("");
        checklist = Checklist.EMPTY;
        logs = Logs.EMPTY;
        health = HealthBoard.of(policy.probes(), policy.rules().maintenance().silencing());
        timeline = Timeline.USUAL;
        outputs = Outputs.EMPTY;
        lost = LostRuns.NONE;
        suggestions = Suggestions.NONE;
        question = Optional.empty();
        notice = Notice.NONE;
        saidAt = now;
        preparing = Optional.empty();
        launches = Launches.NONE;
        others = List.of();
        draft = Optional.empty();
        secrecy = Secrecy.of(policy);
    }

    private Room(Room room) {
        person = room.person;
        workspace = room.workspace;
        policy = room.policy;
        now = room.now;
        library = room.library;
        read = room.read;
        screen = room.screen;
        catalog = room.catalog;
        incident = room.incident;
        checklist = room.checklist;
        logs = room.logs;
        health = room.health;
        timeline = room.timeline;
        outputs = room.outputs;
        lost = room.lost;
        suggestions = room.suggestions;
        question = room.question;
        notice = room.notice;
        saidAt = room.saidAt;
        refused = room.refused;
        preparing = room.preparing;
        opening = room.opening;
        mode = room.mode;
        secrecy = room.secrecy;
        retries = room.retries;
        others = room.others;
        draft = room.draft;
        launches = room.launches;
        together = room.together;
    }

    /** A room in which nothing has happened yet. */
    public static Room empty(
            Person person, String workspace, Policy policy, Instant now, int columns, int rows) {
        return new Room(person, workspace, policy, now, Screen.of(columns, rows));
    }

    /** The room after {@code signal}, which entered at {@code at}. */
    public Next update(Instant at, Signal signal) {
        return Routing.of(this, at(at), signal);
    }

    /** Whether the checklist pane offers what can be opened instead of a checklist. */
    public boolean choosing() {
        return screen.choosing() || checklist.runbook().isEmpty();
    }

    /**
     * What is to be said where the runbook of the open incident is not among those that were read.
     */
    public Optional<String> withoutRunbook() {
        return Rereading.missing(this).map(Notice::text);
    }

    /** Whether letters are text: an answer to a question, or words to find something by. */
    public boolean typing() {
        boolean covered = screen.help().isPresent() || screen.outputHasKeys();
        return question.isPresent() || finding() && !covered;
    }

    private boolean finding() {
        return choosing() && screen.focus() == Pane.CHECKLIST && catalog.typing();
    }

    /** Who sits at the keyboard, and where. */
    public Person person() {
        return person;
    }

    /** The workspace's folder, as the person named it. */
    public String workspace() {
        return workspace;
    }

    /** What the workspace says. */
    public Policy policy() {
        return policy;
    }

    /** The time of the newest signal. */
    public Instant now() {
        return now;
    }

    /** The workspace's runbooks; empty until they are read. */
    public Library library() {
        return library;
    }

    /** Whether the runbooks are still being read for the first time. */
    public boolean reading() {
        return !read;
    }

    /** How the room is looked at. */
    public Screen screen() {
        return screen;
    }

    /** What can be opened. */
    public Catalog catalog() {
        return catalog;
    }

    /** What has happened; without facts before an incident is opened. */
    public Incident incident() {
        return incident;
    }

    /** The walk through the current runbook. */
    public Checklist checklist() {
        return checklist;
    }

    /** What the log pane holds. */
    public Logs logs() {
        return logs;
    }

    /** What the probes have found. */
    public HealthBoard health() {
        return health;
    }

    /** How the timeline is looked at. */
    public Timeline timeline() {
        return timeline;
    }

    /** The ends of the outputs of runs. */
    public Outputs outputs() {
        return outputs;
    }

    /** The runs of which nothing is known at the moment. */
    public LostRuns lost() {
        return lost;
    }

    /** What commands have suggested for placeholders. */
    public Suggestions suggestions() {
        return suggestions;
    }

    /** What is being asked of the person, where something is. */
    public Optional<Question> question() {
        return question;
    }

    /** The message line. */
    public Notice notice() {
        return notice;
    }

    /** The command that could not be carried out last, as it was typed; may be empty. */
    public String refused() {
        return refused;
    }

    Room refused(String typed) {
        Room next = new Room(this);
        next.refused = typed;
        return next;
    }

    /** When that was said. */
    Instant saidAt() {
        return saidAt;
    }

    /** The step whose next question, or preview, follows when the last answer is on disk. */
    public Optional<Step> preparing() {
        return preparing;
    }

    /** Whether a journal was asked for and has not come yet. */
    public boolean opening() {
        return opening;
    }

    /** What the room knows and does not show. */
    public Secrecy secrecy() {
        return secrecy;
    }

    /** Steps that are tried again. */
    public Retries retries() {
        return retries;
    }

    /** What was done with the steps, with the values that only this room knows. */
    public WalkRecord walk() {
        return secrecy.knownIn(incident.walk());
    }

    /** What may be done from this room. */
    public Mode mode() {
        return mode;
    }

    /** Who else has the incident open on this machine; a name a war room. */
    public List<String> others() {
        return others;
    }

    /** The message that is being written, or was left before it was sent. */
    Optional<Draft> draft() {
        return draft;
    }

    Room drafting(Optional<Draft> changed) {
        Room next = new Room(this);
        next.draft = changed;
        return next;
    }

    /** Where steps are about to run. */
    public Launches launches() {
        return launches;
    }

    /** The rooms on other machines. */
    public Together together() {
        return together;
    }

    Room with(Together changed) {
        Room next = new Room(this);
        next.together = changed;
        return next;
    }

    private Room at(Instant time) {
        Room next = new Room(this);
        next.now = time;
        return next;
    }

    Room with(Library changed) {
        Room next = new Room(this);
        next.library = changed;
        next.read = true;
        return next;
    }

    Room with(Screen changed) {
        Room next = new Room(this);
        next.screen = changed;
        return next;
    }

    Room with(Catalog changed) {
        Room next = new Room(this);
        next.catalog = changed;
        return next;
    }

    Room with(Incident changed) {
        Room next = new Room(this);
        next.incident = changed;
        return next;
    }

    Room with(Checklist changed) {
        Room next = new Room(this);
        next.checklist = changed;
        return next;
    }

    Room with(Logs changed) {
        Room next = new Room(this);
        next.logs = changed;
        return next;
    }

    Room with(HealthBoard changed) {
        Room next = new Room(this);
        next.health = changed;
        return next;
    }

    Room with(Timeline changed) {
        Room next = new Room(this);
        next.timeline = changed;
        return next;
    }

    Room with(Outputs changed) {
        Room next = new Room(this);
        next.outputs = changed;
        return next;
    }

    Room with(LostRuns changed) {
        Room next = new Room(this);
        next.lost = changed;
        return next;
    }

    Room with(Suggestions changed) {
        Room next = new Room(this);
        next.suggestions = changed;
        return next;
    }

    Room with(Notice changed) {
        Room next = new Room(this);
        next.notice = changed;
        next.saidAt = now;
        return next;
    }

    Room asking(Question changed) {
        Room next = new Room(this);
        next.question = Optional.of(changed);
        next.notice = Notice.NONE;
        return next;
    }

    Room unasked() {
        Room next = new Room(this);
        next.question = Optional.empty();
        return next;
    }

    Room preparing(Optional<Step> changed) {
        Room next = new Room(this);
        next.preparing = changed;
        return next;
    }

    Room opening(boolean changed) {
        Room next = new Room(this);
        next.opening = changed;
        return next;
    }

    Room present(List<String> seen) {
        Room next = new Room(this);
        next.others = List.copyOf(seen);
        return next;
    }

    Room with(Retries changed) {
        Room next = new Room(this);
        next.retries = changed;
        return next;
    }

    Room with(Secrecy changed) {
        Room next = new Room(this);
        next.secrecy = changed;
        return next;
    }

    Room in(Mode given) {
        Room next = new Room(this);
        next.mode = given;
        return next;
    }

    Room with(Launches changed) {
        Room next = new Room(this);
        next.launches = changed;
        return next;
    }
}
