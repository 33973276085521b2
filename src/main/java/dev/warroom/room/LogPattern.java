package dev.warroom.room;

/**
 * What some messages of the logs have in common.
 *
 * @param id 8 hex digits
 * @param level the gravest that one of them called itself
 * @param source where the first of them came
 * @param where all sources, with how many came in each
 * @param text their words, {@code <*>} where they differ
 * @param before how many came before the incident, in the time that is looked back at
 * @param since how many have come since
 * @param first when the first came, in ms since 1970
 */
public record LogPattern(
        String id,
        LogLevel level,
        String source,
        String where,
        String text,
        long before,
        long since,
        long first) {

    /** Whether it warns, and came only after the incident began. */
    public boolean news() {
        return before == 0 && since > 0 && level.compareTo(LogLevel.WARNING) >= 0;
    }
}
