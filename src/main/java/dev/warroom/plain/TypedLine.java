package dev.warroom.plain;

import dev.warroom.keys.Bindings;
import dev.warroom.room.Action;
import dev.warroom.room.Key;
import dev.warroom.room.Notice;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line that a person typed, as the signals that the keys of the full screen would have made: the
 * rules are the room's, whichever way it is spoken to.
 */
public final class TypedLine {

    /** Closes a question without an answer, where no key can be pressed for that. */
    public static final String BACK = ":back";

    /** Words for actions, beside their keys; what follows one answers what it asks. */
    private static final Map<String, Action> WORDS =
            Map.ofEntries(
                    Map.entry("run", Action.RUN),
                    Map.entry("done", Action.DONE),
                    Map.entry("skip", Action.SKIP),
                    Map.entry("stop", Action.STOP),
                    Map.entry("output", Action.OUTPUT),
                    Map.entry("note", Action.NOTE),
                    Map.entry("update", Action.UPDATE),
                    Map.entry("acknowledge", Action.ACKNOWLEDGE),
                    Map.entry("escalate", Action.ESCALATE),
                    Map.entry("clock", Action.CLOCK),
                    Map.entry("next", Action.DOWN),
                    Map.entry("previous", Action.UP),
                    Map.entry("first", Action.TOP),
                    Map.entry("last", Action.END),
                    Map.entry("quit", Action.QUIT));

    private TypedLine() {}

    /** The words that stand for actions. */
    public static List<String> words() {
        return WORDS.keySet().stream().sorted().toList();
    }

    /** What {@code line} means in {@code room}. */
    public static List<Signal> signals(Room room, Bindings bindings, String line) {
        String text = line.strip();
        if (room.question().isPresent()) {
            return answer(room.question().get(), text);
        }
        if (text.isEmpty()) {
            return List.of(new Signal.Asked(Action.RUN));
        }
        if (text.startsWith(":") && text.length() > 1) {
            return asked(Action.COMMAND, text.substring(1));
        }
        if (text.matches("\\d{1,6}")) {
            return step(room, Integer.parseInt(text));
        }
        int titled = titles(room).indexOf(text.toLowerCase(Locale.ROOT));
        if (titled >= 0) {
            return step(room, titled + 1);
        }
        String[] parts = text.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return action(room, bindings, parts[0])
                .map(it -> asked(it, rest))
                .orElseGet(() -> List.of(unknown(text)));
    }

    private static Optional<Action> action(Room room, Bindings bindings, String word) {
        if (word.codePointCount(0, word.length()) == 1) {
            Signal meaning = bindings.meaning(room, Key.character(word.codePointAt(0)));
            return meaning instanceof Signal.Asked(Action action)
                    ? Optional.of(action)
                    : Optional.empty();
        }
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    private static List<Signal> asked(Action action, String rest) {
        List<Signal> signals = new ArrayList<>();
        signals.add(new Signal.Asked(action));
        if (!rest.isEmpty()) {
            signals.addAll(text(rest));
        }
        return signals;
    }

    private static List<Signal> answer(Question question, String text) {
        if (text.equals(BACK)) {
            return List.of(key(Key.Kind.ESCAPE));
        }
        return switch (question) {
            case Question.Text(Question.Purpose.Confirm asked, var line) -> typed(text);
            case Question.Text asked -> text(text);
            case Question.Preview preview ->
                    List.of(
                            text.matches("[1-9f]")
                                    ? new Signal.Typed(Key.character(text.charAt(0)))
                                    : key(text.equalsIgnoreCase("tab") ? Key.Kind.TAB : yes(text)));
            case Question.Reading reading -> List.of(key(Key.Kind.ESCAPE));
            case Question.Writing writing -> List.of(key(Key.Kind.ESCAPE));
            case Question.Sending sending -> List.of(key(yes(text)));
            case Question.Stop stop -> letters(text);
            case Question.Approve approve -> letters(text);
            case Question.StopAll all -> letters(text);
            case Question.Unclaimed unclaimed -> yesOrNo(text);
            case Question.Leave leave -> letters(text);
            case Question.Criterion criterion -> yesOrNo(text);
            case Question.Resume resume ->
                    List.of(
                            text.matches("[naw]")
                                    ? new Signal.Typed(Key.character(text.charAt(0)))
                                    : key(Key.Kind.ESCAPE));
            case Question.Holds holds -> yesOrNo(text);
            case Question.ClockChoice choice ->
                    List.of(
                            text.isEmpty()
                                    ? key(Key.Kind.ESCAPE)
                                    : new Signal.Typed(Key.character(text.codePointAt(0))));
        };
    }

    private static Key.Kind yes(String text) {
        return text.equalsIgnoreCase("y") || text.equalsIgnoreCase("yes")
                ? Key.Kind.ENTER
                : Key.Kind.ESCAPE;
    }

    /** A yes, or anything else, which is a no: no line may leave the question open for ever. */
    private static List<Signal> letters(String text) {
        return List.of(
                yes(text) == Key.Kind.ENTER
                        ? new Signal.Typed(Key.character('y'))
                        : key(Key.Kind.ESCAPE));
    }

    /** A yes, a no, or anything else, which leaves it open. */
    private static List<Signal> yesOrNo(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("n")
                ? List.of(new Signal.Typed(Key.character('n')))
                : letters(text);
    }

    /** Letter by letter, where pasted text does not count. */
    private static List<Signal> typed(String text) {
        List<Signal> signals = new ArrayList<>();
        text.codePoints().forEach(it -> signals.add(new Signal.Typed(Key.character(it))));
        signals.add(key(Key.Kind.ENTER));
        return signals;
    }

    /** What stands in the line already is replaced. */
    private static List<Signal> text(String text) {
        return List.of(
                key(Key.Kind.END),
                new Signal.Typed(Key.control('u')),
                new Signal.Pasted(text),
                key(Key.Kind.ENTER));
    }

    private static List<String> titles(Room room) {
        return room.checklist().steps().stream()
                .map(it -> it.title().strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Signal> step(Room room, int number) {
        int steps = room.checklist().steps().size();
        if (number < 1 || number > steps) {
            String rule = steps == 0 ? "there are none" : "they go from 1 to " + steps;
            return List.of(
                    new Signal.Said(Notice.bad("There is no step " + number + ": " + rule + ".")));
        }
        int by = room.checklist().way(room.checklist().steps().get(number - 1));
        Signal move = new Signal.Asked(by < 0 ? Action.UP : Action.DOWN);
        return java.util.Collections.nCopies(Math.abs(by), move);
    }

    private static Signal key(Key.Kind kind) {
        return new Signal.Typed(Key.of(kind));
    }

    private static Signal unknown(String text) {
        return new Signal.Said(
                Notice.bad("\"" + text + "\" means nothing here. help shows what can be typed."));
    }
}
