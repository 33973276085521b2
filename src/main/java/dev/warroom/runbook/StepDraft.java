package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A step while it is being read, before it has an id. */
final class StepDraft implements ItemDraft {

    private static final Pattern READY =
            Pattern.compile("(?i)(?:have|keep|get|make)\\b.{0,80}\\b(?:ready|on standby)\\b.*");

    private final String title;
    private final int line;
    private final List<List<String>> commands = new ArrayList<>();
    private final Map<List<String>, List<String>> remarks = new IdentityHashMap<>();
    private final List<String> instructions = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private Attributes attributes = Attributes.NONE;

    /**
     * @param title in one line; cut where it is longer than 100 characters, "Step" where it is
     *     blank
     */
    StepDraft(String title, int line) {
        String words = title.isBlank() ? "Step" : title.strip();
        this.title = cut(words);
        this.line = line;
        if (!this.title.equals(words)) {
            instructions.add(words);
        }
    }

    /** Adds its title and its instructions so far. */
    void addWordsTo(List<String> words) {
        words.add(title);
        words.addAll(instructions);
    }

    /** Whether these words are its title. */
    boolean isTitled(String words) {
        return title.equals(words);
    }

    /**
     * Takes in what a shell block says, in its order. A comment between two commands is about the
     * second, and stays where it stands; what stands before or behind all of them is about the
     * step.
     */
    StepDraft with(List<ShellUnit> units) {
        List<String> above = new ArrayList<>();
        for (ShellUnit unit : units) {
            switch (unit.kind()) {
                case COMMAND -> {
                    if (!above.isEmpty()) {
                        remarks.put(unit.lines(), List.copyOf(above));
                        above.clear();
                    }
                    commands.add(unit.lines());
                }
                case COMMENT -> {
                    (commands.isEmpty() ? instructions : above).addAll(unit.lines());
                    unit.lines().forEach(it -> Expected.in(it).ifPresent(expected::add));
                }
                case NOTE -> {
                    instructions.addAll(unit.lines());
                    unit.lines().forEach(it -> Expected.in(it).ifPresent(expected::add));
                }
                case SHOWN -> {
                    instructions.addAll(above);
                    above.clear();
                    instructions.addAll(Prose.shown(unit.lines()));
                }
                case BLANK -> {}
            }
        }
        instructions.addAll(above);
        return this;
    }

    /** What the comments among its commands say must hold afterwards. */
    List<String> expected() {
        return expected;
    }

    /** Takes in words, a line each. */
    StepDraft saying(List<String> lines) {
        instructions.addAll(lines);
        return this;
    }

    /** Takes in words that stand before all others. */
    StepDraft introducedBy(List<String> lines) {
        instructions.addAll(0, lines);
        return this;
    }

    /** Takes in what stands behind its fence; the first fence that says anything counts. */
    StepDraft with(Attributes said) {
        attributes = attributes == Attributes.NONE ? said : attributes;
        return this;
    }

    /**
     * Usually one step. A command that goes on until it is stopped ends one, so that those after it
     * are not lost behind it.
     */
    List<Step> build(String section, SoFar soFar) {
        if (isManual()) {
            String id = soFar.ids().unique(section + "/" + Slug.of(title, "step"));
            soFar.links().give(id, title, line, instructions);
            return List.of(
                    new Step(
                            id,
                            title,
                            Step.Kind.MANUAL,
                            line,
                            "",
                            instructions,
                            List.of(),
                            false,
                            Optional.empty(),
                            attributes));
        }
        List<Step> steps = new ArrayList<>();
        Optional<String> shell = Optional.empty();
        for (List<List<String>> part : Streams.apart(commands)) {
            boolean first = steps.isEmpty();
            String name = first ? title : later(part.getFirst().getFirst());
            List<String> words = first ? instructions : below(shell, part.getFirst());
            steps.add(build(section, soFar, name, part, words, shell, first));
            if (Dialogues.opensShell(String.join("\n", part.getLast()))) {
                shell = Optional.of(ShellSteps.called(part.getLast().getFirst()));
            }
        }
        return steps;
    }

    /** What stands below a command that opens a shell may be meant for whoever is in there. */
    private List<String> below(Optional<String> shell, List<String> command) {
        List<String> words = new ArrayList<>();
        shell.ifPresent(
                it ->
                        words.add(
                                "In the runbook this stands below `"
                                        + it
                                        + "`: type it there where it is meant for that shell."));
        words.addAll(remarks.getOrDefault(command, List.of()));
        return words;
    }

    /** What a later part is called: by its first command, behind a title of the block's own. */
    private String later(String command) {
        String words = ShellSteps.called(command);
        boolean own = !title.equals(ShellSteps.called(commands.getFirst().getFirst()));
        return cut(own ? title + ": " + words : words);
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= Opening.LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, Opening.LONGEST - 1)) + "…";
    }

    private boolean isManual() {
        for (List<String> command : commands) {
            for (String line : command) {
                if (!line.isBlank()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String script(List<List<String>> commands) {
        if (commands.size() == 1 && commands.getFirst().size() == 1) {
            return commands.getFirst().getFirst();
        }
        StringJoiner script = new StringJoiner("\n");
        for (List<String> command : commands) {
            for (String line : command) {
                script.add(line);
            }
        }
        return script.toString();
    }

    /** The same with the comments between its commands. */
    private String remarked(List<List<String>> commands, String script) {
        if (commands.stream().skip(1).noneMatch(remarks::containsKey)) {
            return script;
        }
        StringJoiner lines = new StringJoiner("\n");
        for (List<String> command : commands) {
            if (command != commands.getFirst()) {
                remarks.getOrDefault(command, List.of()).forEach(it -> lines.add("# " + it));
            }
            command.forEach(lines::add);
        }
        return lines.toString();
    }

    private boolean isPrepared() {
        char first = Character.toLowerCase(title.charAt(0));
        return "hkgm".indexOf(first) >= 0 && READY.matcher(title).matches();
    }

    private Step build(
            String section,
            SoFar soFar,
            String name,
            List<List<String>> part,
            List<String> words,
            Optional<String> shell,
            boolean first) {
        String id = soFar.ids().unique(section + "/" + Slug.of(name, "step"));
        String script = script(part);
        if (first) {
            soFar.links().give(id, name, line, instructions);
        }
        boolean stream = attributes.background() || Streams.hasOne(script);
        boolean dialogue =
                !attributes.background()
                        && attributes.interpreter().isEmpty()
                        && Dialogues.hasOne(script);
        return new Step(
                id,
                name,
                stream ? Step.Kind.STREAM : Step.Kind.COMMAND,
                line,
                remarked(part, script),
                words,
                soFar.placeholders(script, attributes),
                isPrepared(),
                shell,
                dialogue ? attributes.inTerminal() : attributes);
    }
}
