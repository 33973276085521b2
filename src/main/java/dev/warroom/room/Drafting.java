package dev.warroom.room;

import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.policy.Hook;
import dev.warroom.policy.Template;
import dev.warroom.room.Question.Purpose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a message comes about: its template is filled, what is missing asked, and then it is sent.
 */
public final class Drafting {

    static final List<CommandLine.Command> COMMANDS =
            List.of(
                    new CommandLine.Command(
                            "message NAME", "write a message: declaration, resolution and others"));

    private static final String STATUS = "status";

    /** What is known of a message before those it is handed to have answered. */
    static final String ON_ITS_WAY = "on its way to ";

    private Drafting() {}

    /** The names of all messages that can be written, in the order of the alphabet. */
    static List<String> names(Room room) {
        TreeSet<String> names = new TreeSet<>();
        room.policy().rules().templates().forEach(it -> names.add(it.name()));
        room.library().templates().forEach(it -> names.add(name(it)));
        return List.copyOf(names);
    }

    /** The hooks that take this message, by name; none where nothing runs from this room. */
    public static List<String> hooks(Room room, String message) {
        return room.policy().rules().hooks().stream()
                .filter(it -> room.mode().runs() && it.takes(message))
                .map(Hook::name)
                .toList();
    }

    static Next command(Room room, String name) {
        if (!room.mode().writes()) {
            return said(room, room.mode().refusal());
        }
        if (!room.incident().begun() || room.incident().severity().isEmpty()) {
            return said(room, "No incident is open that a message could be about.");
        }
        if (name.equals(Template.UPDATE) && room.incident().open()) {
            return update(room);
        }
        Optional<Draft> fresh = fresh(room, name);
        return fresh.isEmpty()
                ? Next.of(
                        room.with(
                                Notice.bad(
                                        (name.isEmpty()
                                                        ? "Say which message: "
                                                        : "There is no message \""
                                                                + name
                                                                + "\". Messages: ")
                                                + String.join(" ", names(room)))))
                : kept(room, name)
                        .filter(it -> it.edited().isPresent())
                        .map(it -> Next.of(room.asking(new Question.Sending(it, 0))))
                        .orElseGet(() -> goOn(room, fresh.get()));
    }

    /** Asks how things stand; one that was left before it was sent is gone on with. */
    static Next update(Room room) {
        Optional<Draft> kept = kept(room, Template.UPDATE);
        if (kept.isPresent() && kept.get().edited().isPresent()) {
            return Next.of(room.asking(new Question.Sending(kept.get(), 0)));
        }
        String before =
                kept.map(it -> it.values().getOrDefault(STATUS, ""))
                        .filter(it -> !it.equals(LiveValues.status(room.incident())))
                        .orElse("");
        return Next.of(room.asking(new Question.Text(new Purpose.Update(), Line.of(before))));
    }

    /**
     * @param status how things stand, in the person's words; what the record says where it is empty
     */
    static Next updated(Room room, String status) {
        Draft draft = fresh(room, Template.UPDATE).orElseThrow();
        return goOn(room, status.isEmpty() ? draft : draft.with(STATUS, status));
    }

    /** The next thing that is missing is asked; then the whole is shown. */
    private static Next goOn(Room room, Draft draft) {
        Room next = room.drafting(Optional.of(draft));
        return Next.of(
                draft.missing()
                        .map(
                                it ->
                                        next.asking(
                                                new Question.Text(
                                                        new Purpose.Blank(draft, it),
                                                        Line.of(offered(room, it)))))
                        .orElseGet(() -> next.asking(new Question.Sending(draft, 0))));
    }

    private static String offered(Room room, Draft.Slot slot) {
        return slot.key().equals(Draft.ETA)
                ? room.incident().values().getOrDefault(Draft.ETA, "")
                : "";
    }

