package dev.warroom.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All journals of a state folder. */
public final class Journals {

    private Journals() {}

    /**
     * One summary a journal, the highest number first. It looks at how each begins and whether it
     * has ended; one whose beginning is damaged or unreadable is in the list and says so.
     *
     * @return empty where the folder does not exist
     * @throws JournalException if the folder cannot be read
     */
    public static List<JournalSummary> list(Path state) {
        StateFolder folder = StateFolder.at(state);
        return folder.ids().stream().map(id -> summary(id, folder.file(id))).toList();
    }

    /**
     * Those of one kind that were written to since a time; the others are not looked into.
     *
     * @param prefix {@code INC} for incidents, {@code RUN} for checklists
     */
    public static List<JournalSummary> list(Path state, String prefix, Instant since) {
        StateFolder folder = StateFolder.at(state);
        return folder.ids().stream()
                .filter(it -> it.startsWith(prefix + "-") && written(folder.file(it), since))
                .map(id -> summary(id, folder.file(id)))
                .toList();
    }

    private static boolean written(Path file, Instant since) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException e) {
            // Whoever looks into it says why it cannot be read.
            return true;
        }
    }

    /**
     * Makes sure that journals can be kept in a state folder, before anybody relies on it.
     *
     * @param state made where it is missing
     * @throws JournalException if it cannot be written to
     */
    public static void require(Path state) {
        StateFolder.at(state).made();
    }

    /** The file of {@code id}, for {@link JournalReader}; it need not exist. */
    public static Path file(Path state, String id) {
        return StateFolder.at(state).file(id);
    }

    private static JournalSummary summary(String id, Path file) {
        Glance glance = new Glance();
        try (InputStream in = Files.newInputStream(file)) {
            glance.over(file, in);
        } catch (IOException e) {
            return glance.summary(
                    id, Optional.of("Cannot read " + file + ": " + Reasons.of(e) + "."));
        }
        return glance.summary(id, glance.trouble());
    }
}
