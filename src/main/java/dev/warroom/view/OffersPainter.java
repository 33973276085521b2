package dev.warroom.view;

import dev.warroom.room.Filling;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Suggestions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is offered for a placeholder, and where it stands, while its value is being typed. */
final class OffersPainter {

    private OffersPainter() {}

    private record Row(String text, Style style, String right) {}

    static String title(Question.Purpose.Value asked) {
        return asked.placeholder().written() + " in " + asked.step().title();
    }

    static int rows(Room room, Question.Purpose.Value asked) {
        return lines(room, asked, "").size();
    }

    /**
     * @param typed what stands in the line; the offer that it is, is marked
     */
    static void paint(Room room, Question.Purpose.Value asked, String typed, Canvas inside) {
        List<Row> rows = lines(room, asked, typed);
        for (int i = 0; i < inside.rows() && i < rows.size(); i++) {
            Row row = rows.get(i);
            int end = inside.putRight(inside.columns() - 1, i, row.right(), Style.MUTED);
            inside.put(1, i, row.text(), row.style(), end - 1);
        }
        ChecklistPainter.more(inside, 0, rows.size());
    }

    private static List<Row> lines(Room room, Question.Purpose.Value asked, String typed) {
        List<Row> rows = new ArrayList<>();
        room.secrecy()
                .masked(asked.step().script())
                .lines()
                .filter(it -> it.contains(asked.placeholder().written()))
                .limit(3)
                .forEach(it -> rows.add(new Row("$ " + it.strip(), Style.ACCENT, "")));
        rows.add(new Row("", Style.PLAIN, ""));
        for (Filling.Offer offer : Filling.offers(room, asked.placeholder())) {
            boolean here = offer.value().equals(typed);
            rows.add(
                    new Row(
                            (here ? "▶ " : "  ") + offer.value(),
                            here ? Style.ACCENT_BOLD : Style.PLAIN,
                            offer.words()));
        }
        asked.placeholder()
                .suggestion()
                .ifPresent(it -> rows.add(new Row(asked(room, asked, it), Style.MUTED, "")));
        return rows;
    }

    private static String asked(Room room, Question.Purpose.Value asked, String command) {
        Optional<Suggestions.Answer> answer = room.suggestions().of(asked.placeholder().name());
        String state =
                answer.map(it -> it.asking() ? "asking: " : it.why().isEmpty() ? "from: " : "")
                        .orElse("");
        String why = answer.map(Suggestions.Answer::why).filter(it -> !it.isEmpty()).orElse("");
        return why.isEmpty() ? state + command : "nothing from " + command + ": " + why;
    }
}
