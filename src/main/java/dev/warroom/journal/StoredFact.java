package dev.warroom.journal;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Origin;

import java.time.Duration;

/** What the fields of a fact say, whether they stand in a line or in memory. */
final class StoredFact {

    private StoredFact() {}

    static IncidentEvent event(EventFields fields) throws LineDamage {
        return EventCodec.read(fields.text("type"), fields);
    }

    /** Only facts of a shared record have one. */
    static Origin origin(EventFields fields) throws LineDamage {
        String from = fields.some("origin");
        if (from.isEmpty()) {
            return Origin.HERE;
        }
        Duration late = fields.duration("late");
        if (late.isNegative()) {
            throw new LineDamage("it is late by less than nothing: " + late, Damage.NEWER);
        }
        return new Origin(from, fields.number("own"), late);
    }
}
