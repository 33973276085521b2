package dev.warroom.cli;

import dev.warroom.execution.RunListener;
import dev.warroom.incident.Outcome;
import dev.warroom.room.Signal;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Brings what runs say to the inbox. */
record RunsToInbox(Inbox inbox) implements RunListener {

    @Override
    public void output(String run, List<String> lines, long dropped) {
        inbox.output(run, lines, dropped);
    }

    @Override
    public void ended(
            String run,
            Outcome outcome,
            OptionalInt exit,
            Duration took,
            long bytes,
            String detail) {
        inbox.ended(new Signal.RunEnded(run, outcome, exit, took, bytes, detail));
    }
}
