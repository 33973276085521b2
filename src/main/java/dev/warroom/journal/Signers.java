package dev.warroom.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who has signed the lines of a record.
 *
 * @param lines how many each has signed, by key
 * @param unsigned how many nobody has
 * @param shared whether rooms on several machines brought it together
 * @param falseAt the number of the first line that is not signed as it says; empty where there is
 *     none
 */
public record Signers(
        Map<String, Integer> lines, int unsigned, boolean shared, Optional<Long> falseAt) {

    /**
     * Those of the record of {@code incident} in {@code file}, as far as it is whole.
     *
     * @throws JournalException if it cannot be read
     */
    public static Signers of(Path file, String incident) {
        return Verified.of(file, incident).signers();
    }

    /** Counts them line by line. */
    static final class Count {
        private final String incident;
        private final Map<String, Integer> lines = new TreeMap<>();
        private int unsigned;
        private long number;
        private boolean shared;
        private Optional<Long> falseAt = Optional.empty();

        Count(String incident) {
            this.incident = incident;
        }

        Signers signers() {
            return new Signers(lines, unsigned, shared, falseAt);
        }

        void take(byte[] line, String from) {
            number++;
            shared |= !from.isEmpty();
            Optional<LineSignature> signature = LineSignature.of(line);
            if (signature.isEmpty()) {
                unsigned++;
            } else if (signature.get().holds(incident)) {
                lines.merge(signature.get().key().toString(), 1, Integer::sum);
            } else if (falseAt.isEmpty()) {
                falseAt = Optional.of(number);
            }
        }
    }
}
