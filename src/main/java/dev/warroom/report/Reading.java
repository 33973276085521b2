package dev.warroom.report;

import dev.warroom.runbook.Page;
import dev.warroom.runbook.Template;

/** What stands in runbook files beside runbooks, as Markdown: nothing of it can be ticked. */
public final class Reading {

    private Reading() {}

    /** The title and the lines of a page; empty for one that only lists what is below it. */
    public static String of(Page page) {
        return page.outline() ? heading(page.title()) : heading(page.title()) + text(page);
    }

    private static String text(Page page) {
        StringBuilder out = new StringBuilder();
        for (String line : page.lines()) {
            // A line each, and a table stays one.
            out.append(line.startsWith("|") ? line : Markdown.line(line) + "\\").append('\n');
        }
        return out.append('\n').toString();
    }

    /** The title and the words of a message, to be copied. */
    public static String of(Template template) {
        return heading(template.title()) + Markdown.wholeScript(template.text()) + "\n";
    }

    private static String heading(String title) {
        return "# " + Markdown.line(title) + "\n\n";
    }
}
