package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * A heading with what stands below it.
 *
 * @param level 1 to 6; 0 for the file itself
 * @param template whether it, or a heading above it, is about templates
 * @param blocks up to the next heading; grows while the file is read
 * @param children the deeper headings; grows while the file is read
 */
record Part(
        int level,
        String title,
        int line,
        boolean template,
        List<Block> blocks,
        List<Part> children) {

    private Part(int level, String title, int line, boolean template) {
        this(level, title, line, template, new ArrayList<>(), new ArrayList<>());
    }

    /** The tree of headings of a file; at its top the file, named {@code title}. */
    static Part outline(String title, List<Block> blocks) {
        Part file = new Part(0, title, 1, false);
        List<Part> open = new ArrayList<>(List.of(file));
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading && !belongsToText(heading)) {
                while (open.getLast().level() >= heading.level()) {
                    open.removeLast();
                }
                Part above = open.getLast();
                String words = heading.words();
                boolean template = above.template() || Templates.isNamedBy(words);
                Part part = new Part(heading.level(), words, heading.line(), template);
                List<String> targets = Address.targets(heading.raw());
                if (!targets.isEmpty()) {
                    // A title shows the text of its links; where they lead stands below it.
                    part.blocks().add(new Block.Html(heading.line(), targets));
                }
                above.children().add(part);
                open.add(part);
            } else {
                open.getLast().blocks().add(block);
            }
        }
        return file;
    }

    /** Options and expectations say something about the steps before them, at any level. */
    private static boolean belongsToText(Block.Heading heading) {
        return Expected.is(heading.words()) || OptionTitle.of(heading.words()).isPresent();
    }
}
