package dev.warroom.journal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was found when a journal was checked, line by line, without keeping any of it.
 *
 * @param facts the good ones: all, or those before the damage
 * @param damage empty where all is well
 * @param tornBytes how many bytes stand after the last whole line; zero where all is well
 */
public record Verified(long facts, Optional<Damage> damage, long tornBytes, Signers signers) {

    /**
     * Checks the record of {@code incident} in {@code file}. Of one that a room over several
     * machines shares, what was recorded here and is not shared yet counts as well.
     *
     * @throws JournalException if it cannot be read at all
     */
    public static Verified of(Path file, String incident) {
        Signers.Count count = new Signers.Count(incident);
        Brought brought = new Brought();
        JournalReader.End end =
                JournalReader.scan(
                        file,
                        (fact, line) -> {
                            count.take(line.copy(), fact.origin().from());
                            brought.shared(fact);
                        });
        int waiting = end.damage().isEmpty() ? RoomJournal.waiting(file, brought) : 0;
        return new Verified(end.lines() + waiting, end.damage(), end.tornBytes(), count.signers());
    }
}
