package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule: which headings are runbooks. A heading with steps of its own is one, and the headings below
 * it are its sections; so is a heading below which stand only parts of a procedure. The title of a
 * whole file takes in nothing but such parts and mere text, and a heading with a severity always
 * stands alone. What is in no runbook is a page; the symptoms that it names lead to the runbooks
 * below it.
 */
final class Procedures {

    /** Stands between a heading and one below it. */
    static final String BELOW = " › ";

    private final String file;
    private final Settings settings;
    private final CodeReader codes;
    private final Map<Part, PartOutline> outlines = new IdentityHashMap<>();
    private final Map<Part, Boolean> active = new IdentityHashMap<>();
    private final Ids ids = new Ids();
    private final List<RunbookDraft> runbooks = new ArrayList<>();
    private final List<PageDraft> pages = new ArrayList<>();

    private Procedures(String file, Settings settings, CodeReader codes) {
        this.file = file;
        this.settings = settings;
        this.codes = codes;
    }

    /** What a file holds, in its order. */
    static Procedures in(Part outline, String file, Settings settings, CodeReader codes) {
        Procedures found = new Procedures(file, settings, codes);
        found.visit(outline, false, "", List.of());
        return found;
    }

    List<RunbookDraft> runbooks() {
        return runbooks;
    }

    List<PageDraft> pages() {
        return pages;
    }

    /**
     * @param under the headings that it stands below
     * @param above what leads here from the pages that it stands below
     */
    private void visit(Part part, boolean wholeFile, String under, List<Signpost> above) {
        boolean own = hasSteps(part);
        boolean gathers = own && part.level() > 0 && !wholeFile || hasOnlyParts(part);
        List<Part> alone = new ArrayList<>();
        List<Signpost> seen = above;
        if (own || gathers) {
            List<RunbookDraft.Piece> pieces = new ArrayList<>();
            pieces.add(new RunbookDraft.Piece(part, outline(part), false));
            part.children().forEach(it -> gather(it, gathers, pieces, alone));
            String id = ids.unique(Slug.of(part.title(), "runbook"));
            runbooks.add(new RunbookDraft(id, under, file, settings, pieces, above));
        } else {
            page(part);
            seen = seen(part, above);
            alone.addAll(part.children());
        }
        boolean title = part.level() == 0 && part.children().size() == 1;
        String here = part.level() == 0 ? "" : part.title().strip();
        String below = under.isEmpty() || here.isEmpty() ? under + here : under + BELOW + here;
        for (Part child : alone) {
            visit(child, title && child.level() == 1, below, seen);
        }
    }

    /** What one sees where a page, or mere text right below it, helps; its title, too, where so. */
    private List<Signpost> seen(Part page, List<Signpost> above) {
        List<Signpost> seen = new ArrayList<>(symptoms(page));
        if (page.level() > 0) {
            page.children().stream()
                    .filter(it -> !hasStepsBelow(it))
                    .map(this::symptoms)
                    .forEach(seen::addAll);
        }
        if (seen.isEmpty()) {
            return above;
        }
        seen.addFirst(new Signpost(Signpost.Kind.SYMPTOM, Caption.withoutColon(page.title())));
        seen.addAll(above);
        return seen;
    }

    private List<Signpost> symptoms(Part part) {
        return outline(part).signposts().stream()
                .filter(it -> it.kind() == Signpost.Kind.SYMPTOM)
                .toList();
    }

    private void gather(
            Part part, boolean gathers, List<RunbookDraft.Piece> into, List<Part> alone) {
        boolean text = !gathers && !part.template() && !hasStepsBelow(part);
        if (!gathers && !text || SeverityRule.of(part.title()).isPresent()) {
            alone.add(part);
            return;
        }
        into.add(new RunbookDraft.Piece(part, outline(part), text));
        part.children().forEach(it -> gather(it, gathers, into, alone));
    }

    private boolean hasOnlyParts(Part part) {
        boolean any = false;
        if (part.level() > 0) {
            for (Part child : part.children()) {
                if (hasStepsBelow(child)) {
                    any = true;
                    if (!isPartOf(part, child)) {
                        return false;
                    }
                }
            }
        }
        return any;
    }

    private boolean isPartOf(Part part, Part child) {
        return PartName.is(outline(child).titled())
                || SeverityRule.of(part.title()).isPresent()
                        && SeverityRule.of(child.title()).isEmpty();
    }

    private boolean hasStepsBelow(Part part) {
        Boolean known = active.get(part);
        if (known == null) {
            known = hasSteps(part);
            for (Part child : part.children()) {
                known = known || hasStepsBelow(child);
            }
            active.put(part, known);
        }
        return known;
    }

    private boolean hasSteps(Part part) {
        return outline(part).hasSteps();
    }

    private PartOutline outline(Part part) {
        PartOutline known = outlines.get(part);
        if (known == null) {
            known = PartOutline.of(part, codes);
            outlines.put(part, known);
        }
        return known;
    }

    private void page(Part part) {
        List<String> lines = Prose.lines(part.blocks());
        boolean outline = lines.isEmpty() && part.level() > 0;
        if (outline) {
            // A heading over others is found by its own words, too, and shows what is below it.
            lines = part.children().stream().map(it -> "- " + it.title()).toList();
        }
        if (!lines.isEmpty() || outline) {
            pages.add(new PageDraft(part, file, lines, outline));
        }
    }
}
