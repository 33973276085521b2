package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A library as lines that a person can check against the Markdown beside it. */
final class Dump {

    private final List<String> lines = new ArrayList<>();

    private Dump() {}

    static String of(Library library) {
        Dump dump = new Dump();
        library.runbooks().forEach(dump::runbook);
        library.templates().forEach(dump::template);
        library.pages().forEach(dump::page);
        library.links().forEach(it -> dump.link(it, library));
        library.problems()
                .forEach(
                        it ->
                                dump.add(
                                        0,
                                        "problem "
                                                + it.location()
                                                + " "
                                                + it.level()
                                                + ": "
                                                + it.message()));
        return String.join("\n", dump.lines) + "\n";
    }

    private void link(Link it, Library library) {
        String place =
                library.behind(it)
                        .map(
                                to ->
                                        switch (to) {
                                            case Place.InRunbook in -> in.section().id();
                                            case Place.OnPage on -> "page " + on.page().title();
                                        })
                        .orElse(it.isOutside() ? "outside" : "nowhere");
        String from = it.in().isEmpty() ? "" : " of " + it.in();
        add(0, "link " + it.line() + from + " \"" + it.text() + "\" " + it.target() + ": " + place);
    }

    private void add(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }

    private void runbook(Runbook it) {
        String severity = it.severity().map(level -> " " + level).orElse("");
        add(0, "runbook " + it.line() + severity + " \"" + it.title() + "\" " + it.id());
        it.instructions().forEach(line -> add(1, "| " + line));
        if (!it.settings().equals(Settings.NONE)) {
            add(1, it.settings().toString());
        }
        it.sections().forEach(this::section);
    }

    private void template(Template it) {
        add(0, "template " + it.line() + " \"" + it.title() + "\"" + asks(it.placeholders()));
        it.text().lines().forEach(line -> add(1, "| " + line));
    }

    private void page(Page it) {
        add(0, "page " + it.line() + " \"" + it.title() + "\"");
        it.lines().forEach(line -> add(1, "| " + line));
        mentions(1, it.mentions());
    }

    private void mentions(int depth, Mentions it) {
        it.schedules().forEach(one -> add(depth, "at " + one.time() + ": " + one.words()));
        it.deadlines().forEach(one -> add(depth, "within " + one.within() + ": " + one.words()));
        it.reminders().forEach(one -> add(depth, "every " + one.every() + ": " + one.words()));
        it.criteria()
                .forEach(
                        one ->
                                add(
                                        depth,
                                        "criterion "
                                                + one.line()
                                                + " \""
                                                + one.title()
                                                + "\" "
                                                + one.conditions()));
        it.symptoms().forEach(one -> add(depth, "symptom " + one));
    }

    private void section(Section it) {
        String box =
                it.timeBox()
                        .map(
                                time ->
                                        " ["
                                                + time.from().toMinutes()
                                                + ".."
                                                + time.to().toMinutes()
                                                + " min: "
                                                + time.words()
                                                + "]")
                        .orElse("");
        add(1, "section " + it.line() + " \"" + it.title() + "\"" + box + " " + it.id());
        it.instructions().forEach(line -> add(2, "| " + line));
        for (Item item : it.items()) {
            switch (item) {
                case Step step -> step(2, step);
                case Choice choice -> choice(choice);
            }
        }
        for (int i = 0; i < it.expectations().size(); i++) {
            add(2, "expect " + it.expectations().get(i));
            it.outcomes()
                    .get(i)
                    .comparison()
                    .ifPresent(
                            one ->
                                    add(
                                            3,
                                            "compared: "
                                                    + one.subject()
                                                    + " "
                                                    + one.relation()
                                                    + " "
                                                    + one.number()
                                                    + " "
                                                    + one.unit()));
        }
        mentions(2, it.mentions());
    }

    private void choice(Choice it) {
        add(2, "choice " + it.line() + " " + it.id());
        for (Option option : it.options()) {
            add(
                    3,
                    "option "
                            + option.line()
                            + " "
                            + option.number()
                            + " \""
                            + option.title()
                            + "\" "
                            + option.id());
            option.instructions().forEach(line -> add(4, "| " + line));
            option.steps().forEach(step -> step(4, step));
        }
    }

    private void step(int depth, Step it) {
        String kind = it.kind().name().toLowerCase(java.util.Locale.ROOT);
        add(
                depth,
                kind
                        + " "
                        + it.line()
                        + " \""
                        + it.title()
                        + "\""
                        + asks(it.placeholders())
                        + " "
                        + it.id());
        if (it.prepared()) {
            add(depth + 1, "only prepared");
        }
        if (it.attributes().equals(Attributes.NONE.inTerminal())) {
            add(depth + 1, "in a terminal");
        } else if (!it.attributes().equals(Attributes.NONE)) {
            add(depth + 1, it.attributes().toString());
        }
        it.instructions().forEach(line -> add(depth + 1, "| " + line));
        it.script().lines().forEach(line -> add(depth + 1, "$ " + line));
    }

    private static String asks(java.util.List<Placeholder> placeholders) {
        return placeholders.stream()
                .map(
                        one ->
                                " ?"
                                        + (one.kind() == Placeholder.Kind.MARKED
                                                ? ""
                                                : one.kind()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT)
                                                        + " ")
                                        + one.name()
                                        + "="
                                        + one.written()
                                        + one.suggestion().map(it -> " from " + it).orElse(""))
                .collect(Collectors.joining());
    }
}
