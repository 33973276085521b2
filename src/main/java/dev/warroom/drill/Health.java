package dev.warroom.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the service is.
 *
 * @param release the version that runs
 * @param instances how many of them
 * @param count the last seconds' answers
 * @param storeAnswers whether the database does
 * @param warmingUp whether it began too recently to be called healthy
 * @param heapPercent how much of the memory for objects is taken, from 0 to 100
 * @param linesASecond how many lines of level DEBUG it logs
 * @param expired whether its certificate has
 */
record Health(
        String release,
        int instances,
        ErrorRate.Count count,
        boolean storeAnswers,
        boolean warmingUp,
        int heapPercent,
        int linesASecond,
        boolean expired) {

    /** The share of failures, in percent, from which the service counts as failing. */
    static final double MOST_PERCENT = 1.0;

    /** How long an answer may take on average, in milliseconds. */
    static final int MOST_MILLIS = 500;

    /** How many lines a second it may log besides what matters. */
    static final int MOST_LINES = 200;

    /** How many answers are needed to call them slow: the first ones after a start always are. */
    static final int FEWEST = 10;

    /** The share of the memory, in percent, from which the service counts as failing. */
    static final int MOST_HEAP = 92;

    /** One word: {@code failing}, {@code starting} or {@code healthy}. */
    String status() {
        if (!why().isEmpty()) {
            return "failing";
        }
        return warmingUp ? "starting" : "healthy";
    }

    /**
     * All that is wrong, a few words each with semicolons between; empty where nothing is. Nothing
     * hides anything else: on a busy machine every service is slow too.
     */
    String why() {
        List<String> troubles = new ArrayList<>();
        if (!storeAnswers) {
            troubles.add("no answer from the database");
        }
        if (count.percent() >= MOST_PERCENT) {
            troubles.add("requests fail");
        }
        if (count.requests() >= FEWEST && count.millis() >= MOST_MILLIS) {
            troubles.add("answers take too long");
        }
        if (expired) {
            troubles.add("the certificate has expired");
        }
        if (linesASecond >= MOST_LINES) {
            troubles.add(linesASecond + " log lines a second");
        }
        if (heapPercent >= MOST_HEAP) {
            troubles.add("the memory is almost used up");
        }
        return String.join("; ", troubles);
    }

    /** The share of {@code part} in percent. */
    static int percent(long part, long whole) {
        return (int) (100 * part / whole);
    }

    /** JSON; 200 where healthy, otherwise 503. */
    Reply reply() {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"service\":\"%s\",\"release\":\"%s\",\"status\":\"%s\","
                                + "\"error_rate_percent\":%.1f,\"store\":\"%s\",\"instances\":%d,"
                                + "\"average_millis\":%d,\"heap_percent\":%d,\"why\":\"%s\"}%n",
                        PracticeProduction.SERVICE,
                        release,
                        status(),
                        count.percent(),
                        storeAnswers ? "ok" : "no answer",
                        instances,
                        count.millis(),
                        heapPercent,
                        why());
        return Reply.json(status().equals("healthy") ? 200 : 503, json);
    }

    /** A name and a number a line, for scripts; always 200. */
    static Reply rateReply(ErrorRate.Count count) {
        return Reply.text(
                200,
                String.format(
                        Locale.ROOT,
                        "error_rate_percent %.1f%nrequests %d%nfailures %d%naverage_millis %d%n"
                                + "window_seconds %d%n",
                        count.percent(),
                        count.requests(),
                        count.failures(),
                        count.millis(),
                        ErrorRate.SECONDS));
    }
}
