package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The links of a file, each given to the step, section or option whose words show it. */
final class Links {

    /** Lines before a step that may belong to it, as what introduces it does. */
    private static final int BEFORE = 60;

    /** Lines before a block in which its title may stand. */
    private static final int TITLE_BEFORE = 3;

    /** Links that are looked at for one step; bounds the time. */
    private static final int MOST_AT_A_TIME = 200;

    private final String file;
    private final List<Link> links = new ArrayList<>();
    private final NavigableSet<Integer> headings = new TreeSet<>();

    private Links(String file) {
        this.file = file;
    }

    static Links of(String file, List<Block> blocks) {
        Links links = new Links(file);
        links.read(blocks);
        links.links.sort(Comparator.comparingInt(Link::line));
        return links;
    }

    private void read(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading it -> {
                    headings.add(it.line());
                    add(it.raw(), it.line());
                }
                case Block.Paragraph it -> add(it.raw(), it.line());
                case Block.Listing it -> it.entries().forEach(entry -> read(entry.blocks()));
                case Block.Quote it -> read(it.blocks());
                case Block.Code _, Block.Html _ -> {}
            }
        }
    }

    private void add(String raw, int line) {
        for (Address it : Address.in(raw)) {
            links.add(new Link(file, line + it.line(), "", it.text(), it.target()));
        }
    }

    /**
     * Gives the links that {@code title} or {@code words} show to {@code id}, unless they are given
     * already; of several that read the same the first.
     *
     * @param line where it begins
     */
    void give(String id, String title, int line, List<String> words) {
        int from = links.isEmpty() ? 0 : first(line - BEFORE);
        if (from == links.size()) {
            return;
        }
        String said = null;
        Set<String> taken = new HashSet<>();
        for (int i = from; i < Math.min(links.size(), from + MOST_AT_A_TIME); i++) {
            Link it = links.get(i);
            if (!it.in().isEmpty()) {
                continue;
            }
            said = said == null ? String.join("\n", words) : said;
            boolean inWords = said.contains(it.text()) && isShown(it, line, said);
            boolean inTitle =
                    it.line() <= line
                            && it.line() >= line - TITLE_BEFORE
                            && title.contains(it.text());
            if ((inWords || inTitle) && taken.add(it.text() + it.target())) {
                links.set(i, new Link(file, it.line(), id, it.text(), it.target()));
            }
        }
    }

    /**
     * Whether what stands behind the words of a link is said; the mere name of a page may be said
     * anywhere, so that no heading may stand in between.
     */
    private boolean isShown(Link link, int line, String said) {
        NamedPage page = NamedPage.in(link.target()).orElse(null);
        if (page == null) {
            return link.target().startsWith("#") || isWhole(link.target(), said);
        }
        Integer next = headings.higher(line);
        return said.contains(page.aside()) && (next == null || next > link.line());
    }

    /** Whether an address stands there by itself, and not as the beginning of another. */
    private static boolean isWhole(String target, String said) {
        for (int at = said.indexOf(target); at >= 0; at = said.indexOf(target, at + 1)) {
            int end = at + target.length();
            boolean dot = end < said.length() && said.charAt(end) == '.';
            if (!goesOn(said, dot ? end + 1 : end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(String said, int at) {
        return at < said.length()
                && (Character.isLetterOrDigit(said.charAt(at))
                        || "/#-_%?=&".indexOf(said.charAt(at)) >= 0);
    }

    /** The index of the first link that does not stand before {@code line}. */
    private int first(int line) {
        int low = 0;
        int high = links.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (links.get(middle).line() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All, in the order of the file. */
    List<Link> all() {
        return links;
    }
}
