package dev.warroom.execution;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.Dialogue;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line why a place gives no shell, and what to do. */
public final class NoShell {

    /** What ssh itself ends with when anything goes wrong. */
    private static final int SSH_FAILED = 255;

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Pattern SERVER_KEY =
            Pattern.compile("Server host key: (\\S+) (SHA256:\\S+)");

    private NoShell() {}

    /**
     * @param shell was started with the place's command line, and has ended or does not answer
     */
    public static String why(Place place, Dialogue shell) {
        return why(place, shell, "");
    }

    /**
     * The same.
     *
     * @param answered the last that came in place of an answer, such as what a login shell says
     *     that lets nobody in; may be empty
     */
    static String why(Place place, Dialogue shell, String answered) {
        try {
            OptionalInt exit = shell.exit();
            String said = shell.complaints();
            if (exit.isEmpty()) {
                return "it does not answer";
            }
            if (place.look().isEmpty() || exit.getAsInt() != SSH_FAILED) {
                String words = last(said).isEmpty() ? last(answered) : last(said);
                return "its shell ended with exit code "
                        + exit.getAsInt()
                        + (words.isEmpty() ? "" : ": " + words);
            }
            return why(place, said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was interrupted";
        }
    }

    private static String why(Place place, String said) throws InterruptedException {
        if (said.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
            return "its host key is not the one that is known: "
                    + key(place)
                    + ". Somebody may be in between: find out before you change known_hosts";
        }
        if (said.contains("Host key verification failed")) {
            return "its host key is not known yet: "
                    + key(place)
                    + ". Compare it, then accept it with your own: ssh "
                    + host(place);
        }
        if (said.contains("Could not resolve hostname")) {
            return "no host of this name is known: see Host in your ssh_config, or mend the name";
        }
        if (said.contains("Permission denied")) {
            return "it accepts none of your keys ("
                    + last(said)
                    + "): try ssh "
                    + host(place)
                    + ", or ssh-add";
        }
        if (said.contains("timed out") || said.contains("Timeout, server")) {
            return "it does not answer";
        }
        return last(said).isEmpty() ? "the connection is gone" : last(said);
    }

    private static String key(Place place) throws InterruptedException {
        try {
            String said =
                    Child.run(
                                    new ChildCommand(
                                            place.look(),
                                            Path.of("/"),
                                            java.util.Map.of(),
                                            java.util.Optional.empty(),
                                            LOOK,
                                            ChildCommand.USUAL_OUTPUT))
                            .errors();
            Matcher key = SERVER_KEY.matcher(said);
            String found = "its fingerprint cannot be had";
            while (key.find()) {
                found = key.group(1) + " " + key.group(2);
            }
            return Sanitiser.line(found);
        } catch (IOException e) {
            return "its fingerprint cannot be had";
        }
    }

    private static String host(Place place) {
        List<String> command = place.look();
        return command.get(command.size() - 2);
    }

    private static String last(String said) {
        String line =
                said.lines().filter(it -> !it.isBlank()).reduce((first, next) -> next).orElse("");
        return Sanitiser.line(line.strip());
    }
}
