package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

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

    private String title;
    private final int line;
    private final List<Said> said = new ArrayList<>();
    private final List<ItemDraft> items = new ArrayList<>();
    private final List<String> expectations = new ArrayList<>();
    private int saidBeforeItems = -1;

    /**
     * @param title with its time box; empty for what stands directly below a runbook's heading
     */
    SectionDraft(String title, int line) {
        this.title = title;
        this.line = line;
    }

    String title() {
        return title;
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
    Section build(String runbook, Ids ids, boolean introduced) {
        TimeBoxRule.Titled titled = TimeBoxRule.read(title);
        String words = Caption.withoutColon(titled.title());
        String id = ids.unique(runbook + "/" + Slug.of(words, "steps"));
        boolean bullets = !title.isEmpty() && !hasItems() && !Criteria.is(words);
        List<Said> kept =
                introduced && hasItems() ? said.subList(saidBeforeItems, said.size()) : said;
        List<Item> built = new ArrayList<>();
        List<String> instructions = new ArrayList<>();
        for (Said it : kept) {
            switch (it) {
                case Said.Bullet bullet when bullets -> built.add(bullet.step().build(id, ids));
                case Said other -> instructions.addAll(other.lines());
            }
        }
        for (ItemDraft item : items) {
            built.add(
                    switch (item) {
                        case StepDraft step -> step.build(id, ids);
                        case ChoiceDraft choice -> choice.build(id, ids);
                    });
        }
        return new Section(id, words, line, titled.timeBox(), instructions, built, expectations);
    }

    private static List<String> lines(List<Said> said) {
        return said.stream().flatMap(it -> it.lines().stream()).toList();
    }
}
