package dev.warroom.room;

import dev.warroom.incident.Command;
import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.CommandEvent.FollowUpAdded;
import dev.warroom.incident.CommandEvent.FollowUpDone;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.PostMortemScheduled;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Severity;
import dev.warroom.incident.Title;
import dev.warroom.room.Question.Purpose;
import dev.warroom.runbook.Step;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands after {@code :} by which an incident is commanded. */
final class Commanding {

    static final List<CommandLine.Command> COMMANDS =
            List.of(
                    command("declare P1 TITLE", "declare an incident"),
                    command("severity P1 WHY", "the incident is worse, or less bad"),
                    command("role ROLE PERSON", "who does what; - gives it up"),
                    command("mitigate HOW", "the service works again"),
                    command("reopen WHY", "it was not over"),
                    command("extend TIME WHY", "give the pressing clock more time: 10m in a call"),
                    command("escalate LEVEL", "call the next level, or this one"),
                    command("answered WHO", "the called level has answered"),
                    command("criteria", "answer what escalation rules ask"),
                    command("followup WHO WHAT", "something to be done later, with its owner"),
                    command("done NUMBER", "a follow-up is done"),
                    command("postmortem WHEN", "schedule it: +24h, or 2026-03-02 10:00 (UTC)"),
                    command("amend NUMBER TEXT", "tell a fact of the timeline better"),
                    command("deployment VERSION", "note a deployment, for the reports"),
                    command("security WHAT", "note a security event, for the reports"));

    private Commanding() {}

    private static CommandLine.Command command(String usage, String words) {
        return new CommandLine.Command(usage, words);
    }

    /** Empty where {@code name} is none of these. */
    static Optional<Next> run(Room room, String name, String rest) {
        Incident incident = room.incident();
        boolean ours = COMMANDS.stream().anyMatch(it -> it.name().equals(name));
        if (!ours) {
            return Optional.empty();
        }
        if (!room.mode().writes()) {
            return said(room, room.mode().refusal());
        }
        if (name.equals("declare")) {
            return Optional.of(declare(room, rest));
        }
        if (!incident.begun() || incident.severity().isEmpty()) {
            return said(room, "No incident is open: \":declare P1 TITLE\" declares one.");
        }
        return Optional.of(
                switch (name) {
                    case "severity" -> severity(room, rest);
                    case "role" -> role(room, rest);
                    case "mitigate" -> worded(room, rest, "mitigate HOW", Mitigated::new);
                    case "reopen" -> reopen(room, rest);
                    case "extend" -> extend(room, rest, Optional.empty());
                    case "escalate" ->
                            Escalating.ask(room, rest.isEmpty() ? Optional.empty() : number(rest));
                    case "answered" -> Escalating.answered(room, rest);
                    case "criteria" -> Escalating.criteria(room);
                    case "followup" -> followUp(room, rest);
                    case "done" -> done(room, rest);
                    case "postmortem" -> postMortem(room, rest);
                    case "amend" -> amend(room, rest);
                    case "deployment" ->
                            worded(
                                    room,
                                    rest,
                                    "deployment WHAT",
                                    it -> new KindNoted("deployment", it));
                    default ->
                            worded(
                                    room,
                                    rest,
                                    "security WHAT",
                                    it -> new KindNoted("security", it));
                });
    }

    private static Next declare(Room room, String rest) {
        String[] words = rest.split("\\s+", 2);
        Optional<Severity> severity = Severity.parse(words[0]);
        if (severity.isEmpty()) {
            return usage(room, "declare P1 TITLE", "\"" + words[0] + "\" is not a severity");
        }
        if (room.incident().begun()) {
            return bad(
                    room,
                    room.incident().id()
                            + " is open here. Another is declared with: warroom declare");
        }
        String title = words.length > 1 ? words[1].strip() : "";
        Optional<String> wrong = Title.whyNot(title);
        return wrong.isPresent()
                ? bad(room, wrong.get())
                : new Next(room.opening(true), List.of(journal(room, severity.get(), title)));
    }

    private static Effect journal(Room room, Severity severity, String title) {
        return new Effect.CreateJournal(
                Declaring.events(
                        severity,
                        title,
                        room.policy().service(),
                        room.workspace(),
                        room.library()));
    }

