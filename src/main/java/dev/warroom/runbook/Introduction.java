package dev.warroom.runbook;

import java.util.regex.Pattern;

/** Rule: what the words before a block say of it: "run this command", "the output is". */
enum Introduction {
    /** It is to be run. */
    RUNS,
    /** It is to be looked at. */
    SHOWS,
    /** Nothing. */
    SILENT;

    private static final Pattern SHOWN =
            Pattern.compile(
                    "(?i)\\b(?:outputs?|returns?|looks? like|looks? similar|similar to|should"
                        + " see|will see|you(?:'ll| will)? (?:should"
                        + " )?(?:get|see)|displays?|prints?|shows?|responses?|log"
                        + " (?:lines?|entries|messages?)|in the"
                        + " logs?|results?|config(?:uration)?|contents?|add(?: the following|"
                        + " these| this)?|error(?:"
                        + " message)?s?|query|queries|promql|structure|layout|format|message|set"
                        + " the following|example)\\b");
    private static final Pattern RUN =
            Pattern.compile(
                    "(?i)\\b(?:run|running|runs|execute|executing|commands?|with"
                            + "|using|use|via|by|via"
                            + " the|connect|install|restart|start|stop|reload|check|verify"
                            + "|list|delete|remove|find|fetch|get|create|apply|build|deploy"
                            + "|clone|copy|login|log"
                            + " in|ssh)\\b");

    private static final Pattern ORDER =
            Pattern.compile(
                    "(?i)[.\\s]*(?:(?:if"
                        + " so|then|now|next|first|finally|afterwards),?\\s+)?(?:consider\\s+)?(?"
                        + ":run|execut|check|verify|list|delet|remov|log"
                        + " ?in|connect|restart|start|stop|reload|create|deploy|install"
                        + "|us(?:e|ing)|scal|fetch|get|find|confirm|drain)");

    /**
     * @param words the paragraph before a block; may be empty
     */
    static Introduction of(String words) {
        String last = words.strip();
        int cut =
                Math.max(
                        last.lastIndexOf(". ", Math.max(0, last.length() - 2)),
                        last.length() - 300);
        last = cut > 0 ? last.substring(cut) : last;
        if (SHOWN.matcher(last).find()) {
            return SHOWS;
        }
        boolean runs =
                last.endsWith(":") && RUN.matcher(last).find() || ORDER.matcher(last).lookingAt();
        return runs ? RUNS : SILENT;
    }
}
