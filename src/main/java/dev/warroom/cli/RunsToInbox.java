package dev.warroom.cli;

import dev.warroom.execution.RunEnd;
import dev.warroom.execution.RunListener;
import dev.warroom.logs.StepLogs;
import dev.warroom.room.Notice;
import dev.warroom.room.Signal;

import java.util.List;

/**
 * Brings what runs say to the inbox.
 *
 * @param logs where it goes as well
 */
record RunsToInbox(Inbox inbox, StepLogs logs) implements RunListener {

    @Override
    public void output(String run, List<String> lines, long dropped) {
        inbox.output(run, lines, dropped);
        logs.output(run, lines, dropped);
    }

    @Override
    public void secrets(String run, List<String> values) {
        inbox.put(new Signal.SecretsTold(values));
    }

    @Override
    public void answered(String run) {
        inbox.put(new Signal.RunAnswered(run));
    }

    @Override
    public void lost(String run, String why) {
        inbox.put(new Signal.RunLost(run, why));
        logs.lost(run, why);
    }

    @Override
    public void found(String run) {
        inbox.put(new Signal.RunFound(run));
        logs.found(run);
    }

    @Override
    public void said(String run, String words) {
        inbox.put(new Signal.Said(Notice.plain(words)));
    }

    @Override
    public void escaped(String run, String process) {
        inbox.put(new Signal.RunEscaped(run, process));
    }

    @Override
    public void ended(String run, RunEnd end) {
        logs.ended(run);
        inbox.ended(
                new Signal.RunEnded(
                        run,
                        end.outcome(),
                        end.exit(),
                        end.line(),
                        end.took(),
                        end.bytes(),
                        end.detail()));
    }
}
