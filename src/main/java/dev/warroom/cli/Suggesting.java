package dev.warroom.cli;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.room.Signal;
import dev.warroom.room.Suggestions;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Runs the commands that suggest values for placeholders.
 *
 * @param workspace where they run
 * @param limit after which they are ended
 */
record Suggesting(Path workspace, Duration limit) {

    private static final int LONGEST = 500;

    /** With the usual limit. */
    static Suggesting in(Path workspace) {
        return new Suggesting(workspace, Duration.ofSeconds(5));
    }

    /** Waits for the end of the command, at most as long as the limit. */
    Signal.Suggested ask(String name, String command) throws InterruptedException {
        try {
            return answer(
                    name, Child.run(ChildCommand.of(workspace, limit, "bash", "-c", command)));
        } catch (IOException e) {
            return new Signal.Suggested(name, List.of(), e.getMessage());
        }
    }

    private Signal.Suggested answer(String name, ChildResult result) {
        List<String> values =
                result.output()
                        .lines()
                        .map(Sanitiser::line)
                        .map(String::strip)
                        .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
                        .distinct()
                        .limit(Suggestions.MOST)
                        .toList();
        if (result.timedOut()) {
            String why = "it was ended after " + limit.toSeconds() + " s";
            return new Signal.Suggested(name, values, why);
        }
        if (!result.succeeded()) {
            String first = result.errors().lines().findFirst().map(Sanitiser::line).orElse("");
            String exit = "exit " + result.exit().orElse(-1);
            return new Signal.Suggested(name, values, first.isEmpty() ? exit : exit + ": " + first);
        }
        String none = values.isEmpty() ? "it printed nothing" : "";
        return new Signal.Suggested(name, values, result.cut() ? "it printed too much" : none);
    }
}
