package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Facts;
import dev.warroom.incident.Incident;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an incident's facts come from: its journal, open for writing or only looked at. */
public interface JournalSource extends AutoCloseable {

    /** What people call it: {@code INC-7}. */
    String id();

    /** The incident as it was when it was opened. */
    Incident incident();

    /** The facts that were in it when it was opened, oldest first. */
    default Facts facts() {
        return incident().facts();
    }

    /**
     * What others have written since this was last asked, or since it was opened; oldest first.
     *
     * @throws JournalException if it cannot be read, or is damaged
     */
    List<Fact> news();

    /**
     * All facts in their order, where the last {@link #news} moved some that were told before: in a
     * room over several machines, those that others shared first come to stand before one's own.
     */
    default Optional<List<Fact>> rearranged() {
        return Optional.empty();
    }

    /** Where the remains of a line were put whose writing was cut off, by a crash say. */
    Optional<Path> tornTail();

    @Override
    void close();
}
