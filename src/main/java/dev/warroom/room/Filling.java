package dev.warroom.room;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ValueKept;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.room.Question.Purpose;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Step;
import dev.warroom.text.Masking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values for placeholders: asked for, offered, remembered. */
public final class Filling {

    private static final int MOST_LINES_LOOKED_AT = 50;

    /** What is longer is no value. */
    private static final int LONGEST_PRINTED = 100;

    private Filling() {}

    /**
     * Something that may be meant.
     *
     * @param words where it comes from
     */
    public record Offer(String value, String words) {}

    /** Asks for the value, and the command that suggests some, where there is one. */
    static Next ask(Room room, Step step, Placeholder placeholder) {
        boolean secret = room.secrecy().named(placeholder.name());
        String before = secret ? "" : room.incident().values().getOrDefault(placeholder.name(), "");
        Room asking =
                room.asking(
                        new Question.Text(new Purpose.Value(step, placeholder), Line.of(before)));
        return placeholder
                .suggestion()
                .filter(it -> room.mode().runs())
                .map(
                        command ->
                                Next.of(
                                        asking.with(room.suggestions().asking(placeholder.name())),
                                        new Effect.Suggest(placeholder.name(), command)))
                .orElseGet(() -> Next.of(asking));
    }

    /**
     * What is offered for a placeholder: what it was in this incident, the newest first, then what
     * was suggested, and at last that it stays as it stands.
     */
    public static List<Offer> offers(Room room, Placeholder placeholder) {
        List<Offer> offers = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String value : remembered(room, placeholder.name())) {
            if (seen.add(value)) {
                offers.add(new Offer(value, "used before"));
            }
        }
        boolean secret = room.secrecy().named(placeholder.name());
        captured(room, placeholder).stream()
                .filter(it -> !secret && seen.add(it.value()))
                .forEach(offers::add);
        room.suggestions().of(placeholder.name()).stream()
                .filter(it -> !secret)
                .flatMap(it -> it.values().stream())
                .filter(seen::add)
                .forEach(it -> offers.add(new Offer(it, "suggested")));
        printedLast(room).filter(it -> !secret && seen.add(it.value())).ifPresent(offers::add);
        if (seen.add(placeholder.written())) {
            offers.add(new Offer(placeholder.written(), "leave it as it stands"));
        }
        return offers;
    }

    /** The last lines that steps of the placeholder's name have printed. */
    private static List<Offer> captured(Room room, Placeholder placeholder) {
        List<Offer> offers = new ArrayList<>();
        for (Step step : room.checklist().steps()) {
            if (step.attributes().name().equals(Optional.of(placeholder.name()))) {
                room.incident()
                        .step(step.id())
                        .last()
                        .flatMap(it -> lastLine(room, it.run()))
                        .ifPresent(it -> offers.add(new Offer(it, "printed by " + step.title())));
            }
        }
        return offers;
    }

    private static Optional<Offer> printedLast(Room room) {
        return room.incident()
                .newest()
                .flatMap(it -> lastLine(room, it.run()))
                .map(it -> new Offer(it, "printed last"));
    }

    private static Optional<String> lastLine(Room room, String run) {
        return room
                .outputs()
                .of(run)
                .map(it -> it.lines().window(0, MOST_LINES_LOOKED_AT))
                .orElse(List.of())
                .reversed()
                .stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .filter(it -> it.length() <= LONGEST_PRINTED && !it.contains(Masking.MASK));
    }

    private static List<String> remembered(Room room, String name) {
        List<String> values = new ArrayList<>();
        room.incident()
                .facts()
                .only(ValueSet.class)
                .forEach(
                        it -> {
                            if (it.event() instanceof ValueSet set
                                    && set.name().equals(name)
                                    && !set.value().equals(Masking.MASK)) {
                                values.addFirst(set.value());
                            }
                        });
        return values;
    }

    /** Whether {@code key} goes through the offers. */
    static boolean moves(Key key) {
        return switch (key.kind()) {
            case DOWN, UP, TAB, BACK_TAB -> true;
            default -> false;
        };
    }

    /** The line holds the next offer, or the one before it; what was typed is not one. */
    static Room moved(Room room, Purpose.Value asked, Line line, Key key) {
        boolean down = key.kind() == Key.Kind.DOWN || key.kind() == Key.Kind.TAB;
        List<String> values = offers(room, asked.placeholder()).stream().map(Offer::value).toList();
        int here = values.indexOf(line.text());
        int first = down ? 0 : values.size() - 1;
        int to = here < 0 ? first : Math.floorMod(here + (down ? 1 : -1), values.size());
        return room.asking(new Question.Text(asked, Line.of(values.get(to))));
    }

    /** Who answers with the placeholder itself says that it is none. */
    static IncidentEvent answered(Placeholder placeholder, String text) {
        return text.equals(placeholder.written())
                ? new ValueKept(placeholder.name(), placeholder.written())
                : new ValueSet(placeholder.name(), text);
    }

    /** A secret is kept in the room; what is written down does not have it. */
    static Next taken(Room room, Step step, Placeholder placeholder, String text) {
        Room next = room.preparing(Optional.of(step));
        IncidentEvent event = answered(placeholder, text);
        return event instanceof ValueSet && room.secrecy().named(placeholder.name())
                ? Next.of(
                        next.with(room.secrecy().knowing(placeholder.name(), text)),
                        new Effect.Record(new ValueSet(placeholder.name(), Masking.MASK)))
                : Next.of(next, new Effect.Record(event));
    }

    /** The placeholder that the preview names by a digit, counted from 1. */
    static Next change(Room room, Step step, int number) {
        return number >= 1 && number <= step.placeholders().size()
                ? ask(room.unasked(), step, step.placeholders().get(number - 1))
                : Next.of(room);
    }
}
