package dev.warroom.plain;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.StepRecord;
import dev.warroom.incident.StepState;
import dev.warroom.incident.WalkRecord;
import dev.warroom.room.Checklist;
import dev.warroom.room.Room;
import dev.warroom.room.Spot;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A runbook and its steps as lines that can be read aloud: states are words, not symbols. */
public final class StepText {

    private StepText() {}

    /** What the cursor stands on, with everything that belongs to it; empty where it is nothing. */
    public static List<String> selected(Room room) {
        return room.checklist()
                .spot()
                .map(
                        it ->
                                switch (it) {
                                    case Spot.OfStep(Step step) -> step(room, step);
                                    case Spot.OfExpectation spot ->
                                            List.of("", expectation(room, spot));
                                    case Spot.OfLink spot ->
                                            List.of("", link(spot) + " Enter follows it.");
                                    case Spot.OfNext(_, Runbook next) ->
                                            List.of(
                                                    "",
                                                    "Next in this file: "
                                                            + next.title()
                                                            + ". Enter opens it.");
                                    case Spot.OfWords spot ->
                                            List.of("", spot.title() + ": Enter shows all of it.");
                                })
                .orElse(List.of());
    }

    private static String link(Spot.OfLink spot) {
        return "Link to " + spot.title() + " (" + spot.place().file() + ").";
    }

    private static String expectation(Room room, Spot.OfExpectation spot) {
        Optional<WalkRecord.Check> check = room.incident().walk().check(spot.id());
        String state =
                check.map(
                                it ->
                                        (it.holds() ? "holds" : "does not hold")
                                                + (it.machine() ? ", read: " : ", ")
                                                + it.evidence())
                        .orElse("not looked at yet");
        return "Expected: " + spot.title() + " [" + state + "]";
    }

    /** A line of a script. */
    static String typed(String line) {
        return (Step.isComment(line) ? "  " : "  $ ") + line;
    }

    private static List<String> step(Room room, Step step) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        before(room, step, lines);
        room.checklist()
                .optionOf(step)
                .ifPresent(
                        it -> {
                            lines.add(option(room, it));
                            it.option().instructions().forEach(words -> lines.add("  " + words));
                        });
        lines.add(head(room, step, room.checklist().place() + 1));
        step.instructions().forEach(it -> lines.add("  " + it));
        room.secrecy().masked(step.script()).lines().forEach(it -> lines.add(typed(it)));
        StepRecord record = room.incident().step(step.id());
        record.attempts().forEach(it -> lines.add("  ran: " + attempt(it)));
        record.notes().forEach(it -> lines.add("  note by " + it.who() + ": " + it.text()));
        room.checklist().spotsIn(step.id()).stream()
                .filter(Spot.OfLink.class::isInstance)
                .forEach(it -> lines.add("  " + link((Spot.OfLink) it)));
        behind(room, step, lines);
        return lines;
    }

    /** All that the runbook holds, a line each, with the steps' numbers and states. */
    public static List<String> checklist(Room room) {
        List<String> lines = new ArrayList<>();
        room.checklist()
                .runbook()
                .ifPresent(
                        runbook -> {
                            lines.add(runbook.title() + " (" + runbook.file() + ")");
                            runbook.instructions().forEach(it -> lines.add("  " + it));
                            int number = 1;
                            for (Section section : runbook.sections()) {
                                lines.addAll(heading(section));
                                section.instructions().forEach(it -> lines.add("  " + it));
                                for (Item item : section.items()) {
                                    number = item(room, item, number, lines);
                                }
                                room.checklist().spotsIn(section.id()).stream()
                                        .filter(Spot.OfExpectation.class::isInstance)
                                        .map(it -> (Spot.OfExpectation) it)
                                        .forEach(it -> lines.add("  " + expectation(room, it)));
                            }
                        });
        return lines;
    }

    private static int item(Room room, Item item, int number, List<String> lines) {
        int next = number;
        switch (item) {
            case Step step -> lines.add(head(room, step, next++));
            case Choice choice -> {
                for (Option option : choice.options()) {
                    lines.add(option(room, new Checklist.Picked(choice, option)));
                    for (Step step : option.steps()) {
                        lines.add("  " + head(room, step, next++));
                    }
                }
            }
        }
        return next;
    }

    /** The step's section, and words that nobody would come by who goes from step to step. */
    private static void before(Room room, Step selected, List<String> lines) {
        List<String> words = new ArrayList<>();
        room.checklist()
                .runbook()
                .ifPresent(it -> it.instructions().forEach(line -> words.add("  " + line)));
        for (Section section : sections(room)) {
            if (!holds(section, selected)) {
                words.addAll(heading(section));
                section.instructions().forEach(it -> words.add("  " + it));
                if (!section.steps().isEmpty()) {
                    words.clear();
                }
                continue;
            }
            boolean first = section.steps().getFirst().equals(selected);
            lines.addAll(first ? words : List.of());
            lines.addAll(heading(section));
            if (first) {
                section.instructions().forEach(it -> lines.add("  " + it));
            }
            if (section.steps().getLast().equals(selected)) {
                section.expectations().forEach(it -> lines.add("  then expect: " + it));
            }
            return;
        }
    }

    /** Sections without steps behind the last step. */
    private static void behind(Room room, Step selected, List<String> lines) {
        boolean passed = false;
        List<String> words = new ArrayList<>();
        for (Section section : sections(room)) {
            if (passed && !section.steps().isEmpty()) {
                return;
            }
            if (passed) {
                words.addAll(heading(section));
                section.instructions().forEach(it -> words.add("  " + it));
            }
            passed |= holds(section, selected) && section.steps().getLast().equals(selected);
        }
        lines.addAll(words);
    }

    private static List<Section> sections(Room room) {
        return room.checklist().runbook().map(Runbook::sections).orElse(List.of());
    }

    private static boolean holds(Section section, Step step) {
        return section.steps().contains(step);
    }

    private static List<String> heading(Section section) {
        String box = section.timeBox().map(it -> " (" + it.words() + ")").orElse("");
        return section.title().isEmpty() ? List.of() : List.of("== " + section.title() + box);
    }

    private static String option(Room room, Checklist.Picked way) {
        String state =
                way.isPickedIn(room.incident())
                        ? ", chosen"
                        : way.isPassedOverIn(room.incident()) ? ", not chosen" : "";
        return "Option " + way.option().number() + ": " + way.option().title() + state;
    }

    private static String head(Room room, Step step, int number) {
        StepRecord record = room.incident().step(step.id());
        String state = words(record.state());
        String how =
                switch (step.kind()) {
                    case COMMAND -> "a command";
                    case MANUAL -> "for a person";
                    case STREAM -> "runs until it is stopped";
                };
        String why = record.reason().isEmpty() ? "" : ": " + record.reason();
        return number
                + " of "
                + room.checklist().steps().size()
                + ". "
                + step.title()
                + " ["
                + (record.state() == StepState.OPEN ? how : state + why)
                + "]";
    }

    private static String words(StepState state) {
        return switch (state) {
            case OPEN -> "open";
            case RUNNING -> "running";
            case PASSED -> "passed";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case UNKNOWN -> "outcome unknown";
            case READY -> "ready, not run";
            case DONE -> "done";
            case SKIPPED -> "skipped";
        };
    }

    private static String attempt(Attempt attempt) {
        return FactWords.ending(attempt) + " on " + attempt.target() + ", by " + attempt.who();
    }
}
