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
 * @param sure whether all that came before was read, in a source at least that it came in
 */
public record LogPattern(
        String id,
        LogLevel level,
        String source,
        String where,
        String text,
        long before,
        long since,
        long first,
        boolean sure) {

    /** One of which all is known that came before. */
    public LogPattern(
            String id,
            LogLevel level,
            String source,
            String where,
            String text,
            long before,
            long since,
            long first) {
        this(id, level, source, where, text, before, since, first, true);
    }

    /** Whether it warns, and came only after the incident began, as far as that is known. */
    public boolean news() {
        return sure && before == 0 && since > 0 && level.compareTo(LogLevel.WARNING) >= 0;
    }
}
