package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Outcome;
import dev.warroom.layout.Layout;
import dev.warroom.runbook.Library;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Something that happened outside the room, as it enters. */
public sealed interface Signal {

    /** A key with a meaning of its own, while no question is open. */
    record Asked(Action action) implements Signal {}

    /** A key, while a question is open, or one that has no meaning. */
    record Typed(Key key) implements Signal {}

    /** Text that was pasted; never keys. */
    record Pasted(String text) implements Signal {}

    record Resized(int columns, int rows) implements Signal {}

    /** Time has gone on. */
    record Ticked() implements Signal {}

    /**
     * The runbooks were read, perhaps again.
     *
     * @param index of {@code library}
     */
    record LibraryRead(Library library, Catalog.Index index) implements Signal {

        /** Indexes the library, which takes a moment. */
        public static LibraryRead of(Library library) {
            return new LibraryRead(library, Catalog.Index.of(library));
        }
    }

    record LayoutsRead(Map<String, Layout> layouts) implements Signal {}

    record IncidentsListed(List<KnownIncident> incidents) implements Signal {}

    /** The incident's journal is open for writing, and this is what it holds. */
    record JournalOpened(Incident incident) implements Signal {}

    /** No journal could be opened or begun; whoever asked may ask again. */
    record OpenFailed(String why) implements Signal {}

    /** A fact is on disk. */
    record Recorded(Fact fact) implements Signal {}

    /** Somebody else has written a fact, in another war room of the same incident. */
    record Learned(Fact fact) implements Signal {}

    /**
     * An event was not written, because somebody else's fact came first.
     *
     * @param why empty where it is so as was wanted
     */
    record Refused(IncidentEvent event, String why) implements Signal {}

    /** Who else has the incident open on this machine. */
    record PresenceSeen(List<String> others) implements Signal {}

    /** What may be done from this room, to its end. */
    record ModeGiven(Mode mode) implements Signal {}

    /** A fact could not be written; the incident stands unchanged. */
    record RecordFailed(IncidentEvent event, String why) implements Signal {}

    /**
     * @param dropped how many lines before these were let go because they came too fast
     */
    record LogArrived(List<LogLine> lines, long dropped) implements Signal {}

    /**
     * A part of a log file that was asked for.
     *
     * @param ticket of the question
     * @param at the offset that was asked for, or of the line that was found
     * @param found whether it was searched for
     */
    record LogRead(int ticket, Stretch stretch, long at, boolean found) implements Signal {}

    /**
     * How far the search of a log file is.
     *
     * @param percent 0 to 100
     * @param left bytes, of all files
     */
    record LogSearchWent(int ticket, String source, int percent, long left) implements Signal {}

    /**
     * A question about log files has no answer.
     *
     * @param why as a person reads it
     */
    record LogSearchEnded(int ticket, String why) implements Signal {}

    /** What the logs have in common, and how often. */
    record LogsCounted(LogTally tally) implements Signal {}

    record LogSourceChanged(LogSource source) implements Signal {}

    record ProbeAnswered(Reading reading) implements Signal {}

    /**
     * Another minute has begun in the team's calendar.
     *
     * @param walks the walks of this workspace that may have begun today
     * @param zone the operator's
     */
    record CalendarTurned(List<KnownIncident> walks, ZoneId zone) implements Signal {}

    /** What was kept of the probes from before was read. */
    record PastRead(Past past) implements Signal {}

    /**
     * @param dropped how many lines before these were let go because they came too fast
     */
    record OutputArrived(String run, List<String> lines, long dropped) implements Signal {}

    /**
     * A run has ended.
     *
     * @param line of its script, from 1, whose command failed and ended it; empty where none did
     * @param bytes the size of its output
     * @param detail what else a person should know; may be empty
     */
    record RunEnded(
            String run,
            Outcome outcome,
            OptionalInt exit,
            OptionalInt line,
            Duration took,
            long bytes,
            String detail)
            implements Signal {}

    /** Where a run is does not answer; it is asked again until it does. */
    record RunLost(String run, String why) implements Signal {}

    /** Where a run is answers again. */
    record RunFound(String run) implements Signal {}

    /**
     * What the command that suggests values has printed.
     *
     * @param name of the placeholder
     * @param why there are none, or not all; empty where nothing went wrong
     */
    record Suggested(String name, List<String> values, String why) implements Signal {

        public Suggested {
            values = List.copyOf(values);
        }
    }

    /**
     * What a run has left to later ones.
     *
     * @param variables it has exported
     * @param why nothing could be read; empty where it was
     */
    record LeftRead(String run, String folder, Map<String, String> variables, String why)
            implements Signal {

        public LeftRead {
            variables = Map.copyOf(variables);
        }
    }

    record PostMortemReady(String file) implements Signal {}

    /**
     * A message was copied.
     *
     * @param way where to, said no better than it is
     */
    record Copied(Outgoing message, String way) implements Signal {}

    /**
     * A hook has answered, or failed to.
     *
     * @param what the message's name
     * @param answer its exit code or status, and the beginning of what it said
     */
    record HookDone(String hook, String what, boolean accepted, String answer) implements Signal {}

    /** Something outside has a word for the person at the keyboard. */
    record Said(Notice notice) implements Signal {}
}
