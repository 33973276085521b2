package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;

/** Reads what stands directly below one heading, block by block. */
final class PartReader {

    private final CodeReader codes;
    private final Part part;
    private final PartDraft draft;

    private PartReader(Part part, CodeReader codes) {
        this.codes = codes;
        this.part = part;
        this.draft = new PartDraft(part.title(), part.line());
    }

    /**
     * Its sections, the first of which holds what stands before any bold heading; and templates.
     */
    static PartDraft read(Part part, CodeReader codes) {
        PartReader reader = new PartReader(part, codes);
        reader.read(part.blocks());
        return reader.draft;
    }

    private void read(List<Block> written) {
        List<Block> blocks = SpanCode.apart(written);
        for (int i = 0; i < blocks.size(); i++) {
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            switch (blocks.get(i)) {
                case Block.Heading it -> caption(it.words(), it.line(), it);
                case Block.Paragraph it -> paragraph(it, next);
                case Block.Code it -> code(it);
                case Block.Listing it -> listing(it);
                case Block.Quote it -> read(it.blocks());
                case Block.Html it when isTab(it) -> i = tabs(TabRow.at(blocks, i)) - 1;
                case Block.Html it when it.lines().isEmpty() -> draft.apart();
                case Block.Html it when SectionTarget.of(it).isPresent() ->
                        draft.target(SectionTarget.of(it).get());
                case Block.Html it -> draft.say(Prose.lines(it));
            }
        }
    }

    /** The index of the block behind them. */
    private int tabs(TabRow row) {
        boolean ways = !draft.hasOption() && row.areWays(this::runs);
        int number = 0;
        for (TabRow.Titled tab : row.tabs()) {
            number++;
            if (ways) {
                draft.begin(new OptionTitle(number, tab.title()), tab.line());
            } else {
                draft.say(List.of(tab.title()));
            }
            read(tab.blocks());
        }
        if (ways) {
            draft.endOption();
        }
        return row.end();
    }

    private boolean runs(List<Block> blocks) {
        return EntryReader.runs(blocks, codes, claim());
    }

    private void paragraph(Block.Paragraph paragraph, Block next) {
        Optional<String> caption = Caption.of(paragraph.raw());
        if (caption.isPresent()) {
            caption(caption.get(), paragraph.line(), paragraph);
        } else if (Expected.is(paragraph.raw())) {
            draft.expecting(Prose.lines(paragraph));
        } else if (draft.isExpecting()) {
            draft.expect(Prose.lines(paragraph));
        } else if (next instanceof Block.Code code && runs(code)
                || next instanceof Block.Listing list && isToldOf(list, paragraph)) {
            draft.introduce(paragraph);
        } else {
            draft.say(Prose.lines(paragraph));
            // It stays among the words of its step or option: which of them it is about shows
            // there.
            Expected.in(paragraph.raw()).ifPresent(it -> draft.expect(List.of(it)));
        }
    }

    /** Whether words behind a step announce the steps that a list makes, and say nothing of it. */
    private boolean isToldOf(Block.Listing list, Block.Paragraph paragraph) {
        if (!draft.isBegun() || !PartDraft.announces(paragraph.raw()) || !isDone(list)) {
            return false;
        }
        EntryReader first = reader(list, list.entries().getFirst());
        return list.ordered() || first.isTask() || first.runs();
    }

    private void caption(String words, int line, Block block) {
        Optional<OptionTitle> title = OptionTitle.of(words);
        if (title.isPresent()) {
            draft.begin(title.get(), line);
        } else if (Expected.is(words)) {
            draft.expecting(Prose.lines(block));
        } else if (Remark.is(words) || block instanceof Block.Heading) {
            draft.section().say(Prose.lines(block));
        } else {
            draft.begin(words, line);
        }
    }

    private Templates.Claim claim() {
        return Templates.claim(part, draft.section().title());
    }

    private boolean isMessage(Block.Code code) {
        return claim().takes(code, codes);
    }

    private boolean runs(Block.Code code) {
        return !isMessage(code) && codes.runs(code);
    }

