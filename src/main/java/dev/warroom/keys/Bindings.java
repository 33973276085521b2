package dev.warroom.keys;

import static dev.warroom.room.Key.Kind.BACK_TAB;
import static dev.warroom.room.Key.Kind.DOWN;
import static dev.warroom.room.Key.Kind.END;
import static dev.warroom.room.Key.Kind.ENTER;
import static dev.warroom.room.Key.Kind.ESCAPE;
import static dev.warroom.room.Key.Kind.HOME;
import static dev.warroom.room.Key.Kind.PAGE_DOWN;
import static dev.warroom.room.Key.Kind.PAGE_UP;
import static dev.warroom.room.Key.Kind.TAB;
import static dev.warroom.room.Key.Kind.UP;

import dev.warroom.room.Action;
import dev.warroom.room.Key;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one table of keys. */
public final class Bindings {

    private static final List<Binding> ALL =
            List.of(
                    bind(
                            Action.RUN,
                            "run the step (shows it first), open what is selected",
                            "run",
                            Key.of(ENTER)),
                    bind(
                            Action.INTERACTIVE,
                            "run the step in a terminal of its own (shows it first)",
                            "",
                            letter('i')),
                    bind(Action.DONE, "mark the step done", "done", letter('x')),
                    bind(Action.SKIP, "skip the step, with a reason", "skip", letter('s')),
                    bind(
                            Action.OUTPUT,
                            "output of the step, or of the last one that ran",
                            "output",
                            letter('o')),
                    bind(Action.STOP, "stop the running step (asks first)", "stop", letter('K')),
                    bind(Action.NOTE, "note on the timeline", "note", letter('t')),
                    bind(Action.STEP_NOTE, "note on the step", "", letter('T')),
                    bind(
                            Action.CHANGES,
                            "what has changed in the runbook while it is walked",
                            "changes",
                            letter('D')),
                    bind(
                            Action.UPDATE,
                            "status update; its clock starts again",
                            "update",
                            letter('u')),
                    bind(
                            Action.ACKNOWLEDGE,
                            "acknowledge the incident",
                            "acknowledge",
                            letter('a')),
                    bind(Action.ESCALATE, "escalate: call the next level", "escalate", letter('U')),
                    bind(
                            Action.CLOCK,
                            "do what is proposed for the clock that has run out",
                            "clock",
                            letter('c')),
                    bind(
                            Action.OTHER_CLOCK,
                            "what else can be done about a clock: extend, next option",
                            "",
                            letter('C')),
                    bind(
                            Action.FILTER,
                            "show only log lines, or facts, that match",
                            "filter",
                            letter('f')),
                    bind(Action.FILTER_OUT, "hide log lines that match", "", letter('F')),
                    bind(
                            Action.SEARCH,
                            "search the logs, upwards; find one of several hosts",
                            "",
                            letter('/')),
                    bind(Action.NEXT_MATCH, "next newer line searched for", "", letter('n')),
                    bind(Action.PREVIOUS_MATCH, "next older line searched for", "", letter('N')),
                    bind(Action.NEXT_ERROR, "next newer error in the logs", "", letter('e')),
                    bind(Action.PREVIOUS_ERROR, "next older error", "", letter('E')),
                    bind(Action.NEXT_WARNING, "next newer warning or error", "", letter('w')),
                    bind(Action.PREVIOUS_WARNING, "next older warning or error", "", letter('W')),
                    bind(Action.PIN, "pin the log line to the timeline", "", letter('p')),
                    bind(Action.MARK, "mark the log line, or take its mark away", "", letter('m')),
                    bind(
                            Action.COPY,
                            "copy the marked log lines, or the one that is meant",
                            "",
                            letter('y')),
                    bind(Action.FOLLOW, "follow the newest lines, or hold still", "", letter('=')),
                    bind(Action.DOWN, "down", "", letter('j'), Key.of(DOWN)),
                    bind(Action.UP, "up", "", letter('k'), Key.of(UP)),
                    bind(
                            Action.PAGE_DOWN,
                            "half a page down",
                            "",
                            Key.of(PAGE_DOWN),
                            letter(' '),
                            Key.control('d')),
                    bind(
                            Action.PAGE_UP,
                            "half a page up",
                            "",
                            Key.of(PAGE_UP),
                            letter('b'),
                            Key.control('u')),
                    bind(Action.TOP, "to the top", "", letter('g'), Key.of(HOME)),
                    bind(Action.END, "to the end", "", letter('G'), Key.of(END)),
                    bind(Action.NEXT_PANE, "next pane", "pane", Key.of(TAB)),
                    bind(Action.PREVIOUS_PANE, "pane before", "", Key.of(BACK_TAB)),
                    bind(Action.PANE_1, "checklist", "", letter('1')),
                    bind(Action.PANE_2, "logs", "", letter('2')),
                    bind(Action.PANE_3, "health", "", letter('3')),
                    bind(Action.PANE_4, "timeline", "", letter('4')),
                    bind(Action.ZOOM, "zoom the pane, and back", "zoom", letter('z')),
                    bind(
                            Action.FIND,
                            "find a runbook by its title, a symptom, a heading",
                            "runbooks",
                            letter('r')),
                    bind(Action.COMMAND, "command line", "command", letter(':')),
                    bind(Action.HELP, "these keys", "help", letter('?')),
                    bind(
                            Action.BACK,
                            "back: closes what lies on top, returns from a link",
                            "",
                            Key.of(ESCAPE)),
                    bind(
                            Action.QUIT,
                            "leave the room (asks first); what runs goes on",
                            "",
                            letter('q')));

    private final Map<Key, Action> actions = new HashMap<>();

    private Bindings(List<Binding> bindings) {
        for (Binding binding : bindings) {
            for (Key key : binding.keys()) {
                Action before = actions.put(key, binding.action());
                if (before != null) {
                    throw new IllegalArgumentException(
                            key.label() + " is bound to " + before + " and to " + binding.action());
                }
            }
        }
    }

    /** The keys as the program ships them. */
    public static Bindings usual() {
        return new Bindings(ALL);
    }

    /** All of them, in the order help shows them. */
    public List<Binding> all() {
        return ALL;
    }

    /** What {@code key} means in {@code room}: an action, or text for the question that is open. */
    public Signal meaning(Room room, Key key) {
        Action action = actions.get(key);
        return room.typing() || action == null ? new Signal.Typed(key) : new Signal.Asked(action);
    }

    private static Binding bind(Action action, String words, String brief, Key... keys) {
        return new Binding(List.of(keys), action, words, brief);
    }

    private static Key letter(char letter) {
        return Key.character(letter);
    }
}
