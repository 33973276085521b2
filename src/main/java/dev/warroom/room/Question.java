package dev.warroom.room;

import dev.warroom.danger.Danger;
import dev.warroom.danger.Dangers;
import dev.warroom.incident.IncidentEvent.ApprovalAsked;
import dev.warroom.policy.Escalation.Level;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Page;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the room is asking the person at the keyboard. */
public sealed interface Question {

    /** Asks for a line of text. */
    record Text(Purpose purpose, Line line) implements Question {}

    /**
     * Shows exactly what would run, and where.
     *
     * @param dangers what in it cannot be undone, in the order it is written
     * @param from how many lines it is scrolled down, at least 0
     */
    record Preview(Step step, Aim aim, List<Danger> dangers, int from) implements Question {

        public Preview {
            dangers = List.copyOf(dangers);
        }

        static Preview of(Step step, Aim aim) {
            return new Preview(step, aim, Dangers.in(aim.first().script()), 0);
        }

        static Preview of(Step step, Launch launch) {
            return of(step, Aim.at(launch));
        }

        /** What runs on the first host; on each of the others its script is the same. */
        public Launch launch() {
            return aim.first();
        }

        /** With its placeholders filled. */
        public String script() {
            return aim.first().script();
        }

        Preview scrolled(int lines) {
            int most =
                    rows(script().lines())
                            + rows(step.instructions().stream())
                            + rows(dangers.stream().map(Danger::why))
                            + rows(aim.hosts().stream())
                            + 20;
            return new Preview(step, aim, dangers, Math.clamp((long) from + lines, 0, most));
        }
    }

    /** About how many lines text takes where it is broken. */
    private static int rows(Stream<String> lines) {
        return lines.mapToInt(it -> 1 + it.length() / 40).sum();
    }

    /**
     * Shows text to be read: a page, a template, what has changed.
     *
     * @param from how many lines it is scrolled down, at least 0
     */
    record Reading(String title, List<Notice> lines, int from) implements Question {

        public Reading {
            lines = List.copyOf(lines);
        }

        static Reading of(Page page) {
            return new Reading(page.title() + " · " + page.file(), plain(page.lines()), 0);
        }

        static Reading of(Spot.OfWords words) {
            return new Reading(words.title(), plain(words.lines()), 0);
        }

        static Reading of(Step step) {
            return new Reading(step.title(), plain(step.instructions()), 0);
        }

        private static List<Notice> plain(List<String> lines) {
            return lines.stream().map(Notice::plain).toList();
        }

        Reading scrolled(int by) {
            int most = rows(lines.stream().map(Notice::text));
            return new Reading(title, lines, Math.clamp((long) from + by, 0, most));
        }
    }

    /** Lets a message be written by hand. */
    record Writing(Draft draft, TextArea area) implements Question {

        static Writing of(Draft draft) {
            return new Writing(draft, TextArea.of(draft.text()));
        }

        Writing with(TextArea changed) {
            return new Writing(draft, changed);
        }

        /** A text that was only looked at goes on being filled from what is known. */
        Sending done() {
            return new Sending(
                    area.text().equals(draft.text()) ? draft : draft.edited(area.text()), 0);
        }
    }

    /**
     * Shows a message as it would be sent.
     *
     * @param from how many lines it is scrolled down, at least 0
     */
    record Sending(Draft draft, int from) implements Question {

        Sending scrolled(int by) {
            int most = rows(draft.text().lines());
            return new Sending(draft, Math.clamp((long) from + by, 0, most));
        }
    }

    /** How to go on with a script that one of its commands has ended? */
    record Resume(Step step, Resuming.Failure failure) implements Question {}

    /** Does what is expected hold? */
    record Holds(Spot.OfExpectation spot) implements Question {}

    /** Stop a run and all it started? */
    record Stop(String run, String title) implements Question {}

    /**
     * Does this person agree that exactly this runs?
     *
     * @param by who wants to run it
     * @param from how many lines it is scrolled down, at least 0
     */
    record Approve(String by, ApprovalAsked asked, int from) implements Question {

        /** What is to be known to answer, a line each. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(by + " wants to run \"" + asked.title() + "\" on " + asked.target() + ":");
            lines.add("");
            asked.script().lines().forEach(it -> lines.add("  " + it));
            lines.add("");
            Dangers.in(asked.script()).forEach(it -> lines.add(it.words()));
            lines.add("It needs the approval of " + asked.who() + "; it is of this script alone.");
            return lines;
        }

        Approve scrolled(int by) {
            return new Approve(
                    this.by, asked, Math.clamp((long) from + by, 0, rows(lines().stream())));
        }
    }

    /** Start a step although nobody can say whether it runs in another room? */
    record Unclaimed(Together.Unclaimed unclaimed) implements Question {

