package dev.warroom.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a list shows of a shared record, as the record comes from a room's stream: of what was read
 * nothing else is kept. What does not count in the rooms does not count here.
 */
public final class SharedGlance {

    private final String id;
    private final Glance glance = new Glance();
    private final LineCodec codec = new LineCodec();
    private String hash = Seal.NONE;
    private long number = 1;

    /** Whether an incident can have this name. */
    public static boolean isName(String id) {
        return StateFolder.ID.matcher(id).matches();
    }

    /**
     * @param id of the incident, for which {@link #isName} holds
     */
    public SharedGlance(String id) {
        this.id = id;
    }

    /**
     * Lines that follow those before.
     *
     * @param lines in their order, without their ends
     * @param admission who may write there
     */
    public void take(List<byte[]> lines, Admission admission) {
        for (byte[] line : lines) {
            try {
                LineCodec.Line decoded = codec.decode(line, line.length, number, hash);
                if (admission.objection(decoded.fact(), line).isEmpty()) {
                    hash = decoded.hash();
                    number++;
                    glance.take(decoded.fact());
                }
            } catch (LineDamage e) {
                // It does not follow the record.
                continue;
            }
        }
    }

    public JournalSummary summary() {
        return glance.summary(id, Optional.empty());
    }
}
