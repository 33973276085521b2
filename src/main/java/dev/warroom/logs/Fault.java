package dev.warroom.logs;

import dev.warroom.text.Sanitiser;

/** A fault of the program itself that one log has brought to light. */
final class Fault {

    private static final String OURS = "dev.warroom.";

    private Fault() {}

    /** What it is and where, in a line that somebody can report. */
    static String words(RuntimeException fault) {
        String where = "";
        for (StackTraceElement each : fault.getStackTrace()) {
            if (each.getClassName().startsWith(OURS)) {
                where = " in " + each.getFileName() + ":" + each.getLineNumber();
                break;
            }
        }
        return Sanitiser.line("a fault of the war room itself: " + fault + where);
    }
}
