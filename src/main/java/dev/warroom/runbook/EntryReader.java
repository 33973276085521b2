package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: an entry of a list is one step. Its bold beginning or its first line is the title, the code
 * in it the script, everything else the instructions.
 */
final class EntryReader {

    private static final Pattern TASK = Pattern.compile("\\[[ xX]\\]\\s+");
    private static final Pattern AFTER_BOLD = Pattern.compile("\\s*[:.–—-]?\\s*");

    private final Block.Entry entry;
    private final List<Block> blocks;
    private final CodeReader codes;
    private final Templates.Claim claim;

    /**
     * @param ordered whether its list is numbered
     * @param codes cuts shell blocks
     * @param claim which code in it is a message, not a command
     */
    EntryReader(Block.Entry entry, boolean ordered, CodeReader codes, Templates.Claim claim) {
        this.entry = entry;
        this.blocks = SpanCode.ofEntry(entry.blocks(), ordered || isTask(raw(entry.blocks())));
        this.codes = codes;
        this.claim = claim;
    }

    /** Whether it begins with a box to tick. */
    boolean isTask() {
        return isTask(raw());
    }

    private static boolean isTask(String raw) {
        return raw.startsWith("[") && TASK.matcher(raw).lookingAt();
    }

    /**
     * Whether a block of any entry is a command; code in its words does not count.
     *
     * @param codes cuts shell blocks
     * @param claim which code in it is a message, not a command
     */
    static boolean runs(Block.Listing list, CodeReader codes, Templates.Claim claim) {
        for (Block.Entry entry : list.entries()) {
            if (runs(entry.blocks(), codes, claim)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a command in it. */
    boolean runs() {
        return runs(blocks);
    }

    /** What it is called as a step; may be empty. */
    String title() {
        String raw = afterBox(raw());
        if (isTitle(raw)) {
            return Caption.withoutColon(raw);
        }
        return Caption.withoutColon(
                Inline.leadingBold(raw)
                        .filter(EntryReader::isTitle)
                        .map(Inline.Bold::words)
                        .orElseGet(() -> title(Opening.of(raw), rest())));
    }

    /** What stands behind its first paragraph. */
    private List<Block> rest() {
        return raw().isEmpty() ? blocks : blocks.subList(1, blocks.size());
    }

    /**
     * What shall hold after the step: the bullets below "Expected" in it, or what stands behind it
     * in a line, which stay among its instructions.
     */
    List<String> expected() {
        List<String> expected = new ArrayList<>();
        List<Block> rest = rest();
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i) instanceof Block.Paragraph it) {
                Expected.in(it.raw()).ifPresent(expected::add);
            }
            if (i + 1 < rest.size()
                    && rest.get(i) instanceof Block.Paragraph it
                    && Expected.is(Caption.of(it.raw()).orElse(it.raw()))
                    && rest.get(i + 1) instanceof Block.Listing list
                    && !list.ordered()) {
                list.entries().forEach(one -> expected.addAll(Prose.lines(one.blocks())));
            } else if (i + 1 < rest.size()
                    && rest.get(i) instanceof Block.Paragraph it
                    && Expected.is(Caption.of(it.raw()).orElse(it.raw()))
                    && rest.get(i + 1) instanceof Block.Code code
                    && !isRun(code)) {
                expected.addAll(Expected.printed(code));
            }
        }
        return expected;
    }

    StepDraft step() {
        String raw = afterBox(raw());
        List<Block> rest = rest();
        StepDraft step;
        if (isTitle(raw)) {
            step = new StepDraft(Caption.withoutColon(raw.strip()), entry.line());
            add(step, rest);
            return step;
        }
        Optional<Inline.Bold> bold = Inline.leadingBold(raw).filter(EntryReader::isTitle);
        if (bold.isPresent()) {
            step = new StepDraft(Caption.withoutColon(bold.get().words()), entry.line());
            step.saying(linesAfter(bold.get().rest()));
        } else {
            Opening opening = Opening.of(raw);
            step = new StepDraft(Caption.withoutColon(title(opening, rest)), entry.line());
            step.saying(Address.targets(opening.words()));
            step.saying(Inline.lines(opening.rest()));
        }
        add(step, rest);
        return step;
    }

