package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands directly below one heading, block by block. */
final class PartReader {

    private final String file;
    private final List<Problem> problems;
    private final Part part;
    private final List<SectionDraft> sections = new ArrayList<>();
    private SectionDraft section;
    private SectionDraft done;
    private OptionDraft option;
    private boolean expecting;

    private PartReader(String file, Part part, List<Problem> problems) {
        this.file = file;
        this.part = part;
        this.problems = problems;
    }

    /**
     * @param title of the first section, which what stands before any bold heading is in
     * @return at least one section
     */
    static List<SectionDraft> read(String file, Part part, String title, List<Problem> problems) {
        PartReader reader = new PartReader(file, part, problems);
        reader.begin(title, part.line());
        reader.read(part.blocks());
        return reader.sections;
    }

    private void read(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading it -> caption(Inline.plain(it.raw()), it.line(), it);
                case Block.Paragraph it -> paragraph(it);
                case Block.Code it -> code(it);
                case Block.Listing it -> listing(it);
                case Block.Quote it -> read(it.blocks());
                case Block.Html it -> say(Prose.lines(it));
            }
        }
    }

    private void begin(String title, int line) {
        section = new SectionDraft(title, line);
        sections.add(section);
        option = null;
        expecting = false;
    }

    private void paragraph(Block.Paragraph paragraph) {
        Optional<String> caption = Caption.of(paragraph.raw());
        if (caption.isPresent()) {
            caption(caption.get(), paragraph.line(), paragraph);
        } else if (Expected.is(paragraph.raw())) {
            expect();
        } else if (expecting) {
            target().expect(Prose.lines(paragraph));
        } else {
            say(Prose.lines(paragraph));
        }
    }

    private void caption(String words, int line, Block block) {
        Optional<OptionTitle> title = OptionTitle.of(words);
        if (title.isPresent()) {
            expecting = false;
            option = new OptionDraft(title.get(), line);
            section.choice(title.get()).add(option);
            done = section;
        } else if (Expected.is(words)) {
            expect();
        } else if (Remark.is(words) || block instanceof Block.Heading) {
            say(Prose.lines(block));
        } else {
            begin(words, line);
        }
    }

    private void expect() {
        expecting = true;
        option = null;
    }

    /** Expectations belong to what was done last. */
    private SectionDraft target() {
        return done == null ? section : done;
    }

    private void say(List<String> lines) {
        if (option != null) {
            option.instructions().addAll(lines);
        } else if (!lines.isEmpty()) {
            section.say(lines);
        }
    }

    private void code(Block.Code code) {
        boolean labelled = Label.isShell(code.label());
        boolean message = part.template() || Templates.isNamedBy(section.title());
        if (message || expecting && !labelled || !RunRule.runs(code)) {
            say(Prose.lines(code));
            return;
        }
        expecting = false;
        String fallback = option != null && option.steps().isEmpty() ? option.title().title() : "";
        ShellSteps.Reading reading = ShellSteps.read(units(code), fallback);
        say(reading.before());
        reading.steps().forEach(this::add);
        for (OptionDraft it : reading.options()) {
            if (option == null) {
                section.choice(it.title()).add(it);
                done = section;
            } else {
                option.steps().addAll(it.steps());
            }
        }
    }

    private List<ShellUnit> units(Block.Code code) {
        return ShellUnits.of(
                Prompts.read(code),
                line ->
                        problems.add(
                                Problem.warning(
                                        new Location(file, line, 0),
                                        "the command that begins here does not end in its block: a"
                                                + " quote, a here-document or a compound command"
                                                + " stays open",
                                        "Close it, or write the line as a comment.")));
    }

    private void listing(Block.Listing list) {
        if (expecting) {
            target().expect(list.entries().stream().flatMap(PartReader::flat).toList());
        } else if (TableOfContents.is(list)) {
            return;
        } else {
            entries(list);
        }
    }

    private static java.util.stream.Stream<String> flat(Block.Entry entry) {
        return Prose.lines(entry.blocks()).stream();
    }

    private void entries(Block.Listing list) {
        boolean criteria = Criteria.is(section.title());
        int number = list.first();
        for (Block.Entry entry : list.entries()) {
            if (entry.blocks().isEmpty()) {
                number++;
                continue;
            }
            EntryReader reader = new EntryReader(entry, this::units, part.template());
            boolean step = list.ordered() || reader.isTask() || reader.runs();
            List<String> words = Prose.lines(oneEntry(list, entry, number++));
            if (step && !criteria) {
                add(reader.step());
            } else if (option == null) {
                section.say(words, reader.step());
            } else {
                say(words);
            }
        }
    }

    private static Block.Listing oneEntry(Block.Listing list, Block.Entry entry, int number) {
        return new Block.Listing(entry.line(), list.ordered(), number, List.of(entry));
    }

    private void add(StepDraft step) {
        done = section;
        if (option == null) {
            section.add(step);
        } else {
            option.steps().add(step);
        }
    }
}