        /** What is asked, behind the title of the step. */
        public static final String ALL_THE_SAME = "\" all the same?";

        /** What is asked about. */
        public String subject() {
            return "It may run elsewhere. Start \"" + unclaimed.start().title();
        }

        /** What is asked. */
        public String words() {
            return subject() + ALL_THE_SAME;
        }

        /** Why it is asked. */
        public String why() {
            return "Nobody can be asked: " + unclaimed.why();
        }
    }

    /** Stop all that runs, so that the incident can end? */
    record StopAll(int running) implements Question {

        /** What is asked. */
        public String words() {
            return running
                    + (running == 1 ? " step is" : " steps are")
                    + " still running: stop "
                    + (running == 1 ? "it" : "them")
                    + ", and resolve?";
        }
    }

    /** Leave the room? */
    record Leave() implements Question {}

    /** Does something hold that only a person knows? */
    record Criterion(String words) implements Question {}

    /** What is to be done about a clock? */
    record ClockChoice(Clocks.Clock clock) implements Question {}

    /** What a line of text is for. */
    sealed interface Purpose {

        record Note() implements Purpose {}

        record StepNote(Step step) implements Purpose {}

        /** What shows that an expectation holds, or that it does not. */
        record Evidence(Spot.OfExpectation spot, boolean holds) implements Purpose {}

        record Update() implements Purpose {}

        /** What nothing fills in a message. */
        record Blank(Draft draft, Draft.Slot slot) implements Purpose {}

        record SkipReason(Step step) implements Purpose {}

        record Filter() implements Purpose {}

        record FilterOut() implements Purpose {}

        /** Which facts the timeline shows. */
        record TimelineFilter() implements Purpose {}

        record Search() implements Purpose {}

        /** The name of one of the hosts of a batch, or a part of it. */
        record Host(String batch) implements Purpose {}

        record Command() implements Purpose {}

        /**
         * Whether what is dangerous may run on what customers depend on.
         *
         * @param word to be typed, not pasted
         */
        record Confirm(Preview preview, String word) implements Purpose {}

        record Value(Step step, Placeholder placeholder) implements Purpose {}

        record OptionReason(Step step, Choice choice, Option option) implements Purpose {}

        /** The number of the hosts that a step is about to run on. */
        record HostCount(Step step, Aim aim) implements Purpose {}

        record RootCause() implements Purpose {}

        record Resolution(String rootCause) implements Purpose {}

        record EscalationReason(Level level) implements Purpose {}

        /** A time and a reason. */
        record Extension(Clocks.Clock clock) implements Purpose {}

        record Title(Runbook runbook) implements Purpose {}

        /** What the person reads before the line. */
        default String words() {
            return switch (this) {
                case Note() -> "Note";
                case StepNote(Step step) -> "Note on \"" + step.title() + "\"";
                case Evidence(Spot.OfExpectation spot, boolean holds) ->
                        (holds ? "It holds" : "It does not hold") + "; a note on it, if you like";
                case Update() -> "Status update";
                case Blank(Draft draft, Draft.Slot slot) ->
                        slot.whenEmpty()
                                .map(it -> slot.written() + " (Enter: " + it + ")")
                                .orElse(draft.name() + ": " + slot.written());
                case SkipReason(Step step) -> "Why skip \"" + step.title() + "\"";
                case FilterOut() -> "Hide log lines that match (empty hides none)";
                case TimelineFilter() ->
                        "Show only " + String.join(" ", Recalling.kinds()) + " or a person";
                case Search() -> "Search the logs for";
                case Host(String batch) -> "Find a host (a part of its name)";
                case Filter() -> "Show only lines that match (empty shows all)";
                case Command() -> ":";
                case Confirm(Preview preview, String word) ->
                        "DANGEROUS on production: type " + word + " to run it";
                case Value(Step step, Placeholder placeholder) -> placeholder.written();
                case OptionReason(Step step, Choice choice, Option option) ->
                        "Why option " + option.number() + ", " + option.title();
                case HostCount(Step step, Aim aim) ->
                        "Type how many hosts of " + aim.name() + " it runs on";
                case RootCause() -> "Root cause";
                case Resolution(String rootCause) -> "Resolution";
                case EscalationReason(Level level) ->
                        "Call level " + level.number() + ", " + level.name() + ": why";
                case Extension(Clocks.Clock clock) ->
                        "Extend " + clock.words() + " (such as: 10m in a call)";
                case Title(Runbook runbook) ->
                        "Declare "
                                + runbook.severity().map(Enum::name).orElse("")
                                + ": what is wrong";
            };
        }
    }
}
