package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Where;

import java.util.List;

/** Something the room asks of the outside. */
public sealed interface Effect {

    /**
     * Write it to the journal; answered by {@link Signal.Recorded} or {@link Signal.RecordFailed}.
     */
    record Record(IncidentEvent event) implements Effect {}

    /** Begin a journal with these events; answered by {@link Signal.JournalOpened}. */
    record CreateJournal(List<IncidentEvent> events) implements Effect {}

    /** Open an existing journal; answered by {@link Signal.JournalOpened}. */
    record OpenJournal(String incident) implements Effect {}

    /** Start a run; answered by {@link Signal.OutputArrived} and one {@link Signal.RunEnded}. */
    record StartRun(String run, Launch launch) implements Effect {}

    /** Find a run that an earlier room started; answered as {@link StartRun}. */
    record FollowRun(String run, Where where) implements Effect {}

    /** Follow a run that another room is about to start; answered as {@link StartRun}. */
    record JoinRun(String run, Where where) implements Effect {}

    /** Read the end of a finished run's output again; answered by {@link Signal.OutputArrived}. */
    record ReadOutput(String run, Where where) implements Effect {}

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

    record ListIncidents() implements Effect {}

    record Quit() implements Effect {}
}
