package dev.warroom.runbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of which a file's blocks of code take the value anywhere; read when asked for. What
 * a configuration or a program takes, it has from elsewhere than a person's shell.
 */
final class TakenVariables {

    private static final Pattern TAKEN = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");

    private final List<Block> blocks;

    /** The line that the first block which takes it begins on, by name; null before it is read. */
    private Map<String, Integer> first;

    private final Set<String> takenTwice = new HashSet<>();

    /**
     * @param blocks of a whole file
     */
    TakenVariables(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Whether {@code name} is taken by any block but {@code code}. */
    boolean outside(Block.Code code, String name) {
        if (first == null) {
            first = new HashMap<>();
            read(blocks);
        }
        Integer line = first.get(name);
        return line != null && (line != code.line() || takenTwice.contains(name));
    }

    private void read(List<Block> inside) {
        for (Block block : inside) {
            switch (block) {
                case Block.Code code when RunRule.mayRun(code) && !Label.isData(code.label()) ->
                        code.lines().forEach(line -> read(line, code.line()));
                case Block.Code _ -> {}
                case Block.Listing list -> list.entries().forEach(entry -> read(entry.blocks()));
                case Block.Quote quote -> read(quote.blocks());
                case Block.Heading _, Block.Html _, Block.Paragraph _ -> {}
            }
        }
    }

    private void read(String text, int line) {
        if (text.indexOf('$') < 0) {
            return;
        }
        Matcher taken = TAKEN.matcher(text);
        while (taken.find()) {
            Integer before = first.putIfAbsent(taken.group(1), line);
            if (before != null && before != line) {
                takenTwice.add(taken.group(1));
            }
        }
    }
}
