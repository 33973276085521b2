package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Outcome;
import dev.warroom.runbook.ScriptParts;
import dev.warroom.runbook.ScriptParts.Part;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a script is gone on with that one of its commands has ended. */
public final class Resuming {

    private Resuming() {}

    /**
     * Where a script was ended.
     *
     * @param line of the command that ended it, from 1
     * @param exit its exit code
     * @param command its lines, as the step has them
     */
    public record Failure(String run, int line, int exit, List<String> command) {

        public Failure {
            command = List.copyOf(command);
        }

        /** In words: {@code line 3 ended it with exit 7: curl -f …}. */
        public String words() {
            return "line "
                    + line
                    + " ended it with exit "
                    + exit
                    + command.stream().findFirst().map(it -> ": " + it.strip()).orElse("");
        }
    }

    /** How the last run of {@code step} was ended, where it was by one of its commands. */
    public static Optional<Failure> of(Room room, Step step) {
        return room.incident()
                .step(step.id())
                .last()
                .filter(it -> it.batch().isEmpty())
                .flatMap(it -> of(step, it));
    }

    /** The same for a run that may not be the last. */
    public static Optional<Failure> of(Step step, Attempt attempt) {
        if (!attempt.outcome().equals(Optional.of(Outcome.FAILED))
                || attempt.line().isEmpty()
                || attempt.exit().isEmpty()) {
            return Optional.empty();
        }
        int line = attempt.line().getAsInt();
        return Optional.of(
                new Failure(attempt.run(), line, attempt.exit().getAsInt(), command(step, line)));
    }

    /** The command of a line, with all of its lines; empty where there is none. */
    static List<String> command(Step step, int line) {
        List<String> lines = step.script().lines().toList();
        return part(step.script(), line)
                .map(it -> lines.subList(it.from() - 1, it.to()))
                .orElse(List.of());
    }

    /** Asks how to go on with what has failed; runs the whole step where there is no other way. */
    static Next ask(Room room, Step step) {
        Optional<Failure> failure = of(room, step).filter(it -> !it.command().isEmpty());
        return failure.isPresent()
                ? Next.of(room.asking(new Question.Resume(step, failure.get())))
                : Running.ask(room, step);
    }

    /**
     * What a key does with the question how to go on; the preview is shown before anything runs.
     */
    static Next answer(Room room, Question.Resume question, Key key) {
        if (key.kind() != Key.Kind.CHARACTER) {
            return Next.of(room);
        }
        Room done = room.unasked();
        Step step = question.step();
        return switch (key.codePoint()) {
            case 'n' -> rest(done, step, question.failure(), false);
            case 'a' -> rest(done, step, question.failure(), true);
            case 'w' -> Running.ask(done, step);
            default -> Next.of(room);
        };
    }

    private static Next rest(Room room, Step step, Failure failure, boolean again) {
        Next whole = Running.ask(room, step);
        if (!(whole.room().question().orElse(null) instanceof Question.Preview preview)) {
            return whole;
        }
        Optional<String> rest = rest(preview.script(), failure.line(), again);
        if (rest.isEmpty()) {
            return Next.of(
                    room.with(
                            Notice.plain(
                                    "Nothing comes after line "
                                            + failure.line()
                                            + ": x marks the step done, Enter runs it again.")));
        }
        List<String> there =
                room.incident().step(step.id()).attempts().stream()
                        .filter(it -> it.run().equals(failure.run()))
                        .map(Attempt::target)
                        .toList();
        Aim aim = preview.aim().only(there);
        if (!aim.hosts().equals(there)) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    "It failed on "
                                            + String.join(" ", there)
                                            + ", and would go on elsewhere: w runs the whole step"
                                            + " there, or take the target back.")));
        }
        Launch launch = aim.first().resuming(rest.get(), failure.run());
        return Next.of(room.asking(Question.Preview.of(step, launch)));
    }

    /** The lines before it are empty, so that each line keeps its number. */
    private static Optional<String> rest(String script, int line, boolean again) {
        int from = part(script, line).map(it -> again ? it.from() : it.to() + 1).orElse(line);
        List<String> lines = script.lines().toList();
        List<String> rest = lines.subList(Math.min(from - 1, lines.size()), lines.size());
        boolean nothing =
                rest.stream().allMatch(it -> it.isBlank() || it.stripLeading().startsWith("#"));
        return nothing
                ? Optional.empty()
                : Optional.of(
                        "\n".repeat(from - 1) + rest.stream().collect(Collectors.joining("\n")));
    }

    private static Optional<Part> part(String script, int line) {
        return ScriptParts.of(script).stream().filter(it -> it.has(line)).findFirst();
    }
}
