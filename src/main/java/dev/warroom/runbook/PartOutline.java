package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a part says at a glance: whether it has steps, what leads to it, and when it is due. It is
 * found without cutting more code than that takes, and without the words of any step; {@link
 * PartReader} reads the same part whole.
 */
final class PartOutline {

    private static final int LONGEST_TITLE = 100;

    private final Part part;
    private final TimeBoxRule.Titled titled;
    private final CodeReader codes;
    private final List<Signpost> signposts = new ArrayList<>();
    private final List<Mentions.Schedule> schedules = new ArrayList<>();
    private String section;
    private boolean symptoms;
    private boolean criteria;
    private Templates.Claim claim;
    private boolean expecting;
    private boolean steps;

    /** What makes steps where it runs: code is judged last, and only where somebody asks. */
    private final List<BooleanSupplier> unsure = new ArrayList<>();

    private PartOutline(Part part, CodeReader codes) {
        this.part = part;
        titled = TimeBoxRule.read(part.title());
        this.codes = codes;
    }

    static PartOutline of(Part part, CodeReader codes) {
        PartOutline outline = new PartOutline(part, codes);
        outline.begin(part.title(), outline.titled);
        outline.read(part.blocks());
        return outline;
    }

    /** Whether there is something to do. */
    boolean hasSteps() {
        steps = steps || unsure.stream().anyMatch(BooleanSupplier::getAsBoolean);
        unsure.clear();
        return steps;
    }

    /** The part's own title. */
    TimeBoxRule.Titled titled() {
        return titled;
    }

    /** Without the part's own title. */
    List<Signpost> signposts() {
        return signposts;
    }

    List<Mentions.Schedule> schedules() {
        return schedules;
    }

    private void begin(String title, TimeBoxRule.Titled read) {
        section = read.title();
        symptoms = Criteria.areSymptoms(section);
        criteria = symptoms || Criteria.is(section);
        claim = Templates.claim(part, title);
        expecting = false;
    }

    private void add(Signpost.Kind kind, String text) {
        if (!text.isBlank()) {
            signposts.add(new Signpost(kind, text));
        }
    }

