package dev.warroom.room;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.List;
import java.util.Optional;

/**
 * What commands have suggested for placeholders, the last time each was asked.
 *
 * @param byName by the name of the placeholder
 */
public record Suggestions(PMap<String, Answer> byName) {

    static final Suggestions NONE = new Suggestions(HashTreePMap.empty());

    /** Values kept of one answer. */
    public static final int MOST = 50;

    /**
     * @param values a line each; those of the time before while {@code asking}
     * @param why there are none, or not all; empty where nothing went wrong
     */
    public record Answer(boolean asking, List<String> values, String why) {}

    public Optional<Answer> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Suggestions asking(String name) {
        List<String> before = of(name).map(Answer::values).orElse(List.of());
        return new Suggestions(byName.plus(name, new Answer(true, before, "")));
    }

    Suggestions answered(Signal.Suggested answer) {
        List<String> some = answer.values().subList(0, Math.min(MOST, answer.values().size()));
        return new Suggestions(
                byName.plus(answer.name(), new Answer(false, List.copyOf(some), answer.why())));
    }
}
