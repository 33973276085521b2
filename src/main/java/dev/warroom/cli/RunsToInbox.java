package dev.warroom.cli;

import dev.warroom.execution.RunEnd;
import dev.warroom.execution.RunListener;
import dev.warroom.room.Notice;
import dev.warroom.room.Signal;

import java.util.List;

/** Brings what runs say to the inbox. */
record RunsToInbox(Inbox inbox) implements RunListener {

    @Override
    public void output(String run, List<String> lines, long dropped) {
        inbox.output(run, lines, dropped);
    }

    @Override
    public void lost(String run, String why) {
        inbox.put(new Signal.RunLost(run, why));
    }

    @Override
    public void found(String run) {
        inbox.put(new Signal.RunFound(run));
    }

    @Override
    public void said(String run, String words) {
        inbox.put(new Signal.Said(Notice.plain(words)));
    }

    @Override
    public void ended(String run, RunEnd end) {
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
