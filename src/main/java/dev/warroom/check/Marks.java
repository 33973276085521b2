package dev.warroom.check;

import dev.warroom.runbook.Heading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The places in a file that a link may name; looked for once, and only when one is asked for. */
final class Marks {

    private final Material file;
    private Set<String> headings;
    private Set<String> attributes;

    Marks(Material file) {
        this.file = file;
    }

    /** Whether a heading is called {@code anchor}, or the value of an attribute of HTML is. */
    boolean have(String anchor) {
        if (headings == null) {
            headings = new HashSet<>();
            for (Heading heading : file.library().headingsOf(file.file())) {
                headings.add(heading.anchor().toLowerCase(Locale.ROOT));
            }
        }
        return headings.contains(anchor.toLowerCase(Locale.ROOT)) || isAttribute(anchor);
    }

    /** Whether a heading is called so, letter case and signs aside. */
    boolean haveCalled(String words) {
        return file.library().headingsOf(file.file()).stream().anyMatch(it -> it.isCalled(words))
                || isAttribute(words);
    }

    private boolean isAttribute(String anchor) {
        if (attributes == null) {
            attributes = new HashSet<>();
            addAttributes(file.lines());
        }
        return attributes.contains(anchor);
    }

    private void addAttributes(List<String> lines) {
        for (String line : lines) {
            int begin = line.indexOf("=\"");
            while (begin >= 0) {
                int end = line.indexOf('"', begin + 2);
                if (end >= 0) {
                    attributes.add(line.substring(begin + 2, end));
                }
                begin = line.indexOf("=\"", begin + 2);
            }
        }
    }
}
