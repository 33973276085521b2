package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Blocks as lines for people: nothing that is not a step may get lost. */
final class Prose {

    private static final String INDENT = "    ";
    private static final Pattern TABLE_RULE = Pattern.compile("[|:\\s-]*\\|[|:\\s-]*");

    private Prose() {}

    /** The lines of {@code blocks}; lists keep their marks, code is indented by four spaces. */
    static List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> lines.addAll(lines(block)));
        return lines;
    }

    static List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading it -> Inline.lines(it.raw());
            case Block.Paragraph it -> paragraph(it.raw());
            case Block.Code it -> shown(it.lines());
            case Block.Listing it -> listing(it);
            case Block.Quote it -> lines(it.blocks());
            case Block.Html it ->
                    Tab.of(it)
                            .map(tab -> tab.ends() ? List.<String>of() : List.of(tab.title()))
                            .orElseGet(() -> html(it.lines()));
        };
    }

    /** Code that is looked at. */
    static List<String> shown(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.size());
        for (String line : lines) {
            if (!line.isBlank()) {
                shown.add(INDENT.concat(line.stripTrailing()));
            }
        }
        return shown;
    }

    private static List<String> paragraph(String raw) {
        List<String> lines = Inline.lines(raw);
        if (raw.indexOf('|') < 0) {
            return lines;
        }
        // In a table, a bar that parts no cells stands behind a backslash.
        return lines.stream()
                .filter(line -> !isTableRule(line))
                .map(line -> line.startsWith("|") ? line.replace("\\|", "|") : line)
                .toList();
    }

    private static boolean isTableRule(String line) {
        return line.indexOf('|') >= 0 && TABLE_RULE.matcher(line).matches();
    }

    private static List<String> html(List<String> lines) {
        boolean comment = !lines.isEmpty() && lines.getFirst().strip().startsWith("<!--");
        return comment ? List.of() : lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static List<String> listing(Block.Listing list) {
        List<String> lines = new ArrayList<>();
        int number = list.first();
        for (Block.Entry entry : list.entries()) {
            lines.addAll(entry(list.ordered() ? number++ + ". " : "- ", entry));
        }
        return lines;
    }

    /** One entry of a list behind its mark. */
    static List<String> entry(String mark, Block.Entry entry) {
        List<String> inner = lines(entry.blocks());
        if (inner.size() == 1) {
            return List.of(mark.concat(inner.getFirst()));
        }
        List<String> lines = new ArrayList<>(inner.size());
        for (int i = 0; i < inner.size(); i++) {
            lines.add((i == 0 ? mark : " ".repeat(mark.length())) + inner.get(i));
        }
        return lines;
    }
}
