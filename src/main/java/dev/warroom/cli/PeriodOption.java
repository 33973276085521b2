package dev.warroom.cli;

import dev.warroom.figures.Period;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** From when to when a report looks. */
final class PeriodOption {

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Where it begins: 2026-03-01, 2026-03-01T14:05:00Z, 7d (ago).")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Where it ends (default: now).")
    private String to;

    /**
     * @param days how long it is where no beginning is said: so many days of the calendar before
     *     its end
     * @throws Failure if a time is none, or the end does not lie after the beginning
     */
    Period period(Instant now, ZoneId zone, int days) {
        Instant end = Optional.ofNullable(to).map(it -> Since.read(it, now, zone)).orElse(now);
        Instant begin =
                Optional.ofNullable(from)
                        .map(it -> Since.read(it, now, zone))
                        .orElseGet(
                                () ->
                                        ZonedDateTime.ofInstant(end, zone)
                                                .minusDays(days)
                                                .toInstant());
        if (!begin.isBefore(end)) {
            throw new Failure(
                    "--from "
                            + begin
                            + " must lie before --to "
                            + end
                            + "; say for example: --from 2026-03-01 --to 2026-04-01");
        }
        return new Period(begin, end);
    }
}
