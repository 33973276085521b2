package dev.warroom.runbook;

import dev.warroom.incident.Severity;
import dev.warroom.problem.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The runbooks of a workspace, in the order of their files and headings.
 *
 * @param problems what looked wrong while reading them; of an outline, in what was read for it
 * @param templates messages to be filled and sent
 * @param pages text outside of every runbook
 * @param files what is in every file beside them: links, headings, and what looked wrong while it
 *     was read whole
 */
public record Library(
        List<Runbook> runbooks,
        List<Problem> problems,
        List<Template> templates,
        List<Page> pages,
        List<FileContents> files) {

    public static final Library EMPTY = new Library(List.of(), List.of());

    public Library {
        runbooks = List.copyOf(runbooks);
        problems = List.copyOf(problems);
        templates = List.copyOf(templates);
        pages = List.copyOf(pages);
        files = List.copyOf(files);
    }

    /** One without templates and pages. */
    public Library(List<Runbook> runbooks, List<Problem> problems) {
        this(runbooks, problems, List.of(), List.of(), List.of());
    }

    /**
     * The libraries of several files as one, in their order. Where two runbooks have the same id,
     * the later one's ids get a number.
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
     * title contains it, else those of the file that is called so; letter case does not matter.
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
        List<Runbook> titled =
                runbooks.stream()
                        .filter(it -> it.title().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        return titled.isEmpty() && wanted.contains(".") ? inFile(wanted) : titled;
    }

    private List<Runbook> inFile(String wanted) {
        return runbooks.stream()
                .filter(it -> ("/" + it.file().toLowerCase(Locale.ROOT)).endsWith("/" + wanted))
                .toList();
    }

    /** The runbook that has the step, choice, option or section of this id, or this id itself. */
    public Optional<Runbook> having(String id) {
        int end = id.indexOf('/');
        return byId(end < 0 ? id : id.substring(0, end));
    }

    /** The links in the words of all files. */
    public List<Link> links() {
        return files.stream().flatMap(it -> it.links().stream()).toList();
    }

    /** The links in the words of a file, in its order. */
    public List<Link> linksOf(String file) {
        return files.stream()
                .filter(it -> it.file().equals(file))
                .flatMap(it -> it.links().stream())
                .toList();
    }

    /** What looked wrong while all of a file was read; it is read for it where it was not yet. */
    public List<Problem> problemsOf(String file) {
        return files.stream()
                .filter(it -> it.file().equals(file))
                .flatMap(it -> it.problems().stream())
                .toList();
    }

    /** The headings of a file, in its order. */
    public List<Heading> headingsOf(String file) {
        return files.stream()
                .filter(it -> it.file().equals(file))
                .flatMap(it -> it.headings().stream())
                .toList();
    }

    /**
     * Where {@code link} leads; empty where it leads outside, to a file that is no Markdown of this
     * library, or to a heading that its file does not have.
     */
    public Optional<Place> behind(Link link) {
        if (!link.names().isEmpty()) {
            List<String> all = files.stream().map(FileContents::file).toList();
            return Naming.find(link, _ -> all).flatMap(this::behind);
        }
        String file = link.targetFiles().stream().filter(this::has).findFirst().orElse("");
        return link.anchor().isEmpty()
                ? Places.first(this, file)
                : under(file, it -> it.anchor().equalsIgnoreCase(link.anchor()));
    }

    private Optional<Place> behind(Naming.Found found) {
        return found.heading().isEmpty()
                ? Places.first(this, found.file())
                : under(found.file(), it -> it.isCalled(found.heading()));
    }

    private Optional<Place> under(String file, Predicate<Heading> wanted) {
        return headingsOf(file).stream()
                .filter(wanted)
                .findFirst()
                .flatMap(it -> Places.under(this, it));
    }

    /**
     * What a reader of the file comes to when {@code runbook} is done: the one behind it that
     * stands below the same headings, or right below its own. One that is bound to a severity is
     * not come to by reading on, and nothing by reading on from it.
     */
    public Optional<Runbook> after(Runbook runbook) {
        if (runbook.severity().isPresent()) {
            return Optional.empty();
        }
        boolean passed = false;
        for (Runbook it : runbooks) {
            if (passed) {
                return Optional.of(it).filter(runbook::leadsOnTo);
            }
            passed = it.id().equals(runbook.id());
        }
        return Optional.empty();
    }

    private boolean has(String file) {
        return files.stream().anyMatch(it -> it.file().equals(file));
    }

    /** The first runbook that is bound to {@code severity}. */
    public Optional<Runbook> forSeverity(Severity severity) {
        return runbooks.stream()
                .filter(it -> it.severity().equals(Optional.of(severity)))
                .findFirst();
    }
}
