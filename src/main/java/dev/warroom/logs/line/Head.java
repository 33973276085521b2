package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/** What a line says of itself; filled anew for each line, so that reading makes no garbage. */
final class Head {

    LogLevel level;

    /** Whether {@link #message} is of interest where the line's time alone makes it an event. */
    boolean messageSought = true;

    /** Whether {@link #seconds} and {@link #nanos} are set. */
    boolean timed;

    long seconds;
    int nanos;

    /** Where the time stands in the line. */
    int timeColumn;

    /** Where the message begins, as an index into the bytes. */
    int message;

    /** Where it ends. */
    int messageEnd;

    /** Whether the line stands for itself, whatever came before. */
    boolean whole;

    void clear(int from, int to) {
        level = LogLevel.NONE;
        timed = false;
        seconds = 0;
        nanos = 0;
        timeColumn = 0;
        message = from;
        messageEnd = to;
        whole = false;
    }

    void at(Moment moment, int column) {
        timed = true;
        seconds = moment.seconds();
        nanos = moment.nanos;
        timeColumn = column;
    }
}