    /** Whether an entry is nothing but a title that reads as it is written. */
    private static boolean isTitle(String raw) {
        return !raw.isEmpty() && raw.length() <= Opening.LONGEST && Inline.isPlain(raw);
    }

    private static String title(Opening opening, List<Block> rest) {
        String first = Inline.plain(opening.words());
        if (!first.isEmpty()) {
            return first;
        }
        if (!rest.isEmpty() && rest.getFirst() instanceof Block.Code code) {
            String line =
                    code.lines().stream()
                            .filter(it -> !it.isBlank())
                            .findFirst()
                            .orElse("")
                            .strip();
            return Comment.is(line) ? Comment.words(line) : ShellSteps.called(line);
        }
        return Prose.lines(rest).stream().findFirst().orElse("").strip();
    }

    private String raw() {
        return raw(blocks);
    }

    private static String raw(List<Block> blocks) {
        return !blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph it ? it.raw() : "";
    }

    private static String afterBox(String raw) {
        if (!raw.startsWith("[")) {
            return raw;
        }
        Matcher box = TASK.matcher(raw);
        return box.lookingAt() ? raw.substring(box.end()) : raw;
    }

    /** Bold words in the midst of a sentence are no title by themselves. */
    private static boolean isTitle(Inline.Bold bold) {
        String rest = bold.rest();
        boolean ends = bold.words().endsWith(":") || bold.words().endsWith(".");
        boolean apart = rest.isBlank() || rest.startsWith("\n") || ends;
        return !bold.words().isEmpty()
                && (apart || ":–—-".indexOf(rest.stripLeading().charAt(0)) >= 0);
    }

    private static List<String> linesAfter(String rest) {
        Matcher mark = AFTER_BOLD.matcher(rest);
        String words = mark.lookingAt() ? rest.substring(mark.end()) : rest;
        return words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private void add(StepDraft step, List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Code code when isRun(code) ->
                        step.with(codes.units(code)).with(codes.attributes(code));
                case Block.Quote quote -> add(step, quote.blocks());
                case Block.Listing list when runs(List.of(list)) -> addList(step, list);
                case Block other -> step.saying(Prose.lines(other));
            }
        }
    }

    private void addList(StepDraft step, Block.Listing list) {
        int number = list.first();
        for (Block.Entry it : list.entries()) {
            List<Block> words = new ArrayList<>(it.blocks());
            words.removeIf(block -> runs(List.of(block)));
            step.saying(
                    Prose.lines(
                            new Block.Listing(
                                    it.line(),
                                    list.ordered(),
                                    number++,
                                    List.of(new Block.Entry(it.line(), words)))));
            add(step, it.blocks().stream().filter(block -> runs(List.of(block))).toList());
        }
    }

    private boolean runs(List<Block> some) {
        return runs(some, codes, claim);
    }

    /** Whether there is a command in any of the blocks, however deep. */
    static boolean runs(List<Block> blocks, CodeReader codes, Templates.Claim claim) {
        for (Block block : blocks) {
            boolean runs =
                    switch (block) {
                        case Block.Code code -> isRun(code, codes, claim);
                        case Block.Quote quote -> runs(quote.blocks(), codes, claim);
                        case Block.Listing list -> runs(list, codes, claim);
                        case Block.Heading _, Block.Paragraph _, Block.Html _ -> false;
                    };
            if (runs) {
                return true;
            }
        }
        return false;
    }

    private boolean isRun(Block.Code code) {
        return isRun(code, codes, claim);
    }

    private static boolean isRun(Block.Code code, CodeReader codes, Templates.Claim claim) {
        return !claim.takes(code, codes) && codes.runs(code);
    }
}
