package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A section while it is being read. */
final class SectionDraft {

    /** Something said: a line, or a bullet that may become a step of its own. */
    sealed interface Said {
        List<String> lines();

        record Words(List<String> lines) implements Said {}

        /**
         * @param step what it becomes where nothing else in the section can be done
         */
        record Bullet(List<String> lines, StepDraft step) implements Said {}
    }

    private final String named;
    private TimeBoxRule.Titled titled;
    private String title;
    private boolean asText;
    private final int line;
    private final List<Said> said = new ArrayList<>();
    private final List<ItemDraft> items = new ArrayList<>();
    private final List<String> expectations = new ArrayList<>();
    private int saidBeforeItems = -1;
    private Optional<String> target = Optional.empty();

    /**
     * @param title with its time box; empty for what stands directly below a runbook's heading
     */
    SectionDraft(String title, int line) {
        this.named = title;
        this.title = title;
        this.line = line;
    }

    String title() {
        return title;
    }

    /** The same, whose bullets are words and not steps. */
    SectionDraft asText() {
        asText = true;
        return this;
    }

    private TimeBoxRule.Titled titled() {
        if (titled == null) {
            titled = TimeBoxRule.read(named);
        }
        return titled;
    }

    /** What its words mention. */
    Mentions mentions() {
        String words = Caption.withoutColon(titled().title());
        List<String> all = new ArrayList<>(lines(said));
        for (ItemDraft item : items) {
            if (item instanceof StepDraft step) {
                step.addWordsTo(all);
            }
        }
        return MentionRule.of(words, line, all);
    }

    /** Where its steps run that say nothing themselves. */
    void target(String name) {
        target = Optional.of(name);
    }

    /** The last step, where the section ends with one. */
    Optional<StepDraft> lastStep() {
        return !items.isEmpty() && items.getLast() instanceof StepDraft step
                ? Optional.of(step)
                : Optional.empty();
    }

    /** The same, standing directly below its runbook's heading. */
    SectionDraft unnamed() {
        title = "";
        return this;
    }

    void say(List<String> lines) {
        said.add(new Said.Words(List.copyOf(lines)));
    }

    void say(List<String> lines, StepDraft asStep) {
        said.add(new Said.Bullet(List.copyOf(lines), asStep));
    }

    void add(ItemDraft item) {
        if (items.isEmpty()) {
            saidBeforeItems = said.size();
        }
        items.add(item);
    }

    void expect(List<String> lines) {
        expectations.addAll(lines);
    }

    /** Whether there is something to do or to look at, not only to read. */
    boolean hasMoreThanWords() {
        return hasItems() || !expectations.isEmpty();
    }

    boolean hasItems() {
        return !items.isEmpty();
    }

    /** The choice that its items end with, or a new one. */
    ChoiceDraft choice(OptionTitle option) {
        if (!items.isEmpty() && items.getLast() instanceof ChoiceDraft open && open.takes(option)) {
            return open;
        }
        ChoiceDraft choice = new ChoiceDraft();
        add(choice);
        return choice;
    }

    /** What is said before anything is to be done: the whole where nothing is. */
    List<String> introduction() {
        return lines(hasItems() ? said.subList(0, saidBeforeItems) : said);
    }

    /**
     * @param introduced whether {@link #introduction} stands elsewhere
     */
    Section build(String runbook, SoFar soFar, boolean introduced) {
        TimeBoxRule.Titled titled = title.equals(named) ? titled() : TimeBoxRule.read(title);
        String words = Caption.withoutColon(titled.title());
        String id = soFar.ids().unique(runbook + "/" + Slug.of(words, "steps"));
        boolean bullets = !title.isEmpty() && !hasItems() && !asText && !Criteria.is(words);
        int from = !introduced ? 0 : hasItems() ? saidBeforeItems : said.size();
        List<Said> kept = said.subList(from, said.size());
        soFar.links().give(id, title, line, lines(kept));
        List<Item> built = new ArrayList<>();
        List<String> instructions = new ArrayList<>();
        for (Said it : kept) {
            switch (it) {
                case Said.Bullet bullet when bullets ->
                        built.addAll(bullet.step().build(id, soFar));
                case Said other -> instructions.addAll(other.lines());
            }
        }
        for (ItemDraft item : items) {
            switch (item) {
                case StepDraft step -> built.addAll(step.build(id, soFar));
                case ChoiceDraft choice -> built.add(choice.build(id, soFar));
            }
        }
        soFar.links().give(id, "", line, expectations);
        target.ifPresent(name -> built.replaceAll(it -> it.on(name)));
        List<String> expected = List.copyOf(expectations);
        List<Expectation> outcomes =
                expected.isEmpty() ? List.of() : new Later<>(() -> outcomes(expected));
        return new Section(
                id,
                words,
                line,
                titled.timeBox(),
                instructions,
                built,
                expected,
                outcomes,
                mentions());
    }

    private static List<Expectation> outcomes(List<String> expectations) {
        List<Expectation> outcomes = new ArrayList<>(expectations.size());
        for (String line : expectations) {
            outcomes.add(ExpectationRule.of(line));
        }
        return outcomes;
    }

    private static List<String> lines(List<Said> said) {
        List<String> lines = new ArrayList<>();
        for (Said it : said) {
            lines.addAll(it.lines());
        }
        return lines;
    }
}