    private static Next severity(Room room, String rest) {
        String[] words = rest.split("\\s+", 2);
        Optional<Severity> to = Severity.parse(words[0]);
        Severity from = room.incident().severity().orElseThrow();
        if (to.isEmpty()) {
            return usage(room, "severity P1 WHY", "\"" + words[0] + "\" is not a severity");
        }
        if (to.get() == from) {
            return bad(room, "It is " + from + " already.");
        }
        return words.length < 2
                ? usage(
                        room,
                        "severity " + to.get() + " WHY",
                        "a change of severity needs a reason")
                : record(room, new SeverityChanged(from, to.get(), words[1].strip()));
    }

    private static Next role(Room room, String rest) {
        List<String> roles = room.policy().rules().roles();
        Optional<String> role =
                roles.stream()
                        .filter(it -> starts(rest, it))
                        .findFirst()
                        .or(
                                () ->
                                        roles.stream()
                                                .filter(it -> starts(it, rest.split("\\s+")[0]))
                                                .findFirst());
        if (rest.isEmpty() || role.isEmpty()) {
            return usage(room, "role ROLE PERSON", "the roles are " + String.join(", ", roles));
        }
        String person =
                starts(rest, role.get())
                        ? rest.substring(role.get().length()).strip()
                        : rest.contains(" ") ? rest.split("\\s+", 2)[1].strip() : "";
        return record(
                room,
                new RoleAssigned(
                        role.get(),
                        person.equals("-")
                                ? ""
                                : person.isEmpty() ? room.person().name() : person));
    }

