package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rule: what stands without indentation between the entries of a numbered list belongs to the entry
 * before it: a code block between "1." and "2.", or behind an entry that announces it. So does what
 * is indented, though by less than Markdown asks for: behind "10." it wants a blank more than
 * behind "9.", and few know.
 */
final class ListMending {

    /** Blocks between two entries; more are a text of their own. */
    private static final int MOST_BETWEEN = 12;

    /** Blanks before a block that is meant to belong to the entry above it. */
    static final int LEAST_INDENT = 2;

    private ListMending() {}

    /**
     * @param indented those of {@code blocks} that have at least {@link #LEAST_INDENT} blanks
     *     before them, more than the lists have
     */
    static List<Block> of(List<Block> blocks, Set<Block> indented) {
        if (!hasNumbered(blocks)) {
            return blocks;
        }
        List<Block> result = new ArrayList<>();
        int at = 0;
        while (at < blocks.size()) {
            if (!(blocks.get(at) instanceof Block.Listing list) || !list.ordered()) {
                result.add(blocks.get(at++));
                continue;
            }
            List<Block.Entry> entries = new ArrayList<>(list.entries());
            at++;
            while (at < blocks.size()
                    && (blocks.get(at) instanceof Block.Code
                            || indented.contains(blocks.get(at)))) {
                int next = continuation(blocks, at, list.first(), entries.size());
                boolean belongs = announces(entries.getLast()) || indented.contains(blocks.get(at));
                if (next < 0 && !belongs) {
                    break;
                }
                int end = next < 0 ? at + 1 : next;
                entries.set(entries.size() - 1, with(entries.getLast(), blocks.subList(at, end)));
                at = end;
                if (next >= 0) {
                    entries.addAll(((Block.Listing) blocks.get(next)).entries());
                    at = next + 1;
                }
            }
            result.add(new Block.Listing(list.line(), true, list.first(), entries));
        }
        return result;
    }

    private static boolean hasNumbered(List<Block> blocks) {
        for (Block block : blocks) {
            if (isNumbered(block)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumbered(Block block) {
        return block instanceof Block.Listing list && list.ordered();
    }

    /** Where the list goes on: with its next number, or with the same where all are written so. */
    private static int continuation(List<Block> blocks, int from, int first, int count) {
        for (int i = from; i < Math.min(blocks.size(), from + MOST_BETWEEN); i++) {
            switch (blocks.get(i)) {
                case Block.Listing list when list.ordered() -> {
                    boolean next = list.first() == first + count;
                    boolean same = list.first() == first && (count == 1 || first == 1);
                    return next || same ? i : -1;
                }
                case Block.Heading _ -> {
                    return -1;
                }
                case Block.Paragraph it when Caption.of(it.raw()).isPresent() -> {
                    return -1;
                }
                case Block.Code _,
                        Block.Html _,
                        Block.Listing _,
                        Block.Paragraph _,
                        Block.Quote _ -> {}
            }
        }
        return -1;
    }

    private static boolean announces(Block.Entry entry) {
        return !entry.blocks().isEmpty()
                && entry.blocks().getLast() instanceof Block.Paragraph it
                && it.raw().stripTrailing().endsWith(":");
    }

    private static Block.Entry with(Block.Entry entry, List<Block> more) {
        List<Block> blocks = new ArrayList<>(entry.blocks());
        blocks.addAll(more);
        return new Block.Entry(entry.line(), blocks);
    }
}
