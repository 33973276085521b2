package dev.warroom.message;

import dev.warroom.policy.Hook;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A hook that is a command line: it gets the JSON on its standard input.
 *
 * @param workspace where it runs
 */
record CommandCall(Path workspace) {

    private static final int MOST_OUTPUT = 16 * 1024;

    HookAnswer run(Hook hook, String line, byte[] json) throws InterruptedException {
        HookAnswer answer = new HookAnswer(false, "it was not run");
        for (int i = 1; i <= hook.attempts() && !answer.accepted(); i++) {
            answer = once(hook, line, json);
        }
        return answer;
    }

    private HookAnswer once(Hook hook, String line, byte[] json) throws InterruptedException {
        try {
            return answer(
                    hook,
                    Child.run(
                            ChildCommand.of(workspace, hook.timeout(), "bash", "-c", line)
                                    .withInput(json)
                                    .withMostOutput(MOST_OUTPUT)));
        } catch (IOException e) {
            return new HookAnswer(false, Said.briefly(e.getMessage()));
        }
    }

    private static HookAnswer answer(Hook hook, ChildResult result) {
        String said = Said.briefly(result.succeeded() ? result.output() : both(result));
        String more = said.isEmpty() ? "" : ": " + said;
        if (result.timedOut()) {
            return new HookAnswer(false, "ended after " + Said.length(hook.timeout()) + more);
        }
        return new HookAnswer(result.succeeded(), "exit " + result.exit().orElse(-1) + more);
    }

    private static String both(ChildResult result) {
        return result.errors().isBlank() ? result.output() : result.errors();
    }
}
