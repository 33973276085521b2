package dev.warroom.runbook;

import java.util.regex.Pattern;

/** Rule: a list whose every entry is a link into the same file is a table of contents. */
final class TableOfContents {

    private static final Pattern LINK =
            Pattern.compile("\\[[^\\]]{0,200}\\]\\(#[^)]{0,200}\\)|\\[\\[#[^\\]]{1,200}\\]\\]");

    private TableOfContents() {}

    static boolean is(Block.Listing list) {
        return list.entries().stream().allMatch(TableOfContents::isLink);
    }

    private static boolean isLink(Block.Entry entry) {
        return entry.blocks().stream()
                .allMatch(
                        block ->
                                switch (block) {
                                    case Block.Paragraph it ->
                                            it.raw().startsWith("[")
                                                    && LINK.matcher(it.raw()).matches();
                                    case Block.Listing it -> is(it);
                                    case Block.Code _,
                                            Block.Heading _,
                                            Block.Html _,
                                            Block.Quote _ ->
                                            false;
                                });
    }
}
