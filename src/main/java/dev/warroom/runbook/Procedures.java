package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rule: which headings are runbooks. A heading with steps of its own is one, and the headings below
 * it are its sections; so is a heading below which stand only parts of a procedure. The title of a
 * whole file takes in nothing but such parts, and a heading with a severity always stands alone.
 */
final class Procedures {

    private final String file;
    private final List<Problem> problems;
    private final Map<Part, List<SectionDraft>> read = new IdentityHashMap<>();
    private final List<Runbook> runbooks = new ArrayList<>();
    private final Ids ids = new Ids();

    Procedures(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The runbooks of a file, in its order. */
    List<Runbook> in(Part outline) {
        visit(outline, false);
        return runbooks;
    }

    private void visit(Part part, boolean wholeFile) {
        boolean own = hasSteps(part);
        boolean gathers = own && part.level() > 0 && !wholeFile || hasOnlyParts(part);
        List<Part> alone = new ArrayList<>();
        if (own || gathers) {
            List<SectionDraft> sections = new ArrayList<>(sections(part));
            part.children().forEach(it -> gather(it, gathers, sections, alone));
            runbooks.add(build(part, sections));
        } else {
            alone.addAll(part.children());
        }
        boolean title = part.level() == 0 && part.children().size() == 1;
        alone.forEach(child -> visit(child, title && child.level() == 1));
    }

    private void gather(Part part, boolean gathers, List<SectionDraft> into, List<Part> alone) {
        if (!gathers || SeverityRule.of(part.title()).isPresent()) {
            alone.add(part);
            return;
        }
        into.addAll(sections(part));
        part.children().forEach(it -> gather(it, true, into, alone));
    }

    private boolean hasOnlyParts(Part part) {
        List<Part> active = part.children().stream().filter(this::hasStepsBelow).toList();
        return part.level() > 0
                && !active.isEmpty()
                && active.stream().allMatch(child -> PartName.is(child.title()));
    }

    private boolean hasStepsBelow(Part part) {
        return hasSteps(part) || part.children().stream().anyMatch(this::hasStepsBelow);
    }

    private boolean hasSteps(Part part) {
        return sections(part).stream().anyMatch(SectionDraft::hasItems);
    }

    private List<SectionDraft> sections(Part part) {
        List<SectionDraft> known = read.get(part);
        if (known == null) {
            known = PartReader.read(file, part, part.title(), problems);
            read.put(part, known);
        }
        return known;
    }

    private Runbook build(Part part, List<SectionDraft> sections) {
        String id = ids.unique(Slug.of(part.title(), "runbook"));
        SectionDraft first = sections.getFirst();
        List<SectionDraft> rest = sections.subList(1, sections.size());
        Stream<Section> own =
                first.hasItems() ? Stream.of(first.unnamed().build(id, ids, true)) : Stream.of();
        Stream<Section> others = rest.stream().map(section -> section.build(id, ids, false));
        return new Runbook(
                id,
                part.title(),
                file,
                part.line(),
                SeverityRule.of(part.title()),
                first.introduction(),
                Stream.concat(own, others).toList());
    }
}
