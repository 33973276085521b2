package dev.warroom.incident;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a fact is about, as people look for it. */
public enum FactKind {
    STEP,
    NOTE,
    MESSAGE,
    HEALTH,
    /** Everything else that people decide and declare. */
    COMMAND;

    /** The kind of a fact. */
    public static FactKind of(Fact fact) {
        return switch (fact.event()) {
            case StepStarted it -> STEP;
            case StepFinished it -> STEP;
            case StepDone it -> STEP;
            case StepSkipped it -> STEP;
            case StepPrepared it -> STEP;
            case StepMoved it -> STEP;
            case ExpectationChecked it -> STEP;
            case NoteAdded it -> NOTE;
            case StepNoted it -> NOTE;
            case Amended it -> NOTE;
            case StatusUpdated it -> MESSAGE;
            case MessageSent it -> MESSAGE;
            case HookAnswered it -> MESSAGE;
            case HealthChanged it -> HEALTH;
            default -> COMMAND;
        };
    }

    /** As it is typed: {@code step}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #word} writes, in any letters; empty for the rest. */
    public static Optional<FactKind> parse(String word) {
        return Arrays.stream(values())
                .filter(it -> it.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
