package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that is checked.
 *
 * @param file as problems name it
 * @param lines of its text
 * @param library what was read in it
 */
public record Material(String file, List<String> lines, Library library) {

    /** Lines below a step's first that may still be its own. */
    private static final int LONGEST_STEP = 1_000;

    /** A step and what it stands in. */
    record Placed(Runbook runbook, Section section, Step step) {}

    public Material {
        lines = List.copyOf(lines);
    }

    /** The steps that have a script. */
    Stream<Placed> scripts() {
        return library.runbooks().stream()
                .flatMap(
                        book ->
                                book.sections().stream()
                                        .flatMap(
                                                it ->
                                                        it.steps().stream()
                                                                .map(s -> new Placed(book, it, s))))
                .filter(it -> !it.step().script().isBlank());
    }

    /** The script with a word in the place of each placeholder, so that it is shell. */
    static String filled(Step step) {
        String script = step.script();
        for (Placeholder it : step.placeholders()) {
            if (it.kind() != Placeholder.Kind.VARIABLE) {
                script = script.replace(it.written(), it.kept() + word(it));
            }
        }
        return script;
    }

    /** What was found in a script that was filled so, as it is written. */
    static String asWritten(String found, Step step) {
        String text = found;
        for (Placeholder it : step.placeholders()) {
            if (it.kind() == Placeholder.Kind.MARKED) {
                String word = "(?<![\\w-])" + Pattern.quote(it.kept() + word(it)) + "(?![\\w-])";
                text = text.replaceAll(word, Matcher.quoteReplacement(it.written()));
            }
        }
        return text;
    }

    private static String word(Placeholder placeholder) {
        return placeholder.name().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /**
     * Where a line of a step's script stands in its file.
     *
     * @param line of the script, from 1
     */
    Location at(Placed placed, int line) {
        int from = placed.step().line();
        List<String> script = placed.step().script().lines().toList();
        String wanted = line >= 1 && line <= script.size() ? script.get(line - 1).strip() : "";
        int last = Math.min(lines.size(), from + LONGEST_STEP);
        for (int i = Math.max(from, 1); i <= last && !wanted.isEmpty(); i++) {
            int column = lines.get(i - 1).indexOf(wanted);
            if (column >= 0) {
                return new Location(file, i, column + 1);
            }
        }
        return new Location(file, from, 1);
    }
}
