package dev.warroom.cli;

import dev.warroom.logs.LineTally;
import dev.warroom.logs.LogFiles;
import dev.warroom.logs.StepLogs;
import dev.warroom.message.Clipboard;

/** Who answers what the room asks about the logs, and where copied text goes. */
record LogQuestions(
        LogFiles files, LineTally tally, StepLogs steps, KeptLogView view, Clipboard clipboard) {}
