package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Where;

import java.time.Instant;
import java.util.List;

/** Something the room asks of the outside. */
public sealed interface Effect {

    /**
     * Write it to the journal; answered by {@link Signal.Recorded} or {@link Signal.RecordFailed}.
     */
    record Record(IncidentEvent event) implements Effect {}

    /**
     * Write the start of a step although nobody could confirm that it runs nowhere else; answered
     * by {@link Signal.Recorded}, or by {@link Signal.Confirmed} where that has come meanwhile.
     */
    record StartUnclaimed(StepStarted start) implements Effect {}

    /** Begin a journal with these events; answered by {@link Signal.JournalOpened}. */
    record CreateJournal(List<IncidentEvent> events) implements Effect {}

    /** Open an existing journal; answered by {@link Signal.JournalOpened}. */
    record OpenJournal(String incident) implements Effect {}

    /**
     * Start a run; answered by {@link Signal.OutputArrived} and one {@link Signal.RunEnded}.
     *
     * @param secrets what of it other rooms are not to show either
     */
    record StartRun(String run, Launch launch, List<String> secrets) implements Effect {}

    /**
     * Connect to where a step is about to run; each host is answered by {@link Signal.Reached}.
     * Only those of the last such effect count, and of none nothing more is connected to.
     *
     * @param atOnce at most so many at a time
     */
    record Reach(List<Where> hosts, int atOnce) implements Effect {

        public Reach {
            hosts = List.copyOf(hosts);
        }
    }

    /** Find a run that an earlier room started; answered as {@link StartRun}. */
    record FollowRun(String run, Where where) implements Effect {}

    /** Follow a run that another room is about to start; answered as {@link StartRun}. */
    record JoinRun(String run, Where where) implements Effect {}

    /** Read the end of a finished run's output again; answered by {@link Signal.OutputArrived}. */
    record ReadOutput(String run, Where where) implements Effect {}

    /** Ask the room on another machine that began a run; answered by {@link Signal.OutputTold}. */
    record AskOutput(String run) implements Effect {}

    /**
     * Answer a {@link Signal.OutputWanted}.
     *
     * @param first the number of the first of the lines, counted from 0
     * @param least the number of the first line that can be asked for
     * @param missing how many lines are only in the run's file
     * @param refusal why nothing is given; empty where something is
     */
    record TellOutput(
            String id, List<String> lines, long first, long least, long missing, String refusal)
            implements Effect {

        public TellOutput {
            lines = List.copyOf(lines);
        }
    }

    /** Stop a run and all it started; answered by {@link Signal.RunEnded}. */
    record StopRun(String run, Where where) implements Effect {}

    /** Read what a run has left to later ones; answered by {@link Signal.LeftRead}. */
    record ReadLeft(String run, Where where) implements Effect {}

    /** Write the post-mortem; answered by {@link Signal.PostMortemReady}. */
    record WritePostMortem(Incident incident) implements Effect {}

    /**
     * Run a command that prints likely values of a placeholder; answered by {@link
     * Signal.Suggested}.
     */
    record Suggest(String name, String command) implements Effect {}

    /** Copy a message to where a person can paste it from; answered by {@link Signal.Copied}. */
    record Copy(Outgoing message) implements Effect {}

    /**
     * Hand a message to the hooks that take it, behind whatever is being recorded; each answers by
     * a {@link Signal.HookDone}.
     */
    record Hand(Outgoing message) implements Effect {}

    /**
     * Read a part of a log file; answered by {@link Signal.LogRead} or {@link
     * Signal.LogSearchEnded}.
     *
     * @param before how many lines before the place
     * @param after how many from there on
     */
    record ReadLog(int ticket, LogPlace place, int before, int after, LogFilters filters)
            implements Effect {}

    /**
     * Search log files; answered by {@link Signal.LogSearchWent}, and at last by {@link
     * Signal.LogRead} or {@link Signal.LogSearchEnded}.
     *
     * @param from where to begin, a place a file, one after the other
     * @param newer whether from there on, or before it
     */
    record SearchLog(
            int ticket, List<LogPlace> from, boolean newer, LogSought what, LogFilters filters)
            implements Effect {

        public SearchLog {
            from = List.copyOf(from);
        }
    }

    /**
     * Tell what comes in the logs from {@code since} on from what came before; answered by {@link
     * Signal.LogsCounted}, again and again.
     */
    record CountLogs(Instant since) implements Effect {}

    /**
     * What a run prints comes among the log lines as well, or not any more.
     *
     * @param name what its lines are called there
     * @param before what it has printed so far
     */
    record ListenToRun(String run, String name, boolean on, List<String> before) implements Effect {

        public ListenToRun {
            before = List.copyOf(before);
        }
    }

    /**
     * Take text to where the person can paste it; answered by {@link Signal.Said}.
     *
     * @param what how much of what it is, for the answer
     */
    record CopyLines(String text, String what) implements Effect {}

    /** Keep how the logs are looked at for the next sitting. */
    record KeepLogView(LogView view) implements Effect {}

    /** Give up the search of log files that is going on. */
    record StopLogSearch() implements Effect {}

    record ListIncidents() implements Effect {}

    record Quit() implements Effect {}
}