    private void read(List<Block> written) {
        List<Block> blocks = SpanCode.apart(written);
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Block.Heading it -> caption(it.words(), it.raw(), false);
                case Block.Paragraph it -> {
                    boolean beforeCode =
                            i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Code;
                    paragraph(it, beforeCode);
                }
                case Block.Code it -> code(it);
                case Block.Listing it -> listing(it);
                case Block.Quote it -> read(it.blocks());
                case Block.Html it when Tab.is(it.lines()) -> ways(it);
                case Block.Html it -> it.lines().forEach(this::words);
            }
        }
    }

    private void paragraph(Block.Paragraph paragraph, boolean beforeCode) {
        String raw = paragraph.raw();
        Optional<String> caption = Caption.of(raw);
        if (caption.isPresent()) {
            caption(caption.get(), raw, true);
        } else if (Expected.is(raw)) {
            expecting = true;
        } else if (!expecting) {
            words(raw);
            if (symptoms) {
                symptoms(paragraph);
            } else if (seen(raw)) {
                // It leads here, whatever stands below it.
            } else if (beforeCode
                    && raw.length() <= LONGEST_TITLE
                    && (PartDraft.announces(raw) || PartDraft.names(raw))) {
                add(Signpost.Kind.STEP, Caption.withoutColon(Inline.plain(raw)));
            }
        }
    }

    private void caption(String words, String raw, boolean begins) {
        Optional<OptionTitle> option = OptionTitle.of(words);
        if (option.isPresent()) {
            add(Signpost.Kind.OPTION, option.get().title());
            steps = true;
            expecting = false;
        } else if (Expected.is(words)) {
            expecting = true;
        } else if (!begins || Remark.is(words)) {
            words(raw);
        } else {
            begin(words, TimeBoxRule.read(words));
            add(Signpost.Kind.SECTION, Caption.withoutColon(section));
        }
    }

    /** Looks for what one sees in words with their markup. */
    private boolean seen(String raw) {
        boolean any = false;
        if (Criteria.maySaySeen(raw)) {
            for (String line : Inline.lines(raw)) {
                Optional<String> seen = Criteria.seen(line);
                seen.ifPresent(it -> add(Signpost.Kind.SYMPTOM, it));
                any |= seen.isPresent();
            }
        }
        return any;
    }

    private void symptoms(Block block) {
        for (String line : Prose.lines(block)) {
            add(Signpost.Kind.SYMPTOM, Mark.offWithBox(line).strip());
        }
    }

    /** Looks for a time of day in words with their markup. */
    private void words(String raw) {
        if (MentionRule.mayHoldSchedule(raw)) {
            Inline.lines(raw).forEach(line -> MentionRule.schedule(line).ifPresent(schedules::add));
        }
    }

    private void code(Block.Code code) {
        boolean labelled = Label.isShell(code.label());
        if (claim.takes(code, codes) || expecting && !labelled) {
            code.lines().forEach(this::words);
            return;
        }
        expecting = false;
        unsure.add(() -> codes.runs(code));
        if (symptoms && !labelled) {
            // What is printed when it happens; it is searched for as it stands on the screen.
            symptoms(code);
            return;
        }
        Label label = Label.of(code.label());
        if (!RunRule.mayRun(code) || label == Label.DATA && !isTypedByRoot(code)) {
            code.lines().forEach(this::words);
        } else {
            commands(SlashRemarks.mended(code, new ArrayList<>()).lines(), labelled);
        }
    }

    /**
     * What is to be done in a block of commands: its comments, and commands without one.
     *
     * @param labelled whether it is labelled as shell
     */
    private void commands(List<String> lines, boolean labelled) {
        boolean begins = true;
        boolean first = true;
        // In a session, a remark may stand above the first command, which may be root's.
        boolean prompted = false;
        String above = "";
        boolean remarked = Remarked.mayBe(lines);
        for (String line : lines) {
            if (Comment.is(line)) {
                String words = Comment.words(line);
                boolean typed = !begins && !prompted && RootPrompt.is(line);
                boolean ends = !above.isEmpty() && endsStep(above);
                comment(words, begins || typed || ends);
                prompted = prompted || typed;
                above = ends ? above : "";
                begins = begins && Comment.isCondition(words);
                first = false;
            } else if (line.isBlank()) {
                begins = true;
            } else {
                boolean prompt = !prompted && Prompt.begins(line);
                if (first || prompt || remarked || endsStep(above)) {
                    String typed = labelled ? OptionInBrackets.typed(line) : line;
                    add(Signpost.Kind.STEP, typed.strip());
                }
                above = line;
                prompted = prompted || prompt;
                begins = false;
                first = false;
            }
        }
    }

    /** What stands below a command that opens a shell is a step of its own. */
    private static boolean endsStep(String line) {
        String text = line.strip();
        boolean signed = text.startsWith("$ ") || text.startsWith("# ");
        return Dialogues.opensShell(signed ? text.substring(2) : text);
    }

    private boolean isTypedByRoot(Block.Code code) {
        return !code.lines().isEmpty()
                && RootPrompt.is(code.lines().getFirst())
                && codes.runs(code);
    }

    /**
     * @param begins whether it begins a group of lines
     */
    private void comment(String words, boolean begins) {
        Optional<OptionTitle> option = OptionTitle.of(words);
        if (option.isPresent()) {
            add(Signpost.Kind.OPTION, option.get().title());
            return;
        }
        if (Systems.areNamed(words)) {
            add(Signpost.Kind.OPTION, Caption.withoutColon(words));
            return;
        }
        Optional<String> numbered = Comment.numbered(words);
        if (numbered.isPresent() || begins) {
            add(Signpost.Kind.STEP, Caption.withoutColon(numbered.orElse(words)));
        }
        words(words);
    }

    private void listing(Block.Listing list) {
        if (expecting || TableOfContents.is(list)) {
            return;
        }
        if (symptoms) {
            symptoms(list);
        }
        boolean read = criteria && !EntryReader.runs(list, codes, claim);
        for (Block.Entry entry : list.entries()) {
            if (!entry.blocks().isEmpty()) {
                entry(list, entry, read);
            }
        }
    }

    /** What several ways are called. */
    private void ways(Block block) {
        Tab.of(block).ifPresent(it -> add(Signpost.Kind.OPTION, it.title()));
        if (block instanceof Block.Code code) {
            for (String line : code.lines()) {
                if (Comment.is(line) && Systems.areNamed(Comment.words(line))) {
                    add(Signpost.Kind.OPTION, Caption.withoutColon(Comment.words(line)));
                }
            }
        }
    }

    /**
     * @param read whether the list is read and not done
     */
    private void entry(Block.Listing list, Block.Entry entry, boolean read) {
        for (Block block : entry.blocks()) {
            if (block instanceof Block.Paragraph it) {
                words(it.raw());
                if (!symptoms) {
                    seen(it.raw());
                }
            }
            ways(block);
        }
        if (read) {
            return;
        }
        EntryReader reader = new EntryReader(entry, list.ordered(), codes, claim);
        steps = steps || list.ordered() || reader.isTask();
        unsure.add(reader::runs);
        add(Signpost.Kind.STEP, reader.title());
    }
}
