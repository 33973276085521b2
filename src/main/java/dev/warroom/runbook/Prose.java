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
            case Block.Html it -> html(it.lines());
        };
    }

    /** Code that is looked at. */
    static List<String> shown(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> INDENT + line.stripTrailing())
                .toList();
    }

    private static List<String> paragraph(String raw) {
        return Inline.lines(raw).stream()
                .filter(line -> !TABLE_RULE.matcher(line).matches())
                .toList();
    }

    private static List<String> html(List<String> lines) {
        boolean comment = !lines.isEmpty() && lines.getFirst().strip().startsWith("<!--");
        return comment ? List.of() : lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static List<String> listing(Block.Listing list) {
        List<String> lines = new ArrayList<>();
        int number = list.first();
        for (Block.Entry entry : list.entries()) {
            String mark = list.ordered() ? number++ + ". " : "- ";
            List<String> inner = lines(entry.blocks());
            for (int i = 0; i < inner.size(); i++) {
                lines.add((i == 0 ? mark : " ".repeat(mark.length())) + inner.get(i));
            }
        }
        return lines;
    }
}
