package dev.warroom.room;

/** What is looked for in whole log files. */
public sealed interface LogSought {

    /** A line in which the expression finds something. */
    record Words(LogFilter filter) implements LogSought {}

    /** A line that begins an event at least as grave. */
    record Level(LogLevel least) implements LogSought {}

    /**
     * The first line of a time.
     *
     * @param millis since 1970
     */
    record Time(long millis) implements LogSought {}

    /** As a person reads it behind "No older". */
    default String words() {
        return switch (this) {
            case Words(LogFilter filter) -> "line with /" + filter.words() + "/";
            case Level(LogLevel least) -> least == LogLevel.WARNING ? "warning or error" : "error";
            case Time(long millis) -> "line of that time";
        };
    }
}
