package dev.warroom.runbook;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a link of a paragraph leads.
 *
 * @param line of the paragraph, counted from 0
 * @param text without markup
 * @param target as written
 */
record Address(int line, String text, String target) {

    /** Where the links of a title lead, a line each: titles show their text only. */
    static List<String> targets(String raw) {
        List<Address> addresses = in(raw);
        if (addresses.isEmpty()) {
            return List.of();
        }
        return addresses.stream()
                .map(it -> new Address(it.line(), it.text(), Inline.shown(it.target())))
                .filter(it -> !it.target().startsWith("#") && !it.target().endsWith(it.text()))
                .map(it -> it.text() + ": " + it.target())
                .toList();
    }

    /** The links and images of a paragraph, in its order. */
    static List<Address> in(String raw) {
        boolean none = raw.indexOf('[') < 0 && !mayBeAddress(raw);
        boolean some = raw.indexOf(':') >= 0 || raw.contains("](") || SiteLinks.standIn(raw);
        Node paragraph = none || !some ? null : Inline.parse(raw);
        if (paragraph == null) {
            return List.of();
        }
        List<Address> addresses = new ArrayList<>();
        paragraph.accept(
                new AbstractVisitor() {
                    private int line;

                    @Override
                    public void visit(Link link) {
                        add(link, link.getDestination());
                    }

                    @Override
                    public void visit(Image image) {
                        add(image, image.getDestination());
                    }

                    private void add(Node node, String target) {
                        StringBuilder text = new StringBuilder();
                        Inline.write(node, text, false);
                        addresses.add(new Address(line, text.toString(), target));
                    }

                    @Override
                    public void visit(SoftLineBreak lineBreak) {
                        line++;
                    }

                    @Override
                    public void visit(HardLineBreak lineBreak) {
                        line++;
                    }
                });
        return addresses;
    }

    /** Whether something in angles may be an address: {@code <https://…>}. */
    private static boolean mayBeAddress(String raw) {
        for (int at = raw.indexOf('<'); at >= 0; at = raw.indexOf('<', at + 1)) {
            if (at + 1 < raw.length() && raw.charAt(at + 1) != ' ') {
                return true;
            }
        }
        return false;
    }
}
