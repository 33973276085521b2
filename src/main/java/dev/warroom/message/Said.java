package dev.warroom.message;

import dev.warroom.text.Sanitiser;

import java.time.Duration;

/** What hooks say, as it can be kept. */
final class Said {

    private static final int LONGEST = 200;

    private Said() {}

    /** The first line that has words, safe to draw and bounded. */
    static String briefly(String text) {
        String first =
                text == null
                        ? ""
                        : text.lines().filter(it -> !it.isBlank()).findFirst().orElse("").strip();
        String cut = first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "…";
        return Sanitiser.line(cut);
    }

    /** Such as {@code 10 s} or {@code 0.3 s}. */
    static String length(Duration time) {
        return time.toMillis() % 1_000 == 0
                ? time.toSeconds() + " s"
                : time.toMillis() / 1_000.0 + " s";
    }
}
