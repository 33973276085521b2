package dev.warroom.drill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client asks to have rendered.
 *
 * @param film lower-case letters, digits and hyphens, at most 40
 * @param frames from 1 to 99999
 */
record Job(String film, int frames) {

    private static final Pattern FORM =
            Pattern.compile("film=(?<film>[a-z0-9-]{1,40})&frames=(?<frames>[1-9]\\d{0,4})");

    /** Reads {@code film=harbour-lights&frames=240}; empty where the body is anything else. */
    static Optional<Job> parse(String body) {
        Matcher matcher = FORM.matcher(body.strip());
        return matcher.matches()
                ? Optional.of(
                        new Job(matcher.group("film"), Integer.parseInt(matcher.group("frames"))))
                : Optional.empty();
    }

    /** The form that {@link #parse} reads. */
    String form() {
        return "film=" + film + "&frames=" + frames;
    }
}
