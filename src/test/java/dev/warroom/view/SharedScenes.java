package dev.warroom.view;

import dev.warroom.incident.CommandEvent.DriverAsked;
import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Origin;
import dev.warroom.room.Desk;
import dev.warroom.room.Elsewhere;
import dev.warroom.room.Signal;
import dev.warroom.room.Together;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An incident that rooms on several machines share. */
final class SharedScenes {

    private SharedScenes() {}

    private static Desk shared(int columns, int rows) {
        Desk desk = Scenes.incident(columns, rows).signal(new Signal.SharedAs(Together.as("a1")));
        return desk.signal(
                new Signal.ElsewhereSeen(
                        List.of(
                                new Elsewhere(
                                        "ben@app-2",
                                        desk.room().now().minusSeconds(700),
                                        "\"Roll back\" of P1: Shop is down"),
                                new Elsewhere(
                                        "eve@laptop",
                                        desk.room().now().minusSeconds(65),
                                        "the logs"))));
    }

    private static void learn(Desk desk, String who, Duration ago, IncidentEvent event) {
        Fact fact =
                new Fact(
                        desk.room().incident().facts().size() + 1L,
                        desk.room().now().minus(ago),
                        who,
                        "app-2",
                        event,
                        new Origin("b2", 1, Duration.ZERO));
        desk.signal(new Signal.Learned(fact));
    }

    /** The server is away, and four facts wait for it. */
    static Desk unshared(int columns, int rows) {
        Desk desk = shared(columns, rows);
        return desk.signal(
                new Signal.SharingStands(
                        4,
                        Optional.of(desk.room().now().minusSeconds(41)),
                        "the room's server cannot be reached (room.internal:4222)"));
    }

    /** Somebody asks for the seat of whoever drives. */
    static Desk seat(int columns, int rows) {
        Desk desk = shared(columns, rows);
        learn(desk, "ben", Duration.ofMinutes(4), new DriverChanged("ben", "", ""));
        learn(desk, "eve", Duration.ofSeconds(19), new DriverAsked("eve", Duration.ofMinutes(1)));
        return desk;
    }

    /** Somebody else drives, and this is long known. */
    static Desk driven(int columns, int rows) {
        Desk desk = shared(columns, rows);
        learn(desk, "ben", Duration.ofMinutes(4), new DriverChanged("ben", "", ""));
        return desk;
    }

    /** Whoever joins late. */
    static Desk joined(int columns, int rows) {
        Desk desk = shared(columns, rows);
        learn(desk, "ben", Duration.ofMinutes(4), new DriverChanged("ben", "", ""));
        learn(
                desk,
                "ben",
                Duration.ofMinutes(2),
                new NoteAdded("the gateway refuses 订单, the queue is drained"));
        return desk.signal(new Signal.CaughtUp());
    }

    private static final String RUN = "INC-1-9.b2";
    private static final String TITLE = "Look at the gateway";

    /** A run of ben's goes on, and its output is opened here. */
    private static Desk asking(int columns, int rows) {
        Desk desk = shared(columns, rows);
        String step =
                desk.room().checklist().steps().stream()
                        .filter(it -> it.title().startsWith(TITLE))
                        .findFirst()
                        .orElseThrow()
                        .id();
        learn(
                desk,
                "ben",
                Duration.ofSeconds(12),
                new StepStarted(RUN, step, TITLE, "./gateway.sh", "local"));
        return desk.select(TITLE).type("o");
    }

    /** What ben's room has told, four seconds ago. */
    static Desk borrowed(int columns, int rows) {
        return asking(columns, rows)
                .signal(
                        new Signal.OutputTold(
                                RUN,
                                List.of("draining gw-1", "订单 12 of 40 left", "gw-2 refuses: 503"),
                                31,
                                ""))
                .pass(Duration.ofSeconds(4));
    }

    /** Ben's room says nothing. */
    static Desk silent(int columns, int rows) {
        return asking(columns, rows)
                .pass(Duration.ofSeconds(4))
                .signal(new Signal.OutputTold(RUN, List.of(), 0, "its room does not answer"));
    }
}
