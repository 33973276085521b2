package dev.warroom.runbook;

import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: where a link's address is defined elsewhere in the file, as in {@code [text][name]}, it is
 * read as if it stood in its place.
 */
final class References {

    private static final Pattern USE =
            Pattern.compile("\\[([^\\[\\]]{1,200})\\](?:\\[([^\\[\\]]{0,200})\\])?(?![(:\\[])");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, String> addresses = new HashMap<>();

    private References() {}

    /** The definitions that a document has, at any depth. */
    static References of(Node document) {
        References references = new References();
        Node node = document;
        while (node != null) {
            if (node instanceof LinkReferenceDefinition it) {
                references.addresses.putIfAbsent(key(it.getLabel()), it.getDestination());
            }
            Node inner = node.getFirstChild();
            if (inner instanceof org.commonmark.node.Block) {
                node = inner;
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == document ? null : node.getNext();
        }
        return references;
    }

    /** The same blocks with every address in place. */
    List<Block> inPlace(List<Block> blocks) {
        return addresses.isEmpty() ? blocks : blocks.stream().map(this::inPlace).toList();
    }

    private Block inPlace(Block block) {
        return switch (block) {
            case Block.Heading it -> {
                String raw = inPlace(it.raw());
                yield new Block.Heading(it.line(), it.level(), raw, Inline.plain(raw), it.id());
            }
            case Block.Paragraph it -> new Block.Paragraph(it.line(), inPlace(it.raw()));
            case Block.Code it -> it.behind(inPlace(it.before()), it.behindShell());
            case Block.Listing it ->
                    new Block.Listing(
                            it.line(),
                            it.ordered(),
                            it.first(),
                            it.entries().stream()
                                    .map(e -> new Block.Entry(e.line(), inPlace(e.blocks())))
                                    .toList());
            case Block.Quote it -> new Block.Quote(it.line(), inPlace(it.blocks()));
            case Block.Html it -> it;
        };
    }

    /** The same paragraph with every address in place. */
    String inPlace(String raw) {
        if (addresses.isEmpty() || raw.indexOf('[') < 0) {
            return raw;
        }
        return USE.matcher(raw)
                .replaceAll(
                        use -> {
                            String name = use.group(2);
                            boolean named = name != null && !name.isEmpty();
                            String address = addresses.get(key(named ? name : use.group(1)));
                            return Matcher.quoteReplacement(
                                    address == null
                                            ? use.group()
                                            : "[" + use.group(1) + "](<" + address + ">)");
                        });
    }

    private static String key(String label) {
        return BLANKS.matcher(label.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
