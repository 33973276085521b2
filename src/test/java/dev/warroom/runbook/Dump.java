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

    private void add(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }

    private void runbook(Runbook it) {
        String severity = it.severity().map(level -> " " + level).orElse("");
        add(0, "runbook " + it.line() + severity + " \"" + it.title() + "\" " + it.id());
        it.instructions().forEach(line -> add(1, "| " + line));
        it.sections().forEach(this::section);
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
        it.expectations().forEach(line -> add(2, "expect " + line));
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
        String asks =
                it.placeholders().stream()
                        .map(one -> " ?" + one.name() + "=" + one.written())
                        .collect(Collectors.joining());
        String kind = it.kind().name().toLowerCase(java.util.Locale.ROOT);
        add(depth, kind + " " + it.line() + " \"" + it.title() + "\"" + asks + " " + it.id());
        it.instructions().forEach(line -> add(depth + 1, "| " + line));
        it.script().lines().forEach(line -> add(depth + 1, "$ " + line));
    }
}
