package dev.warroom.drill;

import java.util.Locale;

/**
 * How the service is.
 *
 * @param release the version that runs
 * @param instances how many of them
 * @param count the last seconds' answers
 * @param storeAnswers whether the store does
 * @param warmingUp whether it began too recently to be called healthy
 */
record Health(
        String release,
        int instances,
        ErrorRate.Count count,
        boolean storeAnswers,
        boolean warmingUp) {

    /** The share of failures, in percent, from which the service counts as failing. */
    static final double MOST_PERCENT = 1.0;

    /** One word: {@code failing}, {@code starting} or {@code healthy}. */
    String status() {
        if (!storeAnswers || count.percent() >= MOST_PERCENT) {
            return "failing";
        }
        return warmingUp ? "starting" : "healthy";
    }

    /** JSON; 200 where healthy, otherwise 503. */
    Reply reply() {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"service\":\"%s\",\"release\":\"%s\",\"status\":\"%s\","
                            + "\"error_rate_percent\":%.1f,\"store\":\"%s\",\"instances\":%d}%n",
                        PracticeProduction.SERVICE,
                        release,
                        status(),
                        count.percent(),
                        storeAnswers ? "ok" : "no answer",
                        instances);
        return Reply.json(status().equals("healthy") ? 200 : 503, json);
    }

    /** A name and a number a line, for scripts; always 200. */
    Reply rateReply() {
        return Reply.text(
                200,
                String.format(
                        Locale.ROOT,
                        "error_rate_percent %.1f%nrequests %d%nfailures %d%nwindow_seconds %d%n",
                        count.percent(),
                        count.requests(),
                        count.failures(),
                        ErrorRate.SECONDS));
    }
}
