package dev.warroom.room;

import dev.warroom.incident.Batch;
import dev.warroom.incident.Fact;
import dev.warroom.layout.Arrangement;
import dev.warroom.layout.Pane;
import dev.warroom.layout.Rectangle;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Scrolling and moving the cursor, in whatever has the focus. */
final class Moving {

    /** Further than anything is long. */
    static final int FAR = 1_000_000_000;

    private Moving() {}

    /** The same as {@link #by}; log files are read on where what is held of them ends. */
    static Next on(Room room, int lines) {
        Screen screen = room.screen();
        boolean covered = screen.help().isPresent() || screen.outputHasKeys();
        return screen.focus() == Pane.LOGS && !covered
                ? LookingBack.moved(room, lines)
                : Next.of(by(room, lines));
    }

    /** Moves down by {@code lines}, or up where it is negative. */
    static Room by(Room room, int lines) {
        Screen screen = room.screen();
        if (screen.help().isPresent()) {
            return room.with(
                    screen.helping(
                            Optional.of(Math.clamp((long) screen.help().get() + lines, 0, 200))));
        }
        if (screen.outputHasKeys()) {
            return room.with(scrolledOutput(room, -lines));
        }
        return switch (screen.focus()) {
            case CHECKLIST ->
                    room.choosing()
                            ? room.with(room.catalog().moved(lines, entries(room)))
                            : room.with(room.checklist().moved(lines));
            case LOGS -> room.with(room.logs().scrolled(-lines, inside(room, Pane.LOGS).rows()));
            case HEALTH -> room.with(room.health().moved(lines));
            case TIMELINE ->
                    room.with(
                            room.timeline()
                                    .moved(facts(room), lines, inside(room, Pane.TIMELINE).rows()));
        };
    }

    /** Back to the newest, or, where it follows already, held where it is. */
    static Room follow(Room room) {
        if (room.screen().outputHasKeys()) {
            Outputs outputs = room.outputs();
            return room.with(outputs.fromEnd() == 0 ? outputs.holding() : outputs.atEnd());
        }
        return switch (room.screen().focus()) {
            case TIMELINE ->
                    room.with(
                            room.timeline().top().isEmpty()
                                    ? room.timeline().held(facts(room))
                                    : room.timeline().live());
            case CHECKLIST, LOGS, HEALTH ->
                    room.with(room.logs().following() ? room.logs().held() : room.logs().live());
        };
    }

    private static List<Fact> facts(Room room) {
        return room.timeline().shown(room.incident().told());
    }

    private static Outputs scrolledOutput(Room room, int lines) {
        Arrangement arrangement = room.screen().arrangement();
        Rectangle inside =
                arrangement.single()
                        ? arrangement.places().values().iterator().next().inset(1)
                        : inside(room, Pane.LOGS);
        Optional<Batch> batch = room.screen().output().flatMap(it -> FanOut.batch(room, it));
        if (batch.isPresent()) {
            int total = FanOutRows.of(room, batch.get(), ZoneOffset.UTC).size();
            int counts = FanOutRows.counts(room, batch.get()).size();
            return room.outputs().scrolledIn(total, lines, inside.rows() - counts);
        }
        return room.outputs()
                .scrolled(room.screen().output(), lines, inside.rows(), inside.columns());
    }

    /** What a pane has inside its border; nothing while it is not to be seen. */
    private static Rectangle inside(Room room, Pane pane) {
        return room.screen()
                .arrangement()
                .place(pane)
                .map(it -> it.inset(1))
                .orElse(new Rectangle(0, 0, 0, 0));
    }

    /** Half of what the terminal shows, at least one line. */
    static int page(Room room) {
        return Math.max(1, (room.screen().rows() - Screen.CHROME) / 2);
    }

    private static int entries(Room room) {
        return room.catalog().entries(room.incident().begun()).size();
    }
}
