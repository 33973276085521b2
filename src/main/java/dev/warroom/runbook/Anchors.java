package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule: what links name a heading by, as forges make it from its words. */
final class Anchors {

    private static final Pattern MARK =
            Pattern.compile("<a\\s[^<>]{0,200}?\\b(?:id|name)=[\"']([^\"'<>]{1,200})[\"']");

    private final String file;
    private final List<Heading> headings = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();

    private Anchors(String file) {
        this.file = file;
    }

    static List<Heading> of(String file, List<Block> blocks) {
        Anchors anchors = new Anchors(file);
        anchors.read(blocks);
        return anchors.headings;
    }

    private void read(List<Block> blocks) {
        String marks = "";
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading it -> {
                    add(it);
                    addMarks(it, marks);
                }
                case Block.Listing it -> it.entries().forEach(entry -> read(entry.blocks()));
                case Block.Quote it -> read(it.blocks());
                case Block.Code _, Block.Html _, Block.Paragraph _ -> {}
            }
            marks = block instanceof Block.Paragraph it && LoneAnchor.is(it.raw()) ? it.raw() : "";
        }
    }

    private void add(Block.Heading heading) {
        String title = heading.words();
        String words = anchor(title);
        int number = taken.merge(words, 1, Integer::sum) - 1;
        String anchor = number == 0 ? words : words + "-" + number;
        headings.add(new Heading(file, heading.line(), heading.level(), title, anchor));
        if (!heading.id().isEmpty()) {
            headings.add(new Heading(file, heading.line(), heading.level(), title, heading.id()));
        }
        if (heading.raw().contains("<a ")) {
            addMarks(heading, heading.raw());
        }
    }

    /**
     * What links may call a heading as well: {@code ## Gate <a id="the-gate"></a>}.
     *
     * @param marks in the heading, or right above it
     */
    private void addMarks(Block.Heading heading, String marks) {
        Matcher mark = MARK.matcher(marks);
        while (mark.find()) {
            String title = heading.words();
            headings.add(new Heading(file, heading.line(), heading.level(), title, mark.group(1)));
        }
    }

    private static String anchor(String title) {
        StringBuilder anchor = new StringBuilder(title.length());
        String lower = title.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); ) {
            int letter = lower.codePointAt(i);
            i += Character.charCount(letter);
            if (letter == ' ') {
                anchor.append('-');
            } else if (letter >= 'a' && letter <= 'z'
                    || Character.isLetterOrDigit(letter)
                    || letter == '-'
                    || letter == '_'
                    || Character.getType(letter) == Character.NON_SPACING_MARK) {
                anchor.appendCodePoint(letter);
            }
        }
        return anchor.toString();
    }
}
