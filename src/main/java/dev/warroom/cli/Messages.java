package dev.warroom.cli;

import dev.warroom.message.Clipboard;
import dev.warroom.message.HookAnswer;
import dev.warroom.message.Hooks;
import dev.warroom.policy.Hook;
import dev.warroom.room.Notice;
import dev.warroom.room.Outgoing;
import dev.warroom.room.Signal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

/** Lets messages out. Each way has a thread of its own, so that none waits for another. */
final class Messages {

    private final List<Hook> takers;
    private final Hooks hooks;
    private final Clipboard clipboard;
    private final Consumer<Signal> answers;

    Messages(List<Hook> takers, Hooks hooks, Clipboard clipboard, Consumer<Signal> answers) {
        this.takers = List.copyOf(takers);
        this.hooks = hooks;
        this.clipboard = clipboard;
        this.answers = answers;
    }

    /**
     * As a workspace has it.
     *
     * @param terminal empty where nothing can be sent to it
     */
    static Messages of(
            List<Hook> takers,
            Path workspace,
            Path state,
            Optional<Clipboard.Terminal> terminal,
            Consumer<Signal> answers) {
        Map<String, String> environment = System.getenv();
        return new Messages(
                takers,
                new Hooks(workspace, environment, usualTrust()),
                new Clipboard(environment, state.resolve("messages"), terminal),
                answers);
    }

    private static SSLContext usualTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }

    void copy(Outgoing message) {
        Thread.ofVirtual().start(() -> copyNow(message));
    }

    private void copyNow(Outgoing message) {
        try {
            String file = message.incident().id() + "-" + message.name();
            answers.accept(new Signal.Copied(message, clipboard.copy(safe(file), message.text())));
        } catch (IOException e) {
            answers.accept(
                    new Signal.Said(
                            Notice.bad("The message could not be copied: " + e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    void hand(Outgoing message) {
        byte[] json = MessageJson.of(message).getBytes(StandardCharsets.UTF_8);
        for (Hook hook : takers) {
            if (hook.takes(message.name())) {
                Thread.ofVirtual().start(() -> handNow(hook, message.name(), json));
            }
        }
    }

    private void handNow(Hook hook, String what, byte[] json) {
        try {
            HookAnswer answer = hooks.hand(hook, json);
            answers.accept(
                    new Signal.HookDone(hook.name(), what, answer.accepted(), answer.words()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
