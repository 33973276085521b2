package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule: code in a line of words is a command to run where the line holds nothing else, or says that
 * it is done: {@code Restart it: `systemctl restart gate`}, {@code Look at it with `lsof -i`}. What
 * holds only sometimes, or must not be done, is for a person.
 */
final class SpanCode {

    /** Words behind which a command is not simply the next thing to do. */
    private static final Pattern DOUBTED =
            Pattern.compile(
                    "(?i)(?:^|[^\\w-])(?:if|unless|when|whenever|where|until|otherwise|else|not|no|never"
                        + "|don['’]t|can['’]?t|cannot|without|avoid|instead|except|optional(?:ly)?"
                        + "|alternative(?:ly)?|or|either|like|such|example|e\\.g|i\\.e|deprecated"
                        + "|wrong|bad|has|have|had|was|were|already|same|equivalent|because"
                        + "|usage|syntax|synopsis|output|prints?|returns?|shows)(?=\\W|$)");

    /** What stands before a command that words follow: "Run", "Then type the command". */
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?i)(?:(?:and|then|next|now|first|finally|lastly),?\\s)?(?:please\\s)?"
                            + "(?:run|execute|type|enter|issue|invoke)(?:\\sthe)?(?:\\sfollowing)?"
                            + "(?:\\scommand)?:?");

    /** What stands before a command that ends the line: "…, run", "Look at it with". */
    private static final Pattern DONE_WITH =
            Pattern.compile(
                    "(?is).*\\b(?:run|running|execute|executing|type|issue|use|using|with|via)"
                            + "(?:\\sthe\\scommand)?:?");

    /** What follows and takes the command back. */
    private static final Pattern TAKEN_BACK =
            Pattern.compile("(?is)[\\s,;(]*(?:or|if|unless|when|where|instead|but|only|on)\\b.*");

    /** Where a command is to be run that a shell of this machine would run elsewhere. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "(?i)\\b(?:in|inside|within)\\s(?:of\\s)?(?:the|an?|your|each|every|its|that|this)\\s(?:[\\w'’`-]+\\s){0,2}(?:container|pod|virtual"
                        + " machine|vm|guest)s?(?![\\w'’-])");

    /** What reaches into a container or a machine from outside, or asks about it. */
    private static final Pattern REACHES =
            Pattern.compile(
                    "(?:sudo"
                        + " )?(?:docker|podman|nerdctl|crictl|ctr|kubectl|oc|k|helm|lxc|incus|pct|qm|virsh"
                        + "|vagrant|multipass|limactl|ssh|gcloud|aws|az|ecs-cli|heroku|fly|flyctl)\\b.*|(?:sudo"
                        + " )?(?:docker|podman)-compose\\b.*",
                    Pattern.DOTALL);

    private static final String EMPHASIS = "*_";
    private static final String ENDS_WORDS = ":-–—=→";
    private static final int LONGEST = 400;

    /**
     * @param words that stay beside the commands, with their markup; may be empty
     */
    private record Split(String words, List<String> commands) {}

    /**
     * Code between as many backticks as open it.
     *
     * @param end behind the last of them
     */
    private record Span(String code, int end) {}

    private SpanCode() {}

    /** The same blocks, of which those paragraphs are code that hold nothing else. */
    static List<Block> apart(List<Block> blocks) {
        List<Block> apart = blocks;
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof Block.Paragraph it) || !mayBeAlone(it.raw())) {
                continue;
            }
            Optional<List<String>> commands = alone(it.raw());
            if (commands.isPresent()) {
                apart = apart == blocks ? new ArrayList<>(blocks) : apart;
                Block before = i == 0 ? null : blocks.get(i - 1);
                apart.set(i, code(it.line(), PlainBlocks.words(before), commands.get()));
            }
        }
        return apart;
    }

    /**
     * The blocks of an entry of a list, with a command of its words as code below them.
     *
     * @param done whether the list is of what to do: it is numbered, or has boxes to tick
     */
    static List<Block> ofEntry(List<Block> blocks, boolean done) {
        if (!mayHoldCommand(blocks)) {
            return blocks;
        }
        List<Block> parted = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph it when parted.isEmpty() -> addParted(parted, it, done);
                case Block.Listing it -> parted.add(parted(it));
                case Block other -> parted.add(other);
            }
        }
        return parted;
    }

    /** Whether there is code in words, and no block of code beside them; saves looking closer. */
    private static boolean mayHoldCommand(List<Block> blocks) {
        boolean found = false;
        for (Block block : blocks) {
            switch (block) {
                case Block.Code _ -> {
                    return false;
                }
                case Block.Paragraph it -> found |= it.raw().indexOf('`') >= 0;
                case Block.Listing list -> {
                    for (Block.Entry entry : list.entries()) {
                        found |= mayHoldCommand(entry.blocks());
                    }
                }
                case Block.Heading _, Block.Html _, Block.Quote _ -> {}
            }
        }
        return found;
    }

    private static Block.Listing parted(Block.Listing list) {
        return new Block.Listing(
                list.line(),
                list.ordered(),
                list.first(),
                list.entries().stream()
                        .map(it -> new Block.Entry(it.line(), ofEntry(it.blocks(), list.ordered())))
                        .toList());
    }

    private static void addParted(List<Block> blocks, Block.Paragraph paragraph, boolean done) {
        Optional<Split> split = split(paragraph.raw(), done);
        if (split.isEmpty()) {
            blocks.add(paragraph);
            return;
        }
        String words = split.get().words();
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(paragraph.line(), words));
        }
        blocks.add(code(paragraph.line(), words, split.get().commands()));
    }

    private static Optional<Split> split(String raw, boolean done) {
        int open = raw.indexOf('`');
        if (open < 0 || raw.length() > LONGEST) {
            return Optional.empty();
        }
        String before = raw.substring(0, open).strip();
        String rest = raw.substring(open);
        boolean inBrackets = before.endsWith("(") && rest.stripTrailing().matches("(?s).*\\)[.:]?");
        if (inBrackets) {
            before = before.substring(0, before.length() - 1).strip();
            rest = rest.substring(0, rest.lastIndexOf(')'));
        }
        Optional<List<String>> commands = alone(ends(rest));
        boolean doubted = DOUBTED.matcher(before).find();
        boolean inside = INSIDE.matcher(before).find();
        if (commands.isPresent() && !doubted && !(inside && isElsewhere(commands.get()))) {
            boolean parts = before.isEmpty() || endsWords(before);
            if (parts && !inBrackets || inBrackets && done && !before.isEmpty()) {
                return Optional.of(new Split(withoutEnd(before), commands.get()));
            }
            if (done && DONE_WITH.matcher(before).matches()) {
                return Optional.of(new Split(raw, commands.get()));
            }
        }
        Optional<Span> span = span(rest);
        if (!done || doubted || span.isEmpty() || !TOLD.matcher(before).matches()) {
            return Optional.empty();
        }
        String after = rest.substring(span.get().end());
        return after.indexOf('`') < 0 && !TAKEN_BACK.matcher(after).matches()
                ? alone(rest.substring(0, span.get().end())).map(it -> new Split(raw, it))
                : Optional.empty();
    }

    /** Whether none of them reaches into what the words name. */
    private static boolean isElsewhere(List<String> commands) {
        return commands.stream().noneMatch(it -> REACHES.matcher(it).matches());
    }

    /** Whether a colon or a dash ends them, within their emphasis or behind it. */
    private static boolean endsWords(String before) {
        int end = before.length();
        while (end > 1 && EMPHASIS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return ENDS_WORDS.indexOf(before.charAt(end - 1)) >= 0;
    }

    /** The code that {@code text} begins with; empty where no backticks close it. */
    private static Optional<Span> span(String text) {
        int opened = backticks(text, 0);
        for (int at = text.indexOf('`', opened); at > 0; at = text.indexOf('`', at)) {
            int closed = backticks(text, at);
            if (closed == opened) {
                return Optional.of(new Span(text.substring(opened, at).strip(), at + closed));
            }
            at += closed;
        }
        return Optional.empty();
    }

    private static int backticks(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - from;
    }

    /** {@code rest} without what ends a sentence. */
    private static String ends(String rest) {
        String text = rest.stripTrailing();
        return text.endsWith("`.") ? text.substring(0, text.length() - 1) : text;
    }

    private static String withoutEnd(String words) {
        int end = words.length();
        while (end > 0 && (ENDS_WORDS + " ").indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }

    private static boolean mayBeAlone(String raw) {
        return raw.length() > 2
                && raw.charAt(0) == '`'
                && raw.length() <= LONGEST
                && raw.stripTrailing().endsWith("`");
    }

    /** The commands, where each line is one in backticks and nothing else. */
    private static Optional<List<String>> alone(String raw) {
        List<String> commands = new ArrayList<>();
        for (String line : raw.strip().split("\n")) {
            String text = line.strip();
            Optional<Span> span = text.startsWith("`") ? span(text) : Optional.empty();
            if (span.isEmpty() || span.get().end() < text.length()) {
                return Optional.empty();
            }
            String command = withoutPrompt(span.get().code());
            if (!isCommand(command)) {
                return Optional.empty();
            }
            commands.add(command);
        }
        return Optional.of(commands);
    }

    /** Without root's prompt, where a command that is nothing else stands behind it. */
    private static String withoutPrompt(String code) {
        String typed = code.startsWith("# ") ? code.substring(2) : code;
        return Commands.begin(typed) && !Commands.isAlsoWord(FirstWord.of(typed)) ? typed : code;
    }

    /** A name alone is more often what is spoken of. */
    private static boolean isCommand(String text) {
        boolean given = text.indexOf(' ') > 0 || text.startsWith("./") || text.endsWith(".sh");
        return given && LineLooks.of(text) == LineLooks.COMMAND;
    }

    private static Block.Code code(int line, String before, List<String> commands) {
        NumberedLines lines = new NumberedLines(commands.size());
        commands.forEach(it -> lines.add(it, line));
        return new Block.Code(line, "", "", before, false, lines);
    }
}
