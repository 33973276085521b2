package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rule: tabs that stand beside each other are several ways where two of them run something, or
 * where all are named by systems and one does. Nobody takes more than one.
 *
 * @param tabs in their order
 * @param end index of the block behind them
 */
record TabRow(List<Titled> tabs, int end) {

    /**
     * One of them.
     *
     * @param line counted from 1
     * @param blocks that stand in it
     */
    record Titled(String title, int line, List<Block> blocks) {}

    /**
     * The row that begins at {@code from}, with the title of its first tab.
     *
     * @param blocks in which no heading stands
     */
    static TabRow at(List<Block> blocks, int from) {
        int depth = Tab.of(blocks.get(from)).orElseThrow().depth();
        List<Titled> tabs = new ArrayList<>();
        int begun = from;
        for (int i = from + 1; i < blocks.size(); i++) {
            Optional<Tab> mark = Tab.of(blocks.get(i)).filter(it -> it.depth() <= depth);
            if (mark.isPresent()) {
                tabs.add(tab(blocks, begun, i));
                if (mark.get().ends() || mark.get().depth() < depth) {
                    return new TabRow(tabs, mark.get().depth() < depth ? i : i + 1);
                }
                begun = i;
            }
        }
        tabs.add(tab(blocks, begun, blocks.size()));
        return new TabRow(tabs, blocks.size());
    }

    private static Titled tab(List<Block> blocks, int from, int to) {
        String title = Tab.of(blocks.get(from)).orElseThrow().title();
        return new Titled(title, blocks.get(from).line(), blocks.subList(from + 1, to));
    }

    /**
     * Whether they are several ways.
     *
     * @param runs whether there is a command in some blocks
     */
    boolean areWays(Predicate<List<Block>> runs) {
        long running = tabs.stream().filter(it -> runs.test(it.blocks())).count();
        boolean systems = tabs.stream().allMatch(it -> Systems.areNamed(it.title()));
        return tabs.size() > 1
                && (running > 1 || running > 0 && systems)
                && tabs.stream().noneMatch(it -> begins(it.blocks()));
    }

    /** Whether a section, or another choice, begins in it. */
    private static boolean begins(List<Block> blocks) {
        return blocks.stream()
                .anyMatch(
                        it ->
                                it instanceof Block.Heading
                                        || Tab.of(it).isPresent()
                                        || it instanceof Block.Paragraph words
                                                && Caption.of(words.raw()).isPresent());
    }
}
