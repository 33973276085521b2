package dev.warroom.runbook;

import java.time.Duration;
import java.util.Locale;

/** How long something takes that words tell: {@code 5 minutes}, {@code 1 h}. */
final class Span {

    private Span() {}

    /**
     * @param count a number
     * @param unit from seconds to days, of which the first letter tells
     */
    static Duration of(String count, String unit) {
        long number = Long.parseLong(count);
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
