package dev.warroom.drill;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a script asks the supervisor for, in the control folder's file {@value #FILE}.
 *
 * @param id chosen by the asker, to know the answer by
 * @param action what to do; empty where the word is unknown
 * @param instances how many there shall be; empty for as many as before
 * @param database whether the database is meant, and not the service
 */
record Request(String id, Optional<Action> action, Optional<Integer> instances, boolean database) {

    static final String FILE = "request";
    private static final long MOST_BYTES = 4_096;

    /** What can be asked for. */
    enum Action {
        START,
        STOP,
        RESTART
    }

    /** The request that lies in the folder now; empty where there is none that can be read. */
    static Optional<Request> read(Path control) throws IOException {
        Path file = control.resolve(FILE);
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            // Whoever wrote this gets no answer, and says so after its own limit.
            return Optional.empty();
        }
        String id = properties.getProperty("id", "");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Request(
                                id,
                                action(properties.getProperty("action", "")),
                                number(properties.getProperty("instances", "")),
                                properties.getProperty("part", "").equals("database")));
    }

    private static Optional<Action> action(String word) {
        for (Action action : Action.values()) {
            if (action.name().equalsIgnoreCase(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String word) {
        return word.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }
}
