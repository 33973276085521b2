package dev.warroom.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A fact worth keeping. Names of steps and runbooks are their ids in the library; texts are as a
 * person typed them.
 */
public sealed interface IncidentEvent {

    /** The events of command have a file of their own. */
    sealed interface OfCommand extends IncidentEvent permits CommandEvent {}

    /**
     * An incident begins.
     *
     * @param service what it is about; may be empty
     * @param workspace the folder it is run from
     */
    record Declared(Severity severity, String title, String service, String workspace)
            implements IncidentEvent {}

    /**
     * A runbook is walked without an incident: a daily checklist, a deployment.
     *
     * @param workspace the folder it is run from
     */
    record ChecklistStarted(String title, String workspace) implements IncidentEvent {}

    /** Somebody has taken notice of the incident and acts on it. */
    record Acknowledged() implements IncidentEvent {}

    /** A runbook is opened and becomes the current one. */
    record RunbookOpened(String runbook, String title, String file) implements IncidentEvent {}

    /**
     * A run of a step is about to start.
     *
     * @param run unique in the whole state folder
     * @param script exactly what runs, secrets masked
     * @param target where, as people know it
     * @param where how to get there again
     * @param batch the run that was started first of those that one order has started on several
     *     hosts; empty for a run by itself
     */
    record StepStarted(
            String run,
            String step,
            String title,
            String script,
            String target,
            Where where,
            String batch)
            implements IncidentEvent {

        /** By itself, on this machine. */
        public StepStarted(String run, String step, String title, String script, String target) {
            this(run, step, title, script, target, Where.HERE, "");
        }
    }

    /**
     * A run has ended.
     *
     * @param exit the exit code, 128 + n for signal n; empty where there is none to know
     * @param line of its script, from 1, whose command failed and ended it; empty where none did
     * @param bytes the size of its output
     * @param detail what else a person should know, such as why it could not start; may be empty
     */
    record StepFinished(
            String run,
            Outcome outcome,
            OptionalInt exit,
            OptionalInt line,
            Duration took,
            long bytes,
            String detail)
            implements IncidentEvent {

        /** No command of its script ended it. */
        public StepFinished(
                String run,
                Outcome outcome,
                OptionalInt exit,
                Duration took,
                long bytes,
                String detail) {
            this(run, outcome, exit, OptionalInt.empty(), took, bytes, detail);
        }
    }

    /** A manual step, or a stream that has served its purpose, is done. */
    record StepDone(String step, String title) implements IncidentEvent {}

    /** A step is passed over. */
    record StepSkipped(String step, String title, String reason) implements IncidentEvent {}

    /** The operator picked one of several options. */
    record OptionChosen(String choice, String option, String title, String reason)
            implements IncidentEvent {}

    /** A placeholder got its value for this incident. */
    record ValueSet(String name, String value) implements IncidentEvent {}

    /**
     * A placeholder is no placeholder: what is written stays as it stands.
     *
     * @param written as in the script: {@code <stdin>}
     */
    record ValueKept(String name, String written) implements IncidentEvent {}

    /**
     * A step may run only when somebody else agrees.
     *
     * @param script exactly what would run, secrets masked
     * @param target where
     * @param hash of script and target, as {@link ScriptHash} makes it
     * @param who may agree, in words
     */
    record ApprovalAsked(
            String step, String title, String script, String target, String hash, String who)
            implements IncidentEvent {}

    /**
     * Somebody agrees that exactly this runs there.
     *
     * @param hash of the script and the target that were agreed to
     */
    record Approved(String step, String title, String target, String hash)
            implements IncidentEvent {}

    /** A variable is set for the steps of a runbook that run on a target from now on. */
    record VariableSet(String runbook, String target, String name, String value)
            implements IncidentEvent {}

    /** What steps of a runbook have left on a target does not carry on to later ones. */
    record VariablesReset(String runbook, String target) implements IncidentEvent {}

    /**
     * A step that is for later is ready: it was looked at with its values, and did not run.
     *
     * @param script exactly what would run, secrets masked
     */
    record StepPrepared(String step, String title, String script) implements IncidentEvent {}

    /** Somebody has something to say of a step. */
    record StepNoted(String step, String title, String text) implements IncidentEvent {}

    /**
     * A step was given another place or name in its runbook's file; what was done with it counts
     * for it there.
     */
    record StepMoved(String from, String to, String title) implements IncidentEvent {}

    /**
     * It was looked whether an expectation holds.
     *
     * @param expectation its id
     * @param words as the runbook has them
     * @param machine whether it was read from a step's output; otherwise a person says so
     * @param evidence what was read, or what the person noted; may be empty
     */
    record ExpectationChecked(
            String expectation, String words, boolean holds, boolean machine, String evidence)
            implements IncidentEvent {}

    /**
     * The file of the current runbook was changed while it was walked.
     *
     * @param added lines that are new
     * @param gone lines that are there no more
     * @param hash tells what it says now from all else that it may say; empty where that was not
     *     kept
     */
    record RunbookChanged(
            String runbook, String title, String file, long added, long gone, String hash)
            implements IncidentEvent {}

    /** A probe changed its state. */
    record HealthChanged(String probe, String from, String to, String detail)
            implements IncidentEvent {}

    /**
     * A message of a log that was not seen before the incident, though it warns.
     *
     * @param level as the message calls it, in small letters
     * @param id of what such messages have in common
     * @param text that, with a star in brackets where they differ
     */
    record PatternSeen(String source, String level, String id, String text)
            implements IncidentEvent {}

    /**
     * The clock of a machine was set; the time from one fact to the next is not what they show.
     *
     * @param host the machine, as facts name it
     * @param by how much later it is by the clock as it is now; negative where it was set back
     * @param started when the machine was started, by the clock as it is now; the time of the
     *     change where the machine does not tell
     */
    record ClockChanged(String host, Duration by, Instant started) implements IncidentEvent {}

    record NoteAdded(String text) implements IncidentEvent {}

    /** The team was told how things stand; the update clock starts again. */
    record StatusUpdated(String text) implements IncidentEvent {}

    record Resolved(String rootCause, String resolution) implements IncidentEvent {}

    /** The walk of a runbook without an incident has ended. */
    record ChecklistClosed() implements IncidentEvent {}

    /** The post-mortem was written. */
    record PostMortemWritten(String file) implements IncidentEvent {}
}
