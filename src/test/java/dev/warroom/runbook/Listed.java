package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A library as a careful reader would list it: what is to be done, by whom, and how soon. */
final class Listed {

    private record Entry(int line, List<String> lines) {}

    private List<String> lines = new ArrayList<>();

    private Listed() {}

    /** Words stand behind the last {@code ": "} that follows no words of the list itself. */
    static List<String> of(Library library) {
        List<Entry> entries = new ArrayList<>();
        for (Runbook it : library.runbooks()) {
            entries.add(new Entry(it.line(), new Listed().runbook(it)));
        }
        for (Template it : library.templates()) {
            String asks = names(it.placeholders());
            entries.add(
                    new Entry(
                            it.line(),
                            List.of(it.line() + " template: " + it.title(), "  asks " + asks)));
        }
        for (Page it : library.pages()) {
            boolean template =
                    library.templates().stream().anyMatch(one -> one.title().equals(it.title()));
            if (!template && !it.outline()) {
                Listed listed = new Listed();
                listed.lines.add(it.line() + " page: " + it.title());
                listed.mentions(1, it.mentions());
                entries.add(new Entry(it.line(), listed.lines));
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(Entry::line))
                .flatMap(it -> it.lines().stream())
                .toList();
    }

    private List<String> runbook(Runbook it) {
        String severity = it.severity().map(level -> " " + level).orElse("");
        lines.add(it.line() + " runbook" + severity + ": " + it.title());
        for (Section section : it.sections()) {
            if (section.title().isEmpty()) {
                section(1, section);
            } else {
                String box =
                        section.timeBox()
                                .map(
                                        time ->
                                                " phase, minutes "
                                                        + time.from().toMinutes()
                                                        + " to "
                                                        + time.to().toMinutes())
                                .orElse(" part");
                lines.add("  " + section.line() + box + ": " + section.title());
                section(2, section);
            }
        }
        return lines;
    }

    private void section(int depth, Section it) {
        mentions(depth, it.mentions());
        for (Item item : it.items()) {
            switch (item) {
                case Step step -> step(depth, step);
                case Choice choice ->
                        choice.options()
                                .forEach(
                                        option -> {
                                            add(
                                                    depth,
                                                    option.line()
                                                            + " option "
                                                            + option.number()
                                                            + ": "
                                                            + option.title());
                                            option.steps().forEach(one -> step(depth + 1, one));
                                        });
            }
        }
        for (Expectation one : it.outcomes()) {
            String compared =
                    one.comparison()
                            .map(
                                    c ->
                                            " "
                                                    + c.relation().name().toLowerCase(Locale.ROOT)
                                                    + " than "
                                                    + c.number()
                                                    + " "
                                                    + c.unit())
                            .orElse("");
            add(depth, "expects" + compared + ": " + one.words());
        }
        if (it.title().isEmpty() && !it.instructions().isEmpty()) {
            add(depth, "after " + counted(it.instructions().size(), "line"));
        }
    }

    private void step(int depth, Step it) {
        String kind = it.kind() == Step.Kind.MANUAL ? "person" : it.kind().name().toLowerCase();
        // To whoever reads the document, a comment between two commands is a note, too.
        int comments = (int) it.script().lines().filter(Step::isComment).count();
        String size =
                it.script().isEmpty()
                        ? ""
                        : " of " + counted((int) it.script().lines().count() - comments, "line");
        String asks = it.placeholders().isEmpty() ? "" : ", asks " + names(it.placeholders());
        String ready = it.prepared() ? ", only made ready" : "";
        int words = it.instructions().size() + comments;
        String notes = words == 0 ? "" : ", " + counted(words, "note");
        add(depth, it.line() + " " + kind + size + asks + ready + notes + ": " + it.title());
    }

    private void mentions(int depth, Mentions it) {
        it.schedules().forEach(one -> add(depth, "due " + one.time()));
        it.deadlines()
                .forEach(one -> add(depth, "within " + one.within().toMinutes() + " minutes"));
        it.reminders().forEach(one -> add(depth, "every " + one.every().toMinutes() + " minutes"));
        it.criteria()
                .forEach(
                        one ->
                                add(
                                        depth,
                                        "criterion of "
                                                + one.conditions().size()
                                                + ": "
                                                + one.title()));
        it.symptoms().forEach(one -> add(depth, "sign: " + one));
    }

    private static String names(List<Placeholder> placeholders) {
        return placeholders.stream().map(Placeholder::name).collect(Collectors.joining(", "));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void add(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }
}
