package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parts of a file whole, each once. */
final class Drafts {

    private final CodeReader codes;
    private final Map<Part, PartDraft> known = new IdentityHashMap<>();

    /**
     * @param codes cuts shell blocks
     */
    Drafts(CodeReader codes) {
        this.codes = codes;
    }

    /** What stands directly below the heading of {@code part}. */
    PartDraft of(Part part) {
        PartDraft draft = known.get(part);
        if (draft == null) {
            draft = PartReader.read(part, codes);
            known.put(part, draft);
        }
        return draft;
    }

    /** The messages in {@code part} and below it, in their order. */
    List<Template> templates(Part part, String file, Settings settings) {
        List<Template> templates = new ArrayList<>();
        if (Templates.mayStandIn(part)) {
            PartDraft draft = of(part);
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
                                new Later<>(() -> Placeholders.in(text, settings))));
            }
        }
        for (Part child : part.children()) {
            templates.addAll(templates(child, file, settings));
        }
        return templates;
    }
}
