package dev.warroom.logs;

import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogLine;

import java.time.Instant;
import java.time.ZoneId;

/** Log lines out of text that stands in no file. */
final class PlainLines {

    private final String source;
    private final LineReader reader;

    /**
     * @param zone of times that name none
     * @param now times without a date are of the day before it
     */
    PlainLines(String source, ZoneId zone, Instant now) {
        this.source = source;
        this.reader = new LineReader(zone, now);
    }

    /**
     * @param text sanitised
     */
    LogLine line(String text) {
        reader.read(text);
        boolean timed = !reader.continues() && reader.timed();
        long at = timed ? reader.millis() : LogLine.UNTIMED;
        String shown =
                text.length() <= LogLine.MOST_CHARACTERS
                        ? text
                        : text.substring(0, LogLine.MOST_CHARACTERS - 2) + " …";
        return new LogLine(source, -1, at, reader.level(), reader.continues(), shown);
    }
}
