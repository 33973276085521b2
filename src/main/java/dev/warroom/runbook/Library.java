package dev.warroom.runbook;

import dev.warroom.incident.Severity;
import dev.warroom.problem.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The runbooks of a workspace, in the order of their files and headings.
 *
 * @param problems what looked wrong while reading them
 * @param templates messages to be filled and sent
 * @param pages text outside of every runbook
 */
public record Library(
        List<Runbook> runbooks,
        List<Problem> problems,
        List<Template> templates,
        List<Page> pages) {

    public static final Library EMPTY = new Library(List.of(), List.of());

    public Library {
        runbooks = List.copyOf(runbooks);
        problems = List.copyOf(problems);
        templates = List.copyOf(templates);
        pages = List.copyOf(pages);
    }

    /** One without templates and pages. */
    public Library(List<Runbook> runbooks, List<Problem> problems) {
        this(runbooks, problems, List.of(), List.of());
    }

    /**
     * The libraries of several files as one, in their order. Where two runbooks have the same id,
     * the later one's ids get a number, and a warning says so.
     */
    public static Library join(List<Library> libraries) {
        return Joining.of(libraries);
    }

    /** The runbook with exactly this id. */
    public Optional<Runbook> byId(String id) {
        return runbooks.stream().filter(runbook -> runbook.id().equals(id)).findFirst();
    }

    /**
     * The runbooks a person means by {@code name}: those with this id or title, else those whose
     * title contains it; letter case does not matter.
     */
    public List<Runbook> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        List<Runbook> exact =
                runbooks.stream()
                        .filter(
                                it ->
                                        it.id().equals(wanted)
                                                || it.title()
                                                        .toLowerCase(Locale.ROOT)
                                                        .equals(wanted))
                        .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        return runbooks.stream()
                .filter(it -> it.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /** The first runbook that is bound to {@code severity}. */
    public Optional<Runbook> forSeverity(Severity severity) {
        return runbooks.stream()
                .filter(it -> it.severity().equals(Optional.of(severity)))
                .findFirst();
    }
}
