package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Facts;

import java.util.List;
import java.util.Optional;

/**
 * What a journal file holds.
 *
 * @param facts the good ones, oldest first: all, or those before the damage
 * @param damage empty where all is well
 * @param tornBytes how many bytes stand after the last whole line; zero where all is well
 */
public record JournalContent(List<Fact> facts, Optional<Damage> damage, long tornBytes) {

    public JournalContent {
        facts = Facts.of(facts);
    }
}