    static Next answered(Room room, Purpose.Blank blank, String typed) {
        Optional<String> nothing = blank.slot().whenEmpty();
        String text = typed.isEmpty() ? nothing.orElse("") : typed;
        if (text.isEmpty()) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    blank.slot().written()
                                            + " needs words before the message can go; Esc leaves"
                                            + " it for later.")));
        }
        String key = blank.slot().key();
        Next next = goOn(room.unasked(), blank.draft().with(key, text));
        boolean news =
                !nothing.equals(Optional.of(text))
                        && !text.equals(room.incident().values().get(key));
        return news ? next.and(List.of(new Effect.Record(new ValueSet(key, text)))) : next;
    }

    /** A level was called: what takes such messages gets this one at once. */
    static Next escalated(Room room, Escalated event) {
        Room told = room.with(CommandNotice.of(room, event));
        Optional<Draft> draft = fresh(room, Template.ESCALATION);
        if (draft.isEmpty() || told.question().isPresent()) {
            return Next.of(told);
        }
        if (draft.get().missing().isEmpty() && !hooks(room, Template.ESCALATION).isEmpty()) {
            return new Next(told, handed(room, draft.get()));
        }
        Next next = goOn(told, draft.get());
        return new Next(next.room().with(told.notice()), next.effects());
    }

    static Next typed(Room room, Question.Writing writing, Key key) {
        return Next.of(
                room.asking(
                        key.kind() == Key.Kind.TAB
                                ? writing.done()
                                : writing.with(writing.area().typed(key))));
    }

    static Next typed(Room room, Question.Sending sending, Key key) {
        int page = Moving.page(room);
        return switch (key.kind()) {
            case ENTER -> send(room, sending.draft());
            case UP -> Next.of(room.asking(sending.scrolled(-1)));
            case DOWN -> Next.of(room.asking(sending.scrolled(1)));
            case PAGE_UP -> Next.of(room.asking(sending.scrolled(-page)));
            case PAGE_DOWN -> Next.of(room.asking(sending.scrolled(page)));
            case CHARACTER ->
                    switch (key.codePoint()) {
                        case 'y' -> copy(room, sending.draft());
                        case 'e' -> Next.of(room.asking(Question.Writing.of(sending.draft())));
                        case 'r' -> again(room, sending.draft());
                        case 'k' -> Next.of(room.asking(sending.scrolled(-1)));
                        case 'j' -> Next.of(room.asking(sending.scrolled(1)));
                        case 'b' -> Next.of(room.asking(sending.scrolled(-page)));
                        case ' ' -> Next.of(room.asking(sending.scrolled(page)));
                        default -> Next.of(room);
                    };
            default -> Next.of(room);
        };
    }

    /** Esc: out of the writing to what would be sent; out of that, with the message kept. */
    static Next left(Room room) {
        return Next.of(
                switch (room.question().orElseThrow()) {
                    case Question.Writing writing -> room.asking(writing.done());
                    case Question.Sending(Draft draft, int from) ->
                            room.unasked()
                                    .drafting(Optional.of(draft))
                                    .with(
                                            Notice.plain(
                                                    "Not sent. :message "
                                                            + draft.name()
                                                            + " goes on with it."));
                    default -> room.unasked();
                });
    }

    /** From what is known now; what was answered stays, what was written by hand goes. */
    private static Next again(Room room, Draft draft) {
        Map<String, String> values = new HashMap<>(draft.values());
        values.putAll(LiveValues.of(room));
        if (draft.values().containsKey(STATUS)) {
            values.put(STATUS, draft.values().get(STATUS));
        }
        return goOn(
                room,
                new Draft(draft.name(), draft.template(), draft.slots(), values, Optional.empty()));
    }

    private static Next send(Room room, Draft draft) {
        if (draft.text().isBlank()) {
            return empty(room);
        }
        return hooks(room, draft.name()).isEmpty()
                ? copy(room, draft)
                : new Next(
                        room.unasked().drafting(Optional.empty()),
                        told(room, draft, handed(room, draft)));
    }

    private static Next copy(Room room, Draft draft) {
        return draft.text().isBlank()
                ? empty(room)
                : new Next(
                        room.unasked().drafting(Optional.empty()),
                        told(room, draft, List.of(new Effect.Copy(outgoing(room, draft)))));
    }

    private static Next empty(Room room) {
        return Next.of(room.with(Notice.bad("The message is empty: e writes it, Esc leaves it.")));
    }

    /** A status update starts its clock again. */
    private static List<Effect> told(Room room, Draft draft, List<Effect> effects) {
        List<Effect> all = new ArrayList<>();
        if (draft.name().equals(Template.UPDATE) && room.incident().open()) {
            String status = draft.values().getOrDefault(STATUS, LiveValues.status(room.incident()));
            all.add(new Effect.Record(new StatusUpdated(status)));
        }
        all.addAll(effects);
        return all;
    }

    /** What was sent, and to what, is written down first; the answers follow. */
    private static List<Effect> handed(Room room, Draft draft) {
        String to = String.join(", ", hooks(room, draft.name()));
        return List.of(
                new Effect.Record(
                        new MessageSent(draft.name(), text(room, draft), ON_ITS_WAY + to)),
                new Effect.Hand(outgoing(room, draft)));
    }

    private static Outgoing outgoing(Room room, Draft draft) {
        return new Outgoing(draft.name(), text(room, draft), room.incident());
    }

    /** No secret goes out that the room knows of. */
    private static String text(Room room, Draft draft) {
        return room.secrecy().masked(draft.text());
    }

    /** The workspace's own template, else a runbook's of that name. */
    private static Optional<Draft> fresh(Room room, String name) {
        Map<String, String> values = new HashMap<>(LiveValues.of(room));
        values.replaceAll((key, value) -> room.secrecy().masked(value));
        values.remove(Draft.ETA);
        return room.policy()
                .rules()
                .template(name)
                .map(it -> Draft.of(name, it.text(), values))
                .or(
                        () ->
                                room.library().templates().stream()
                                        .filter(it -> name(it).equals(name))
                                        .findFirst()
                                        .map(it -> ofRunbook(name, it, values)));
    }

    private static Draft ofRunbook(
            String name, dev.warroom.runbook.Template template, Map<String, String> values) {
        List<Draft.Slot> slots =
                template.placeholders().stream()
                        .map(it -> new Draft.Slot(it.written(), Draft.key(it.name())))
                        .distinct()
                        .toList();
        return new Draft(name, template.text(), slots, values, Optional.empty());
    }

    /** The heading that a runbook's template stands under, as one word. */
    private static String name(dev.warroom.runbook.Template template) {
        return template.title()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static Optional<Draft> kept(Room room, String name) {
        return room.draft().filter(it -> it.name().equals(name));
    }

    private static Next said(Room room, String words) {
        return Next.of(room.with(Notice.plain(words)));
    }
}
