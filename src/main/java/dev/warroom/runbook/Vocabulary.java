package dev.warroom.runbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rule: a command that one block of a file plainly uses is known in its other blocks: teams have
 * tools of their own.
 */
final class Vocabulary {

    private static final int LONGEST_NAME = 60;

    private final Set<String> names = new HashSet<>();
    private final TakenVariables taken;
    private List<Block> unread;

    private final List<Block> blocks;
    private Set<String> headings;

    private Vocabulary(List<Block> blocks, List<Block> unread, TakenVariables taken) {
        this.blocks = blocks;
        this.unread = unread;
        this.taken = taken;
    }

    /** Learns from every block of a file, as soon as something is asked. */
    static Vocabulary of(List<Block> blocks) {
        List<Block> unread = hasUnlabelled(blocks) ? blocks : List.of();
        return new Vocabulary(blocks, unread, new TakenVariables(blocks));
    }

    /** Whether any block but {@code code} takes the value of {@code variable}. */
    boolean takes(String variable, Block.Code code) {
        return taken.outside(code, variable);
    }

    /**
     * Whether a shell's block is one word, which is a heading of the file, too: the command that is
     * explained there.
     */
    boolean isExplained(Block.Code code) {
        if (Label.of(code.label()) != Label.SHELL) {
            return false;
        }
        String word = "";
        for (String line : code.lines()) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!word.isEmpty() || text.length() > LONGEST_NAME || !name(text).equals(text)) {
                return false;
            }
            word = text;
        }
        return !word.isEmpty() && isHeading(word);
    }

    /** Whether {@code words} are a heading of the file, and nothing else stands in it. */
    boolean isHeading(String words) {
        if (headings == null) {
            headings = new HashSet<>();
            for (Block block : blocks) {
                if (block instanceof Block.Heading heading) {
                    headings.add(heading.words().replace("`", "").strip());
                }
            }
        }
        return headings.contains(words);
    }

    /** Whether the command that {@code line} begins with is used elsewhere. */
    boolean knows(String line) {
        String name = name(line);
        if (!name.isEmpty() && !unread.isEmpty()) {
            List<Block> blocks = unread;
            unread = List.of();
            learn(blocks);
        }
        return !name.isEmpty() && names.contains(name);
    }

    /** Nothing else is judged by what the file knows. */
    private static boolean hasUnlabelled(List<Block> blocks) {
        return blocks.stream()
                .anyMatch(
                        block ->
                                switch (block) {
                                    case Block.Code code -> Label.of(code.label()) == Label.NONE;
                                    case Block.Listing list ->
                                            list.entries().stream()
                                                    .anyMatch(it -> hasUnlabelled(it.blocks()));
                                    case Block.Quote quote -> hasUnlabelled(quote.blocks());
                                    case Block.Heading _, Block.Html _, Block.Paragraph _ -> false;
                                });
    }

    private void learn(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Code code -> learn(code);
                case Block.Listing list -> list.entries().forEach(entry -> learn(entry.blocks()));
                case Block.Quote quote -> learn(quote.blocks());
                case Block.Heading _, Block.Html _, Block.Paragraph _ -> {}
            }
        }
    }

    private void learn(Block.Code code) {
        boolean shell = Label.isShell(code.label());
        boolean told = shell || code.introduction() == Introduction.RUNS;
        if (!shell && Label.of(code.label()) != Label.NONE) {
            return;
        }
        boolean continued = false;
        for (ShellLine line : Prompts.read(code)) {
            String text = line.text();
            if (!continued && !line.output() && !Comment.is(text)) {
                String name = name(text);
                boolean learns =
                        !name.isEmpty() && !names.contains(name) && !Commands.isKnown(name);
                LineLooks looks = learns ? LineLooks.of(text) : LineLooks.FOREIGN;
                if (looks == LineLooks.COMMAND
                        || looks == LineLooks.POSSIBLE && isCalledCommand(name, code.before())
                        || told && looks == LineLooks.POSSIBLE) {
                    names.add(name);
                }
            }
            continued = Wrapped.joined(text).endsWith("\\");
        }
    }

    /** Whether {@code words} call it a command: "a harbour command", "the `harbour` tool". */
    private static boolean isCalledCommand(String name, String words) {
        return words.contains(name + " command")
                || words.contains("`" + name + "` command")
                || words.contains("`" + name + "` tool");
    }

    /** The first word, where it may be a command's name; else empty. */
    private static String name(String line) {
        String text = line.strip();
        text = text.startsWith("sudo ") ? text.substring(5) : text;
        int end = 0;
        while (end < Math.min(text.length(), LONGEST_NAME) && isPartOfName(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || text.charAt(end) == ' ';
        boolean begins = end > 1 && Character.isLowerCase(text.charAt(0));
        return ends && begins ? text.substring(0, end) : "";
    }

    private static boolean isPartOfName(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= '0' && letter <= '9'
                || letter == '-'
                || letter == '_'
                || letter == '.';
    }
}
