package dev.warroom.view;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.history.Trend;
import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Range;
import dev.warroom.room.Agenda;
import dev.warroom.room.Desk;
import dev.warroom.room.Duty;
import dev.warroom.room.Key;
import dev.warroom.room.Metric;
import dev.warroom.room.Past;
import dev.warroom.room.Practice;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Signal;
import dev.warroom.room.Timing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rooms in which the probes are looked at. */
final class HealthScenes {

    private HealthScenes() {}

    /** The health pane has the focus; the probes have been looked at for five minutes. */
    static Desk health(int columns, int rows) {
        Desk desk = Scenes.incident(columns, rows);
        for (int i = 0; i < 60; i++) {
            boolean late = i > 40;
            double wave = 40 + 15 * Math.sin(i / 4.0);
            web(desk, late ? Health.CRITICAL : Health.OK, late ? 700 + 10 * i : wave);
            desk.probe("database", Health.OK, "connected");
            figure(desk, "disk", i > 30 ? Health.WARNING : Health.OK, 60 + i / 2.0);
            if (i < 20) {
                desk.probe("queue", Health.OK, "12 wait");
            }
            desk.pass(Duration.ofSeconds(5));
        }
        return desk.type("3");
    }

    /** The web probe alone. */
    static Desk probe(int columns, int rows) {
        return health(columns, rows).press(Key.Kind.ENTER);
    }

    /** The web probe alone, looked at in earlier sittings too. */
    static Desk past(int columns, int rows) {
        List<Slot> hours = new ArrayList<>();
        Instant hour = Desk.START.truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < 50; i++) {
            if (i >= 20 && i < 26) {
                continue;
            }
            long bad = i == 30 ? 754_000 : 0;
            long late = i == 7 ? 60_000 : 0;
            Slot slot =
                    Slot.empty("gateway", hour.minus(Slot.HOUR.multipliedBy(i)), Slot.HOUR)
                            .watched(Tally.Kind.OK, 3_600_000 - bad - late)
                            .watched(Tally.Kind.WARNING, late)
                            .watched(Tally.Kind.CRITICAL, bad);
            Spread took = Spread.of(millis(40 + i)).plus(Spread.of(millis(30)));
            hours.add(
                    new Slot(
                            slot.probe(),
                            slot.from(),
                            slot.length(),
                            slot.time(),
                            new Tally(2, 0, 0, 0, 0),
                            took,
                            Trend.NONE));
        }
        Past past = new Past(History.of(hours, 0), History.NONE);
        return probe(columns, rows).signal(new Signal.PastRead(past));
    }

    /** Before anything is open, while a window goes on; a checklist is due. */
    static Desk calendar(int columns, int rows) {
        Maintenance.Window monthly = Maintenance.USUAL.windows().getFirst();
        Agenda agenda =
                new Agenda(
                        List.of(
                                new Duty(
                                        Duty.Kind.CHECKLIST,
                                        "Morning checks",
                                        Desk.START.minusSeconds(840),
                                        Optional.of(Practice.library().runbooks().get(1)),
                                        Optional.empty()),
                                new Duty(
                                        Duty.Kind.NOTICE,
                                        "Tell people of \"Monthly\"",
                                        Desk.START,
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.of(
                                new Maintenance.Occurrence(
                                        monthly,
                                        Desk.START.minusSeconds(840),
                                        Desk.START.plusSeconds(6_360))));
        return Desk.ready(columns, rows).agenda(agenda);
    }

    private static void web(Desk desk, Health health, double millis) {
        Timing timing =
                new Timing(
                        millis(millis * 0.02),
                        millis(millis * 0.1),
                        millis(millis * 0.1),
                        millis(millis * 0.9),
                        millis(millis));
        Instant now = desk.room().now();
        Metric time =
                new Metric(
                        "time",
                        OptionalDouble.of(millis),
                        "ms",
                        Range.parse("500"),
                        Range.parse("1000"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        desk.signal(
                new Signal.ProbeAnswered(
                        new Reading(
                                "gateway",
                                health,
                                now,
                                millis(millis),
                                health == Health.OK ? "200" : "503",
                                List.of(time, Metric.of("size", 412, "B")),
                                List.of("Content-Type: text/html", "no upstream \u001b[31mis up"),
                                Optional.of(timing))));
    }

    private static void figure(Desk desk, String probe, Health health, double percent) {
        Metric used =
                new Metric(
                        "/",
                        OptionalDouble.of(percent),
                        "%",
                        Range.parse("75"),
                        Range.parse("90"),
                        OptionalDouble.of(0),
                        OptionalDouble.of(100));
        desk.signal(
                new Signal.ProbeAnswered(
                        new Reading(
                                probe,
                                health,
                                desk.room().now(),
                                millis(8),
                                "/ " + Math.round(percent) + " % full, 12 GiB free",
                                List.of(used),
                                List.of(),
                                Optional.empty())));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