    private static boolean starts(String text, String beginning) {
        return !beginning.isEmpty()
                && text.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private static Next reopen(Room room, String rest) {
        if (room.incident().open()) {
            return bad(room, room.incident().id() + " is not over.");
        }
        return rest.isEmpty()
                ? usage(room, "reopen WHY", "reopening needs a reason")
                : record(room, new Reopened(rest));
    }

    /**
     * @param clock the one to extend; the one that has run out, or is the next to, where it is
     *     empty
     */
    static Next extend(Room room, String rest, Optional<Clocks.Clock> clock) {
        String[] words = rest.split("\\s+", 2);
        Optional<Duration> by = DurationWords.parse(words[0]).filter(it -> it.isPositive());
        if (by.isEmpty() || words.length < 2) {
            return usage(room, "extend 10m WHY", "an extension needs a time and a reason");
        }
        Optional<Clocks.Clock> which =
                clock.or(() -> Proposal.of(room).map(Proposal::clock))
                        .or(
                                () ->
                                        Clocks.of(room).stream()
                                                .min(
                                                        java.util.Comparator.comparing(
                                                                Clocks.Clock::left)));
        return which.map(
                        it ->
                                Next.of(
                                        room,
                                        new Effect.Record(
                                                new DeadlineExtended(
                                                        it.id(),
                                                        extension(it, room.now(), by.get()),
                                                        words[1].strip()))))
                .orElseGet(() -> bad(room, "No clock is running."));
    }

    /** More time from now on, where it has run out. */
    private static Duration extension(Clocks.Clock clock, Instant now, Duration by) {
        return clock.over() ? Duration.between(clock.due(), now).plus(by) : by;
    }

    private static Next followUp(Room room, String rest) {
        String[] words = rest.split("\\s+", 2);
        int number = room.incident().command().followUps().size() + 1;
        return words.length < 2
                ? usage(room, "followup WHO WHAT", "a follow-up needs an owner and what to do")
                : record(room, new FollowUpAdded(number, words[1].strip(), words[0]));
    }

    private static Next done(Room room, String rest) {
        List<Command.FollowUp> open =
                room.incident().command().followUps().stream().filter(it -> !it.done()).toList();
        Optional<Integer> number =
                number(rest).filter(it -> open.stream().anyMatch(up -> up.number() == it));
        return number.map(it -> record(room, new FollowUpDone(it)))
                .orElseGet(
                        () ->
                                usage(
                                        room,
                                        "done NUMBER",
                                        open.isEmpty()
                                                ? "no follow-up is open"
                                                : "open are "
                                                        + String.join(
                                                                ", ",
                                                                open.stream()
                                                                        .map(it -> "" + it.number())
                                                                        .toList())));
    }

    private static Next postMortem(Room room, String rest) {
        Optional<Instant> when = when(rest, room.now());
        if (when.isEmpty()) {
            return usage(room, "postmortem +24h", "\"" + rest + "\" is not a time");
        }
        return when.get().isBefore(room.now())
                ? bad(room, "\"" + rest + "\" is over already; name a time that is to come.")
                : record(room, new PostMortemScheduled(when.get()));
    }

    private static Optional<Instant> when(String text, Instant now) {
        if (text.startsWith("+")) {
            return DurationWords.parse(text.substring(1)).map(now::plus);
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(text.strip().replace(' ', 'T').replaceFirst("Z$", ""))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Next amend(Room room, String rest) {
        String[] words = rest.split("\\s+", 2);
        int facts = room.incident().facts().size();
        Optional<Integer> number = number(words[0]).filter(it -> it >= 1 && it <= facts);
        if (number.isPresent() && words.length > 1) {
            return record(room, new Amended(number.get(), words[1].strip()));
        }
        Optional<Fact> meant =
                Recalling.onTimeline(room) ? Recalling.meant(room) : Optional.empty();
        boolean wordsOnly = number(words[0]).isEmpty() && !rest.isEmpty();
        return meant.isPresent() && wordsOnly
                ? record(room, new Amended(meant.get().number(), rest))
                : usage(
                        room,
                        "amend NUMBER TEXT",
                        "facts are numbered 1 to "
                                + facts
                                + "; Enter on the timeline shows a fact's number");
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,8}")
                ? Optional.of(Integer.parseInt(text.strip()))
                : Optional.empty();
    }

    private static Next worded(
            Room room,
            String rest,
            String usage,
            java.util.function.Function<String, CommandEvent> event) {
        return rest.isEmpty()
                ? usage(room, usage, "the words go into the record")
                : record(room, event.apply(rest));
    }

    private static Next record(Room room, CommandEvent event) {
        return Next.of(room, new Effect.Record(event));
    }

    private static Next usage(Room room, String usage, String why) {
        return bad(room, "Write :" + usage + " (" + why + ").");
    }

    private static Next bad(Room room, String words) {
        return Next.of(room.with(Notice.bad(words)));
    }

    private static Optional<Next> said(Room room, String words) {
        return Optional.of(Next.of(room.with(Notice.plain(words))));
    }

    /** Carries out what a clock that has run out calls for, and notes that. */
    static Next answer(Room room, Clocks.Clock clock, Proposal.Act act) {
        if (act == Proposal.Act.EXTEND) {
            return Acting.ask(room, new Purpose.Extension(clock));
        }
        Effect note = new Effect.Record(new ClockAnswered(clock.id(), act.words()));
        List<Effect> noted = clock.over() ? List.of(note) : List.of();
        Next next =
                switch (act) {
                    case ACKNOWLEDGE -> Acting.on(room, Action.ACKNOWLEDGE);
                    case UPDATE -> Acting.on(room, Action.UPDATE);
                    case ESCALATE -> Escalating.ask(room, Optional.empty());
                    case NEXT_OPTION -> goTo(room, Options.next(room), "No option is left to try.");
                    case NEXT_PHASE ->
                            Clocks.nextByTime(room)
                                    .map(it -> goneOn(room, it))
                                    .orElseGet(
                                            () ->
                                                    goTo(
                                                            room,
                                                            Phase.next(room),
                                                            "No phase is left to go on to."));
                    case EXTEND -> Next.of(room);
                };
        List<Effect> all = new ArrayList<>(noted);
        all.addAll(next.effects());
        return new Next(next.room(), all);
    }

    /** To a phase that has no steps of its own. */
    private static Next goneOn(Room room, Clocks.Clock phase) {
        return Next.of(
                room.with(
                        Notice.plain(
                                phase.words()
                                        + " now, for another "
                                        + DurationWords.of(phase.left())
                                        + ".")));
    }

    private static Next goTo(Room room, Optional<Step> step, String otherwise) {
        return Next.of(
                step.map(it -> room.with(room.checklist().at(it)))
                        .orElse(room.with(Notice.plain(otherwise))));
    }

    static List<String> severities() {
        return Arrays.stream(Severity.values()).map(Enum::name).toList();
    }
}
