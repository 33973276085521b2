package dev.warroom.view;

import dev.warroom.incident.Batch;
import dev.warroom.keys.Bindings;
import dev.warroom.layout.Arrangement;
import dev.warroom.layout.Pane;
import dev.warroom.layout.Rectangle;
import dev.warroom.room.Line;
import dev.warroom.room.Notice;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Screen;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws the whole room. */
public final class RoomPainter {

    /** Below this nothing can be shown that is of use. */
    public static final int LEAST_COLUMNS = 40;

    public static final int LEAST_ROWS = 10;

    private final Bindings bindings;
    private final Look look;

    public RoomPainter(Bindings bindings, Look look) {
        this.bindings = bindings;
        this.look = look;
    }

    /** The picture of {@code room} at the size its screen has. */
    public Frame paint(Room room) {
        Screen screen = room.screen();
        Frame frame = new Frame(screen.columns(), screen.rows());
        Canvas all =
                new Canvas(
                        frame,
                        new Rectangle(0, 0, screen.columns(), screen.rows()),
                        look.unicode());
        Arrangement arrangement = screen.arrangement();
        boolean tooSmall = screen.columns() < LEAST_COLUMNS || screen.rows() < LEAST_ROWS;
        if (tooSmall || arrangement.places().isEmpty() && !screen.layouts().isEmpty()) {
            tooSmall(all);
            return frame;
        }
        StatusLine.paint(room, look.zone(), all.part(0, 0, all.columns(), 1));
        KeyLine.keys(room, bindings, all.part(0, all.rows() - 1, all.columns(), 1));
        Canvas body = all.part(0, 1, all.columns(), all.rows() - Screen.CHROME);
        if (screen.help().isPresent()) {
            Canvas inside = PaneBorder.draw(body, "Keys and commands", "Esc closes", true);
            HelpPainter.paint(bindings, screen.help().get(), inside);
        } else {
            panes(room, arrangement, all);
        }
        room.question().ifPresent(it -> over(room, it, look.zone(), body));
        KeyLine.message(room, look.zone(), all);
        return frame;
    }

    private void panes(Room room, Arrangement arrangement, Canvas all) {
        Pane shownByOutput =
                arrangement.single() ? arrangement.places().keySet().iterator().next() : Pane.LOGS;
        for (Map.Entry<Pane, Rectangle> place : arrangement.places().entrySet()) {
            Rectangle at = place.getValue();
            Canvas area = all.part(at.column(), at.row(), at.columns(), at.rows());
            boolean focused = place.getKey() == room.screen().focus();
            Optional<String> run =
                    room.screen().output().filter(it -> place.getKey() == shownByOutput);
            if (run.isPresent()) {
                Canvas inside =
                        PaneBorder.draw(
                                area,
                                Batch.is(run.get())
                                        ? FanOutPainter.title(room, run.get())
                                        : OutputPainter.title(room, run.get(), look.zone()),
                                FanOutPainter.hint(room, run.get()),
                                focused);
                if (Batch.is(run.get())) {
                    FanOutPainter.paint(room, run.get(), look.zone(), inside);
                } else {
                    OutputPainter.paint(room, run.get(), inside, look.zone());
                }
            } else {
                pane(room, place.getKey(), area, focused);
            }
        }
    }

    private void pane(Room room, Pane pane, Canvas area, boolean focused) {
        switch (pane) {
            case CHECKLIST -> {
                if (room.choosing()) {
                    CatalogPainter.paint(
                            room,
                            look,
                            PaneBorder.draw(area, CatalogPainter.title(room), "", focused));
                } else {
                    ChecklistPainter.paint(
                            room,
                            look,
                            PaneBorder.draw(
                                    area,
                                    ChecklistPainter.title(room),
                                    ChecklistPainter.hint(room),
                                    focused));
                }
            }
            case LOGS ->
                    LogsPainter.paint(
                            room, PaneBorder.draw(area, LogsPainter.title(room), "", focused));
            case HEALTH ->
                    HealthPainter.paint(
                            room,
                            look,
                            PaneBorder.draw(
                                    area,
                                    HealthPainter.title(room),
                                    room.health().looking() ? "Esc closes" : "",
                                    focused),
                            focused);
            case TIMELINE ->
                    TimelinePainter.paint(
                            room,
                            look,
                            PaneBorder.draw(area, TimelinePainter.title(room), "", focused),
                            focused);
        }
    }

    /** What a question lays over the panes. */
    private static void over(Room room, Question question, ZoneId zone, Canvas body) {
        switch (question) {
            case Question.Preview preview ->
                    PreviewPainter.paint(
                            room,
                            preview,
                            zone,
                            box(
                                    body,
                                    PreviewPainter.rows(room, preview, zone, boxColumns(body) - 2),
                                    PreviewPainter.title(room, preview)));
            case Question.Approve approve ->
                    over(
                            room,
                            new Question.Reading(
                                    "Approval",
                                    approve.lines().stream().map(Notice::plain).toList(),
                                    approve.from()),
                            zone,
                            body);
            case Question.Reading reading ->
                    ReadingPainter.paint(
                            reading,
                            box(
                                    body,
                                    ReadingPainter.rows(reading, boxColumns(body) - 4),
                                    reading.title()));
            case Question.Text(Question.Purpose.Value asked, Line line) ->
                    OffersPainter.paint(
                            room,
                            asked,
                            line.text(),
                            box(body, OffersPainter.rows(room, asked), OffersPainter.title(asked)));
            case Question.Text(Question.Purpose.Confirm asked, Line line) ->
                    over(room, asked.preview(), zone, body);
            case Question.Text text -> {}
            case Question.Writing writing ->
                    MessagePainter.paint(
                            writing,
                            box(
                                    body,
                                    MessagePainter.rows(writing, boxColumns(body) - 4),
                                    MessagePainter.title(room, writing.draft())));
            case Question.Sending sending ->
                    MessagePainter.paint(
                            sending,
                            box(
                                    body,
                                    MessagePainter.rows(sending, boxColumns(body) - 4),
                                    MessagePainter.title(room, sending.draft())));
            case Question.Resume resume -> {}
            case Question.Holds holds -> {}
            case Question.Stop stop -> {}
            case Question.StopAll all -> {}
            case Question.Unclaimed unclaimed ->
                    over(
                            room,
                            new Question.Reading(
                                    unclaimed.unclaimed().start().title(),
                                    List.of(Notice.plain(unclaimed.why())),
                                    0),
                            zone,
                            body);
            case Question.Leave leave -> {}
            case Question.Criterion criterion -> {}
            case Question.ClockChoice choice -> {}
        }
    }

    /** A box of {@code rows} lines in the middle, or as many as there are; answers its inside. */
    private static Canvas box(Canvas body, int rows, String title) {
        int height = Math.min(body.rows(), rows + 2);
        int width = boxColumns(body);
        Canvas box =
                body.part((body.columns() - width) / 2, (body.rows() - height) / 2, width, height);
        return PaneBorder.draw(box, title, "", true);
    }

    private static int boxColumns(Canvas body) {
        return Math.min(body.columns(), Math.max(76, body.columns() * 2 / 3));
    }

    private static void tooSmall(Canvas all) {
        String size = all.columns() + "x" + all.rows();
        all.put(0, 0, size + " is too small.", Style.BOLD);
        all.put(0, 1, "The war room needs " + LEAST_COLUMNS + "x" + LEAST_ROWS + ".", Style.PLAIN);
        all.put(0, 2, "What runs goes on.", Style.PLAIN);
    }
}
