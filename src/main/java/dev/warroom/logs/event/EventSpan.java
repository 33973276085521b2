package dev.warroom.logs.event;

import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogLevel;

/** An event, as places in the buffer that holds it. */
final class EventSpan {

    int start;
    int end;
    int message;
    int messageEnd;
    long line;
    int lineCount;
    long cut;
    LogLevel level = LogLevel.NONE;
    boolean timed;
    long seconds;
    int nanos;
    long offset;

    void copy(EventSpan other) {
        start = other.start;
        end = other.end;
        message = other.message;
        messageEnd = other.messageEnd;
        line = other.line;
        lineCount = other.lineCount;
        cut = other.cut;
        level = other.level;
        timed = other.timed;
        seconds = other.seconds;
        nanos = other.nanos;
        offset = other.offset;
    }

    /** It begins with the line that {@code lines} has read last, and has no other yet. */
    void begin(BufferedLines window, LineReader lines) {
        start = window.lineStart;
        end = window.lineEnd;
        message = lines.message();
        messageEnd = lines.messageEnd();
        line = window.lineNumber;
        lineCount = 1;
        cut = window.lineCut;
        level = lines.level();
        timed = lines.timed();
        seconds = lines.seconds();
        nanos = lines.nanos();
        offset = window.lineOffset;
    }

    /** Takes the line of {@code window} in, or counts it where it has become too long. */
    void add(BufferedLines window) {
        if (window.lineEnd - start <= EventReader.MOST_BYTES && cut == 0) {
            end = window.lineEnd;
            cut += window.lineCut;
        } else {
            cut += window.lineEnd - window.lineStart + 1 + window.lineCut;
        }
        lineCount++;
    }

    /** The buffer has forgotten {@code by} bytes before it. */
    void move(int by) {
        start -= by;
        end -= by;
        message -= by;
        messageEnd -= by;
    }
}
