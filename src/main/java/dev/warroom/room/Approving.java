package dev.warroom.room;

import dev.warroom.danger.Danger;
import dev.warroom.danger.Dangers;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.ApprovalAsked;
import dev.warroom.incident.IncidentEvent.Approved;
import dev.warroom.incident.ScriptHash;
import dev.warroom.policy.Escalation.Level;
import dev.warroom.policy.Policy;
import dev.warroom.runbook.Step;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A second person agrees before a step runs. What is agreed to is one script at one place, be it
 * all hosts of a group: with any change to them it must be agreed to anew.
 */
public final class Approving {

    /** A level without contacts cannot be asked whether somebody belongs to it. */
    private static final String UNNAMED = " (nobody is named there: anybody else)";

    private Approving() {}

    /**
     * Who must agree.
     *
     * @param words for people: {@code level 2, Senior Engineer}
     * @param people who can, in small letters; anybody else than who runs it where it is empty
     */
    public record Need(String words, List<String> people) {

        public Need {
            people = List.copyOf(people);
        }

        boolean allows(String person) {
            return people.isEmpty() || people.contains(person.toLowerCase(Locale.ROOT));
        }
    }

    /** Who must agree to this run of {@code step}; empty where nobody must. */
    public static Optional<Need> need(Policy policy, Step step, List<Danger> dangers) {
        Optional<Need> named = step.attributes().approval().map(it -> named(policy, it));
        return named.or(
                () ->
                        dangers.stream()
                                .map(it -> policy.steps().approvals().get(it.kind().words()))
                                .filter(it -> it != null)
                                .max(Integer::compare)
                                .map(it -> level(policy, it)));
    }

    /** A level by its number or name, or else a person. */
    private static Need named(Policy policy, String who) {
        if (who.matches("[1-9]")) {
            return level(policy, Integer.parseInt(who));
        }
        if (who.equals("true") || who.equals("yes")) {
            return new Need("a second person", List.of());
        }
        return levels(policy).stream()
                .filter(it -> it.name().equalsIgnoreCase(who))
                .findFirst()
                .map(it -> level(policy, it.number()))
                .orElseGet(() -> new Need(who, List.of(who.toLowerCase(Locale.ROOT))));
    }

    /** Whoever is a contact of the level or of one above it; where nobody is, it says so. */
    private static Need level(Policy policy, int number) {
        List<String> people =
                levels(policy).stream()
                        .filter(it -> it.number() >= number)
                        .flatMap(it -> it.contacts().stream())
                        .map(it -> it.split("@", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .toList();
        String name =
                levels(policy).stream()
                        .filter(it -> it.number() == number)
                        .map(it -> ", " + it.name())
                        .findFirst()
                        .orElse("");
        String words = "level " + number + name;
        return new Need(people.isEmpty() ? words + UNNAMED : words, people);
    }

    private static List<Level> levels(Policy policy) {
        return policy.rules().escalation().levels();
    }

    /** What is agreed to, or is to be. */
    static String hash(Room room, Aim aim) {
        return ScriptHash.of(room.secrecy().masked(aim.first().script()), aim.place());
    }

    /** Who has agreed to exactly this, and when; nobody agrees to what they run themselves. */
    public static Optional<Fact> given(Room room, Aim aim, Need need) {
        String hash = hash(room, aim);
        return room.incident()
                .facts()
                .newest(Approved.class)
                .filter(
                        it ->
                                ((Approved) it.event()).hash().equals(hash)
                                        && !it.who().equals(room.person().name())
                                        && need.allows(it.who()))
                .findFirst();
    }

    /** Who must agree before it runs, and has not; empty where nobody must any more. */
    public static Optional<Need> missing(Room room, Question.Preview preview) {
        return need(room.policy(), preview.step(), preview.dangers())
                .filter(it -> given(room, preview.aim(), it).isEmpty());
    }

    /**
     * For the preview: who has agreed, or must.
     *
     * @param zone in which times of day are told
     */
    public static Optional<String> words(Room room, Question.Preview preview, ZoneId zone) {
        return need(room.policy(), preview.step(), preview.dangers())
                .map(
                        need ->
                                given(room, preview.aim(), need)
                                        .map(
                                                it ->
                                                        "approval: "
                                                                + it.who()
                                                                + " at "
                                                                + TimeOfDay.told(
                                                                        it.at(), room.now(), zone)
                                                                + ", of exactly this script")
                                        .orElse(
                                                "It needs the approval of "
                                                        + need.words()
                                                        + ": Enter asks for it."));
    }

    /** Asks for it: the others see that in their rooms. */
    static Next ask(Room room, Question.Preview preview, Need need) {
        Aim aim = preview.aim();
        Step step = preview.step();
        return Next.of(
                room.unasked()
                        .with(
                                Notice.plain(
                                        "Asked for the approval of "
                                                + need.words()
                                                + " (:approve). Enter runs it then.")),
                new Effect.Record(
                        new ApprovalAsked(
                                step.id(),
                                step.title(),
                                room.secrecy().masked(aim.first().script()),
                                aim.place(),
                                hash(room, aim),
                                need.words())));
    }

    /** Shows what somebody else asks for. */
    static Next approve(Room room) {
        Optional<Fact> asked = open(room);
        if (asked.isEmpty()) {
            return Next.of(room.with(Notice.plain("Nobody asks for an approval.")));
        }
        ApprovalAsked what = (ApprovalAsked) asked.get().event();
        if (!room.mode().writes()) {
            return Next.of(room.with(Notice.bad(room.mode().refusal())));
        }
        if (asked.get().who().equals(room.person().name())) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    "You have asked for it yourself: another user must agree, in"
                                            + " their room.")));
        }
        boolean authority =
                step(room, what.step())
                        .flatMap(it -> need(room.policy(), it, Dangers.in(what.script())))
                        .map(it -> it.allows(room.person().name()))
                        .orElse(true);
        return authority
                ? Next.of(room.asking(new Question.Approve(asked.get().who(), what, 0)))
                : Next.of(
                        room.with(
                                Notice.bad(
                                        room.person().name()
                                                + " is no contact of "
                                                + what.who()
                                                + " or above in warroom.yaml: somebody who is"
                                                + " must agree.")));
    }

    /** What is agreed to is what was shown. */
    static Next agreed(Room room, Question.Approve question) {
        ApprovalAsked asked = question.asked();
        return Next.of(
                room.unasked(),
                new Effect.Record(
                        new Approved(asked.step(), asked.title(), asked.target(), asked.hash())));
    }

    /** The newest that was asked for and has not been given. */
    private static Optional<Fact> open(Room room) {
        Optional<Fact> open = Optional.empty();
        List<Fact> approvals =
                room.incident().facts().only(ApprovalAsked.class, Approved.class).toList();
        for (Fact fact : approvals) {
            if (fact.event() instanceof ApprovalAsked) {
                open = Optional.of(fact);
            } else if (fact.event() instanceof Approved given) {
                open = open.filter(it -> !((ApprovalAsked) it.event()).hash().equals(given.hash()));
            }
        }
        return open;
    }

    private static Optional<Step> step(Room room, String id) {
        return room.library().having(id).flatMap(it -> it.step(id));
    }
}
