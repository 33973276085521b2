package dev.warroom.message;

import dev.warroom.policy.Hook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLContext;

/** Hands messages to hooks, and waits for their answers: never on a thread that must not wait. */
public final class Hooks {

    private final CommandCall command;
    private final PostCall post;

    /**
     * @param workspace where commands run
     * @param environment holds the secrets
     * @param trust whom a POST trusts
     */
    public Hooks(Path workspace, Map<String, String> environment, SSLContext trust) {
        this(workspace, environment, trust, Duration.ofMillis(500));
    }

    /**
     * @param pause before the second attempt; it doubles with each
     */
    Hooks(Path workspace, Map<String, String> environment, SSLContext trust, Duration pause) {
        command = new CommandCall(workspace);
        post = new PostCall(environment, trust, pause);
    }

    /** Ends about as soon as the hook's attempts have had their time, whatever it does. */
    public HookAnswer hand(Hook hook, byte[] json) throws InterruptedException {
        return switch (hook.way()) {
            case Hook.Command(String line) -> command.run(hook, line, json);
            case Hook.Post way -> post.send(hook, way, json);
        };
    }
}
