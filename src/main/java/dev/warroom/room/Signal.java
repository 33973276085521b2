package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;
import dev.warroom.layout.Layout;
import dev.warroom.runbook.Library;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Others' facts have come to stand before some that were told already: in a room over several
     * machines, what was shared first comes first.
     *
     * @param incident as it is now
     * @param added those that were not told before
     */
    record Rearranged(Incident incident, List<Fact> added) implements Signal {

        public Rearranged {
            added = List.copyOf(added);
        }
    }

    /** The start of a step, whose fact was told before, is confirmed: it may run. */
    record Confirmed(StepStarted start) implements Signal {}

    /**
     * Nobody knows whether the step runs in another room, because the room's server did not answer.
     *
     * @param why as a person reads it
     */
    record ClaimUnconfirmed(StepStarted start, String why) implements Signal {}

    /** The incident that is opened next is shared, or is not. */
    record SharedAs(Together together) implements Signal {}

    /**
     * How far the incident is shared with rooms on other machines.
     *
     * @param waiting facts that are not shared yet
     * @param since when the oldest of them was recorded
     * @param trouble why; empty where all is well
     */
    record SharingStands(int waiting, Optional<Instant> since, String trouble) implements Signal {}

    /** Who else has the incident open on this machine. */
    record PresenceSeen(List<String> others) implements Signal {}

    /** Who has the incident open on other machines, a room a name. */
    record ElsewhereSeen(List<Elsewhere> others) implements Signal {

        public ElsewhereSeen {
            others = List.copyOf(others);
        }
    }

    /** All of the shared record is here, for the first time since the incident was opened. */
    record CaughtUp() implements Signal {}

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
     * A room on another machine has told what a run of it has printed, or why it does not.
     *
     * @param before how many lines come before these
     * @param trouble why there are none; empty where all went well
     */
    record OutputTold(String run, List<String> lines, long before, String trouble)
            implements Signal {

        public OutputTold {
            lines = List.copyOf(lines);
        }
    }

    /** Somebody on another machine wants to read an output; answered by an effect. */
    record OutputWanted(Wanted wanted) implements Signal {}

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

    /** Where a run was begun has answered for the first time. */
    record RunAnswered(String run) implements Signal {}

    /** Where a run is does not answer; it is asked again until it does. */
    record RunLost(String run, String why) implements Signal {}

    /** A process of a run that was stopped goes on. */
    record RunEscaped(String run, String process) implements Signal {}

    /** What stands in a run that another room began, and is not to be shown. */
    record SecretsTold(List<String> values) implements Signal {}

    /** Where a run is answers again. */
    record RunFound(String run) implements Signal {}

    /**
     * Whether there is a way to where a step is about to run.
     *
     * @param trouble why there is none; empty where there is
     */
    record Reached(Where where, String trouble) implements Signal {}

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

    /** How the logs were looked at in the sitting before. */
    record LogViewRead(LogView view) implements Signal {}

    /** How much comes from each source of log lines, by the short name that lines carry. */
    record LogsMeasured(Map<String, LogRate> rates) implements Signal {

        public LogsMeasured {
            rates = Map.copyOf(rates);
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
