package dev.warroom.runbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of which a file's blocks of code take the value anywhere; read when asked for. */
final class TakenVariables {

    private static final Pattern TAKEN = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");

    private final List<Block> blocks;
    private Set<String> names;

    /**
     * @param blocks of a whole file
     */
    TakenVariables(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Whether {@code name} is among them. */
    boolean have(String name) {
        if (names == null) {
            names = new HashSet<>();
            read(blocks);
        }
        return names.contains(name);
    }

    private void read(List<Block> inside) {
        for (Block block : inside) {
            switch (block) {
                case Block.Code code -> code.lines().forEach(this::read);
                case Block.Listing list -> list.entries().forEach(entry -> read(entry.blocks()));
                case Block.Quote quote -> read(quote.blocks());
                case Block.Heading _, Block.Html _, Block.Paragraph _ -> {}
            }
        }
    }

    private void read(String line) {
        if (line.indexOf('$') >= 0) {
            Matcher taken = TAKEN.matcher(line);
            while (taken.find()) {
                names.add(taken.group(1));
            }
        }
    }
}