    private void code(Block.Code code) {
        boolean labelled = Label.isShell(code.label());
        if (isMessage(code)) {
            draft.message(code);
        } else if (draft.isExpecting() && (!labelled || !codes.runs(code))) {
            draft.expectPrinted(code);
        } else if (!codes.runs(code)) {
            draft.say(Prose.lines(code));
        } else {
            run(code);
        }
    }

    private void run(Block.Code code) {
        ShellSteps.Reading reading = ShellSteps.read(codes.units(code), draft.nextTitle());
        Attributes attributes = codes.attributes(code);
        draft.say(reading.before());
        for (StepDraft step : reading.steps()) {
            draft.add(step.with(attributes));
            draft.expect(step.expected());
        }
        for (OptionDraft option : reading.options()) {
            option.steps().forEach(step -> step.with(attributes));
            draft.add(option);
            option.steps().forEach(step -> draft.expect(step.expected()));
        }
        draft.sayPending();
    }

    private void listing(Block.Listing list) {
        if (draft.isExpecting()) {
            draft.expect(
                    list.entries().stream()
                            .flatMap(entry -> Prose.lines(entry.blocks()).stream())
                            .toList());
        } else if (!TableOfContents.is(list)) {
            entries(list);
        }
    }

    /**
     * Reads an entry in which several ways stand: what stands before them is a step, and so is what
     * runs behind them. Tells whether it is such an entry.
     */
    private boolean withWays(Block.Listing list, Block.Entry entry) {
        List<Block> blocks = entry.blocks();
        int at = draft.hasOption() ? blocks.size() : 0;
        while (at < blocks.size() && !areWays(blocks, at)) {
            at = isTab(blocks.get(at)) ? TabRow.at(blocks, at).end() : at + 1;
        }
        if (at >= blocks.size()) {
            return false;
        }
        Block.Entry before = new Block.Entry(entry.line(), blocks.subList(0, at));
        int end = blocks.get(at) instanceof Block.Code ? at + 1 : TabRow.at(blocks, at).end();
        List<Block> behind = blocks.subList(end, blocks.size());
        boolean more = at == 0 || runs(behind);
        if (at > 0) {
            EntryReader reader = reader(list, before);
            draft.add(more ? reader.step() : reader.step().saying(Prose.lines(behind)));
            draft.expect(reader.expected());
        }
        read(blocks.subList(at, more ? blocks.size() : end));
        return true;
    }

    private boolean areWays(List<Block> blocks, int at) {
        return switch (blocks.get(at)) {
            case Block.Code it -> runs(it) && Systems.areWays(codes.units(it));
            case Block.Html it -> isTab(it) && TabRow.at(blocks, at).areWays(this::runs);
            case Block _ -> false;
        };
    }

    private static boolean isTab(Block block) {
        return Tab.of(block).filter(tab -> !tab.ends()).isPresent();
    }

    private boolean runs(Block.Listing list) {
        return EntryReader.runs(list, codes, claim());
    }

    /** Whether a list is not only read: where something is to be run, it is what to do about it. */
    private boolean isDone(Block.Listing list) {
        return !TableOfContents.is(list) && (!Criteria.is(draft.section().title()) || runs(list));
    }

    private EntryReader reader(Block.Listing list, Block.Entry entry) {
        return new EntryReader(entry, list.ordered(), codes, claim());
    }

    private void entries(Block.Listing list) {
        boolean done = isDone(list);
        int number = list.first();
        for (Block.Entry entry : list.entries()) {
            if (entry.blocks().isEmpty()) {
                number++;
                continue;
            }
            EntryReader reader = reader(list, entry);
            boolean step = list.ordered() || reader.isTask() || reader.runs();
            if (step && done && reader.runs() && withWays(list, entry)) {
                number++;
            } else if (step && done) {
                StepDraft read = reader.step();
                draft.add(read);
                draft.expect(reader.expected());
                draft.expect(read.expected());
                number++;
            } else {
                String mark = list.ordered() ? number + ". " : "- ";
                draft.bullet(Prose.entry(mark, entry), reader.step());
                number++;
            }
        }
    }
}
