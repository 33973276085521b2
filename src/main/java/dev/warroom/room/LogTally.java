package dev.warroom.room;

import java.util.List;

/**
 * The log lines, counted.
 *
 * @param since when the incident began that they are told apart by, in ms since 1970; {@link
 *     LogLine#UNTIMED} before there is one
 * @param patterns those that warn first, and of them those that came most often
 * @param others how many patterns more there are
 * @param spans counts in spans of {@link #SPAN_MILLIS}, the oldest first, without a gap
 * @param end of the last of them, in ms since 1970
 * @param past how far it is known what came before
 */
public record LogTally(
        long since,
        List<LogPattern> patterns,
        int others,
        List<Span> spans,
        long end,
        KnownBefore past) {

    /** Of one span. */
    public static final long SPAN_MILLIS = 10_000;

    /** Spans that are kept: an hour. */
    public static final int MOST_SPANS = 360;

    /** More patterns are only counted together. */
    public static final int MOST_PATTERNS = 500;

    public static final LogTally EMPTY = new LogTally(LogLine.UNTIMED, List.of(), 0, List.of(), 0);

    /**
     * How many events came in a span.
     *
     * @param lines all of them
     */
    public record Span(int errors, int warnings, int lines) {

        public static final Span NONE = new Span(0, 0, 0);

        Span plus(Span other) {
            return new Span(errors + other.errors, warnings + other.warnings, lines + other.lines);
        }
    }

    /** One of which all is known that came before. */
    public LogTally(long since, List<LogPattern> patterns, int others, List<Span> spans, long end) {
        this(since, patterns, others, spans, end, KnownBefore.NONE);
    }

    public LogTally {
        patterns = List.copyOf(patterns);
        spans = List.copyOf(spans);
    }

    /** The spans that begin in a time, added up. */
    public Span sum(long from, long to) {
        Span sum = Span.NONE;
        long begin = end - spans.size() * SPAN_MILLIS;
        for (Span span : spans) {
            if (begin >= from && begin < to) {
                sum = sum.plus(span);
            }
            begin += SPAN_MILLIS;
        }
        return sum;
    }
}
