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
 * whole file takes in nothing but such parts and mere text, and a heading with a severity always
 * stands alone. What is in no runbook is a page.
 */
final class Procedures {

    private final String file;
    private final Settings settings;
    private final CodeReader codes;
    private final Map<Part, PartDraft> read = new IdentityHashMap<>();
    private final Map<Part, Boolean> active = new IdentityHashMap<>();
    private final List<Runbook> runbooks = new ArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final SoFar soFar;

    Procedures(
            String file,
            Settings settings,
            Vocabulary vocabulary,
            Links links,
            List<Problem> problems) {
        this.file = file;
        this.settings = settings;
        this.codes = new CodeReader(file, vocabulary, problems);
        this.soFar = new SoFar(settings, links);
    }

    /** What a file holds, in its order; its problems are told elsewhere. */
    Library in(Part outline) {
        visit(outline, false);
        return new Library(runbooks, List.of(), templates, pages, soFar.links().all(), List.of());
    }

    private void visit(Part part, boolean wholeFile) {
        boolean own = hasSteps(part);
        boolean gathers = own && part.level() > 0 && !wholeFile || hasOnlyParts(part);
        List<Part> alone = new ArrayList<>();
        if (own || gathers) {
            List<SectionDraft> sections = new ArrayList<>(draft(part).sections());
            part.children().forEach(it -> gather(it, gathers, sections, alone));
            runbooks.add(build(part, sections));
        } else {
            page(part);
            alone.addAll(part.children());
        }
        boolean title = part.level() == 0 && part.children().size() == 1;
        alone.forEach(child -> visit(child, title && child.level() == 1));
    }

    private void gather(Part part, boolean gathers, List<SectionDraft> into, List<Part> alone) {
        boolean text = !gathers && !part.template() && !hasStepsBelow(part);
        if (!gathers && !text || SeverityRule.of(part.title()).isPresent()) {
            alone.add(part);
            return;
        }
        List<SectionDraft> sections = draft(part).sections();
        into.addAll(text ? sections.stream().map(SectionDraft::asText).toList() : sections);
        part.children().forEach(it -> gather(it, gathers, into, alone));
    }

    private boolean hasOnlyParts(Part part) {
        List<Part> below = part.children().stream().filter(this::hasStepsBelow).toList();
        return part.level() > 0
                && !below.isEmpty()
                && below.stream().allMatch(child -> PartName.is(child.title()));
    }

    private boolean hasStepsBelow(Part part) {
        Boolean known = active.get(part);
        if (known == null) {
            known = hasSteps(part) || part.children().stream().anyMatch(this::hasStepsBelow);
            active.put(part, known);
        }
        return known;
    }

    private boolean hasSteps(Part part) {
        return draft(part).sections().stream().anyMatch(SectionDraft::hasItems);
    }

    private PartDraft draft(Part part) {
        PartDraft known = read.get(part);
        if (known == null) {
            known = PartReader.read(part, codes);
            read.put(part, known);
            templates(part, known);
        }
        return known;
    }

    private void templates(Part part, PartDraft draft) {
        for (int i = 0; i < draft.messages().size(); i++) {
            Block.Code code = draft.messages().get(i);
            String text = String.join("\n", code.lines());
            String title = draft.messageTitles().get(i);
            templates.add(
                    new Template(
                            title.isEmpty() ? part.title() : title,
                            file,
                            code.line(),
                            text,
                            Placeholders.in(text, settings)));
        }
    }

    private void page(Part part) {
        List<String> lines = Prose.lines(part.blocks());
        boolean outline = lines.isEmpty() && part.level() > 0;
        if (outline) {
            // A heading over others is found by its own words, too, and shows what is below it.
            lines = part.children().stream().map(it -> "- " + it.title()).toList();
        }
        if (!lines.isEmpty() || outline) {
            Mentions mentions = Mentions.NONE;
            for (SectionDraft section : draft(part).sections()) {
                mentions = mentions.and(section.mentions());
            }
            pages.add(new Page(part.title(), file, part.line(), lines, mentions, outline));
        }
    }

    private Runbook build(Part part, List<SectionDraft> sections) {
        String id = soFar.ids().unique(Slug.of(part.title(), "runbook"));
        SectionDraft first = sections.getFirst();
        List<SectionDraft> rest = sections.subList(1, sections.size());
        soFar.links().give(id, part.title(), part.line(), first.introduction());
        List<Section> built =
                Stream.concat(
                                first.hasMoreThanWords()
                                        ? Stream.of(first.unnamed().build(id, soFar, true))
                                        : Stream.of(),
                                rest.stream().map(section -> section.build(id, soFar, false)))
                        .toList();
        Mentions mentions = first.hasMoreThanWords() ? Mentions.NONE : first.mentions();
        for (Section section : built) {
            mentions = mentions.and(section.mentions());
        }
        return new Runbook(
                id,
                part.title(),
                file,
                part.line(),
                SeverityRule.of(part.title()),
                first.introduction(),
                built,
                settings,
                mentions);
    }
}
