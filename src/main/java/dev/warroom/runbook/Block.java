package dev.warroom.runbook;

import java.util.List;

/** A piece of a Markdown file with the line it begins on, counted from 1. */
sealed interface Block {

    int line();

    /**
     * @param level 1 to 6
     * @param raw its text with its markup
     * @param words the same in one line, without markup
     * @param id what its author calls it for links; empty for none
     */
    record Heading(int line, int level, String raw, String words, String id) implements Block {

        /**
         * @param written its text with its markup, and what stands behind it for the site's maker
         */
        static Heading of(int line, int level, String written) {
            HeadingMark mark = HeadingMark.of(written);
            return new Heading(line, level, mark.raw(), Inline.plain(mark.raw()), mark.id());
        }
    }

    /**
     * @param raw its text with its markup and line breaks
     */
    record Paragraph(int line, String raw) implements Block {}

    /**
     * @param line of the first line inside
     * @param label the word after the fence in lower case; empty for none
     * @param info all that stands behind the fence
     * @param before the words before it, with their markup; empty for none
     * @param behindShell whether it stands right behind a block that is labelled as shell
     */
    record Code(
            int line,
            String label,
            String info,
            String before,
            boolean behindShell,
            NumberedLines content)
            implements Block {

        /** What the words before it say of it. */
        Introduction introduction() {
            return Introduction.of(before);
        }

        /** The same block behind others. */
        Code behind(String words, boolean shell) {
            return new Code(line, label, info, words, shell, content);
        }

        /** The same block with other words in its lines. */
        Code reading(List<String> lines) {
            return new Code(line, label, info, before, behindShell, content.read(0, lines));
        }

        List<String> lines() {
            return content.lines();
        }

        /**
         * The line of the file.
         *
         * @param index of a line of the block, counted from 0
         */
        int line(int index) {
            return content.number(index);
        }
    }

    /**
     * @param first the number the list begins with; 0 for bullets
     */
    record Listing(int line, boolean ordered, int first, List<Entry> entries) implements Block {
        public Listing {
            entries = List.copyOf(entries);
        }
    }

    /** A quotation, whose blocks count as if they stood outside. */
    record Quote(int line, List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Lines that are read as they are written: HTML, and what is too long to be a paragraph.
     *
     * @param lines none for a rule across the page, which parts what follows from the step above
     */
    record Html(int line, List<String> lines) implements Block {
        public Html {
            lines = List.copyOf(lines);
        }
    }

    /** One entry of a {@link Listing}. */
    record Entry(int line, List<Block> blocks) {
        public Entry {
            blocks = List.copyOf(blocks);
        }
    }
}
