package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands below one heading, while it is being read. */
final class PartDraft {

    private static final Pattern NUMBERED =
            Pattern.compile("(?i)step\\s\\d{1,2}\\s?[:.)–—-]\\s?\\S.{0,90}");

    private static final int LONGEST_NAME = 60;

    /** Neither a sentence that tells something, nor one that the command itself ends. */
    private static final Pattern NAME =
            Pattern.compile(
                    "(?!(?:This|These|That|Those|It|They|There|You|Your|We|I|A|An|The|Edit|Modify|Change|Open|Click)\\b)[\\p{Lu}\\p{Lo}](?!.*[.:!?;]\\s)[^\\n"
                        + "|]*[\\p{L}\\d)`]"
                        + "(?<!\\b(?i:in|at|to|with|from|by|of|for|like|using|via|on|is|are|and|or"
                        + "|the|run|use|do|type|enter|execute))");

    private static final Pattern NOTHING =
            Pattern.compile(
                    "(?i)(?:(?:for )?(?:an? )?examples?|for"
                        + " instance|e\\.g\\.?|i\\.e\\.?|or|either|and|also|then|now|next|use|usage|commands?|code|run|do|try|like(?:"
                        + " so| this)?|so|as follows|here(?:'s| is) (?:how|an?"
                        + " example)|see|note|solution|alternatively|otherwise|optionally)");

    private final List<SectionDraft> sections = new ArrayList<>();
    private final List<Block.Code> messages = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private String pendingTitle = "";
    private boolean whole;
    private List<String> targets = List.of();
    private SectionDraft section;
    private SectionDraft done;
    private OptionDraft option;
    private boolean expecting;
    private List<String> announced = List.of();
    private boolean apart;
    private Optional<String> target = Optional.empty();

    PartDraft(String title, int line) {
        begin(title, line);
    }

    /** At least one. */
    List<SectionDraft> sections() {
        return sections;
    }

    /** Blocks that are messages to be sent. */
    List<Block.Code> messages() {
        return messages;
    }

    /** Of each message, the title it stands under. */
    List<String> messageTitles() {
        return titles;
    }

    SectionDraft section() {
        return section;
    }

    boolean isExpecting() {
        return expecting;
    }

    /** Where its steps from here on run that say nothing themselves. */
    void target(String name) {
        target = Optional.of(name);
        section.target(name);
    }

    void begin(String title, int line) {
        section = new SectionDraft(title, line);
        target.ifPresent(section::target);
        sections.add(section);
        option = null;
        expecting = false;
        apart = false;
    }

    /** A rule was drawn: words behind it are not about the step above it. */
    void apart() {
        apart = true;
    }

    void begin(OptionTitle title, int line) {
        expecting = false;
        apart = false;
        option = new OptionDraft(title, line);
        section.choice(title).add(option);
        done = section;
    }

    /** Whether what comes belongs to an option. */
    boolean hasOption() {
        return option != null;
    }

    /** What comes belongs to no option any more. */
    void endOption() {
        option = null;
    }

    /**
     * @param words that say so
     */
    void expecting(List<String> words) {
        expecting = true;
        announced = words;
        option = null;
    }

    /** What is expected to be printed: it is shown, and where it is short, it must hold. */
    void expectPrinted(Block.Code code) {
        say(announced);
        say(Prose.lines(code));
        expect(Expected.printed(code));
        expecting = false;
    }

    /** Expectations belong to what was done last. */
    void expect(List<String> lines) {
        (done == null ? section : done).expect(lines);
    }

    /** Words belong to the option, or behind a step to that step, or to the section. */
    void say(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (apart) {
            section.say(lines);
        } else if (option != null && option.steps().isEmpty()) {
            option.instructions().addAll(lines);
        } else if (option != null) {
            option.steps().getLast().saying(lines);
        } else if (section.lastStep().isPresent()) {
            section.lastStep().get().saying(lines);
        } else {
            section.say(lines);
        }
    }

    /** A bullet that is no step where there are others. */
    void bullet(List<String> lines, StepDraft asStep) {
        if (option == null && section.lastStep().isEmpty()) {
            section.say(lines, asStep);
        } else {
            say(lines);
        }
    }

    void message(Block.Code code) {
        messages.add(code);
        titles.add(section.title());
        say(Prose.lines(code));
    }

    /** Whether there is a step in the section, or in the option, already. */
    boolean isBegun() {
        return section.hasItems() || option != null && !option.steps().isEmpty();
    }

    /** Words directly before what is to be done: those that announce it, or that follow a step. */
    void introduce(Block.Paragraph paragraph) {
        List<String> lines = Prose.lines(paragraph);
        boolean announces = announces(paragraph.raw()) || names(paragraph.raw());
        if (!announces && !isBegun()) {
            say(lines);
            return;
        }
        String raw = paragraph.raw();
        int last = Opening.lastStretch(raw);
        String words = Inline.plain(raw.substring(last));
        int cut = words.length() > 90 ? words.lastIndexOf(". ") + 1 : 0;
        String title = Caption.withoutColon(words.substring(cut));
        boolean named = announces && title.length() <= 100 && !saysNothing(title);
        pendingTitle = named ? title : "";
        whole = last == 0 && cut == 0 && Opening.isOneStretch(raw);
        targets = Address.targets(raw);
        pending.clear();
        pending.addAll(lines);
    }

    /** Whether a command tells more of itself than the words before it: "Example:", "Or:". */
    private static boolean saysNothing(String title) {
        return title.length() < 30 && NOTHING.matcher(title).matches();
    }

    /** Whether words say what a block below them is: "Look at it:", "Step 2: Look at it". */
    static boolean announces(String raw) {
        return raw.stripTrailing().endsWith(":") || NUMBERED.matcher(raw).matches();
    }

    /** Whether words are a title without a mark of one: "Push the changes". */
    static boolean names(String raw) {
        return !raw.isEmpty()
                && raw.length() <= LONGEST_NAME
                && raw.indexOf('\n') < 0
                && !Character.isLowerCase(raw.charAt(0))
                && ".:!?;,".indexOf(raw.charAt(raw.length() - 1)) < 0
                && !Comment.isCondition(raw)
                && NAME.matcher(raw.strip()).matches();
    }

    /** A title for the next step, where its own block gives none; may be empty. */
    String nextTitle() {
        if (!pendingTitle.isEmpty()) {
            return pendingTitle;
        }
        return option != null && option.steps().isEmpty() ? option.title().title() : "";
    }

    void add(StepDraft step) {
        introduced(step);
        apart = false;
        done = section;
        if (option == null) {
            section.add(step);
        } else {
            option.steps().add(step);
        }
        expecting = false;
    }

    void add(OptionDraft made) {
        expecting = false;
        if (option == null) {
            sayPending();
            section.choice(made.title()).add(made);
            done = section;
        } else {
            made.steps().forEach(this::add);
        }
    }

    private void introduced(StepDraft step) {
        boolean said = !pendingTitle.isEmpty() && whole && step.isTitled(pendingTitle);
        step.introducedBy(said ? targets : List.copyOf(pending));
        pending.clear();
        pendingTitle = "";
    }

    /** Words that nothing followed. */
    void sayPending() {
        List<String> lines = List.copyOf(pending);
        pending.clear();
        pendingTitle = "";
        say(lines);
    }
}
