package dev.warroom.plain;

import dev.warroom.room.Approving;
import dev.warroom.room.Draft;
import dev.warroom.room.Filling;
import dev.warroom.room.Guard;
import dev.warroom.room.Leaving;
import dev.warroom.room.Mode;
import dev.warroom.room.Proposal;
import dev.warroom.room.Question;
import dev.warroom.room.Retries;
import dev.warroom.room.Room;
import dev.warroom.room.Running;
import dev.warroom.room.Spot;
import dev.warroom.room.TargetWords;
import dev.warroom.room.ValueWords;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is being asked, as lines, and the words right before what is typed. */
public final class QuestionText {

    private QuestionText() {}

    /**
     * What a person must know to answer; empty where the prompt says it all.
     *
     * @param zone in which times of day are told
     */
    public static List<String> lines(Room room, ZoneId zone) {
        return room.question()
                .map(
                        it ->
                                switch (it) {
                                    case Question.Text(Question.Purpose.Value asked, var line) ->
                                            offers(room, asked.placeholder());
                                    case Question.Text(Question.Purpose.Confirm asked, var line) ->
                                            preview(room, asked.preview(), zone);
                                    case Question.Text text -> List.<String>of();
                                    case Question.Preview preview -> preview(room, preview, zone);
                                    case Question.Reading reading -> reading(reading);
                                    case Question.Writing writing -> message(writing.draft());
                                    case Question.Sending sending -> message(sending.draft());
                                    case Question.Stop stop -> List.<String>of();
                                    case Question.Approve approve -> approve.lines();
                                    case Question.StopAll all -> List.<String>of();
                                    case Question.Unclaimed unclaimed -> List.of(unclaimed.why());
                                    case Question.Leave leave -> List.<String>of();
                                    case Question.Criterion criterion -> List.<String>of();
                                    case Question.Resume resume ->
                                            List.of(
                                                    room.secrecy().masked(resume.failure().words()),
                                                    "  n goes on from the next line",
                                                    "  a runs it again from here",
                                                    "  w runs the whole step again",
                                                    "  anything else leaves it ended");
                                    case Question.Holds holds -> List.<String>of();
                                    case Question.ClockChoice choice -> List.<String>of();
                                })
                .orElse(List.of());
    }

    /** Ends with a blank. */
    public static String prompt(Room room) {
        Optional<Question> question = room.question();
        if (question.isEmpty()) {
            return room.checklist().spot().map(it -> place(room, it)).orElse("") + "> ";
        }
        return switch (question.get()) {
            case Question.Text text -> text.purpose().words() + ": ";
            case Question.Preview preview -> run(room, preview);
            case Question.Reading reading -> "Enter goes back: ";
            case Question.Writing writing -> "Enter goes back: ";
            case Question.Sending sending -> "Send it? y or n: ";
            case Question.Stop stop -> "Stop \"" + stop.title() + "\" and all it started? y or n: ";
            case Question.Criterion criterion -> criterion.words() + "? y or n: ";
            case Question.Resume resume -> "n, a or w: ";
            case Question.Holds holds -> "Does it hold: " + holds.spot().title() + "? y or n: ";
            case Question.ClockChoice choice ->
                    choice.clock().words()
                            + Proposal.Act.offered(room).stream()
                                    .map(it -> it.key() + " " + it.brief())
                                    .collect(Collectors.joining(", ", ": ", ": "));
            case Question.Approve approve -> "Do you agree that exactly this runs? y or n: ";
            case Question.StopAll all -> all.words() + " y or n: ";
            case Question.Unclaimed unclaimed -> unclaimed.words() + " y or n: ";
            case Question.Leave() ->
                    "Leave? " + Leaving.cut(room).orElse("What runs goes on.") + " y or n: ";
        };
    }

    /** What can be done with what was shown. */
    private static String run(Room room, Question.Preview preview) {
        if (room.mode() == Mode.READ_ONLY || Guard.whyNot(preview).isPresent()) {
            return "Enter goes back: ";
        }
        if (Running.onlyReady(room, preview.step())) {
            return "Make it ready, without running it? y or n: ";
        }
        return Approving.missing(room, preview).isPresent()
                ? "Ask for the approval? y or n: "
                : "Run it? y or n: ";
    }

    /** Whether what is typed now must not be seen. */
    public static boolean unseen(Room room) {
        return room.question()
                .filter(Question.Text.class::isInstance)
                .map(it -> ((Question.Text) it).purpose())
                .filter(Question.Purpose.Value.class::isInstance)
                .map(it -> ((Question.Purpose.Value) it).placeholder().name())
                .filter(it -> room.secrecy().named(it))
                .isPresent();
    }

    private static List<String> offers(Room room, Placeholder placeholder) {
        List<String> lines = new ArrayList<>();
        Filling.offers(room, placeholder)
                .forEach(it -> lines.add("  " + it.value() + " (" + it.words() + ")"));
        room.suggestions()
                .of(placeholder.name())
                .filter(it -> !it.why().isEmpty())
                .ifPresent(it -> lines.add("  nothing was suggested: " + it.why()));
        return lines;
    }

    private static String place(Room room, Spot spot) {
        return switch (spot) {
            case Spot.OfStep it -> "step " + (room.checklist().place() + 1);
            case Spot.OfExpectation it -> "expected";
            case Spot.OfLink it -> "link";
            case Spot.OfWords it -> "words";
            case Spot.OfNext it -> "next in this file";
        };
    }

    private static List<String> reading(Question.Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add(reading.title());
        reading.lines().forEach(it -> lines.add("  " + it.text()));
        return lines;
    }

    private static List<String> message(Draft draft) {
        return draft.text().lines().map(it -> "  " + it).toList();
    }

    private static List<String> preview(Room room, Question.Preview preview, ZoneId zone) {
        Step step = preview.step();
        List<String> lines = new ArrayList<>();
        String more = TargetWords.more(preview.aim());
        lines.add(
                "This would run "
                        + TargetWords.place(room, preview.aim())
                        + " "
                        + TargetWords.folder(room, preview.aim())
                        + (more.isEmpty() ? "" : " (" + more + ")")
                        + ":");
        TargetWords.hosts(room, step, preview.aim()).forEach(it -> lines.add("  " + it));
        step.instructions().forEach(it -> lines.add("  " + it));
        preview.launch().shown(room.secrecy()::masked).forEach(it -> lines.add(StepText.typed(it)));
        for (int i = 0; i < step.placeholders().size(); i++) {
            Placeholder it = step.placeholders().get(i);
            lines.add("  " + (i + 1) + " " + ValueWords.of(room, preview.aim(), it));
        }
        if (!step.placeholders().isEmpty()) {
            lines.add("  (a number changes that value)");
        }
        if (TargetWords.others(room)) {
            lines.add("  (tab takes another target)");
        }
        step.attributes().retry().ifPresent(it -> lines.add(Retries.words(it, preview.aim())));
        if (step.kind() == Step.Kind.STREAM) {
            lines.add("It runs until it is stopped.");
        }
        preview.aim().conditions().forEach(it -> lines.add(room.secrecy().masked(it)));
        Guard.whyNot(preview).ifPresent(lines::add);
        Approving.words(room, preview, zone).ifPresent(lines::add);
        preview.dangers().forEach(it -> lines.add(room.secrecy().masked(it.words())));
        step.attributes().expect().ifPresent(it -> lines.add("then expect: " + it));
        room.checklist().section().map(Section::expectations).stream()
                .flatMap(List::stream)
                .forEach(it -> lines.add("then expect: " + it));
        return lines;
    }
}
