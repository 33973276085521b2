package dev.warroom.report;

import dev.warroom.runbook.Page;
import dev.warroom.runbook.Template;

import java.util.List;
import java.util.stream.Collectors;

/** What stands in runbook files beside runbooks, as Markdown: nothing of it can be ticked. */
public final class Reading {

    private Reading() {}

    /** The title and the lines of a page; empty for one that only lists what is below it. */
    public static String of(Page page) {
        return page.outline() ? heading(page.title()) : heading(page.title()) + text(page);
    }

    private static String text(Page page) {
        return Prose.of(page.lines(), Reading::words) + "\n";
    }

    /** A line each. */
    private static String words(List<String> lines) {
        return lines.stream().map(Markdown::line).collect(Collectors.joining("\\\n")) + "\n";
    }

    /** The title and the words of a message, to be copied. */
    public static String of(Template template) {
        return heading(template.title()) + Markdown.wholeScript(template.text()) + "\n";
    }

    private static String heading(String title) {
        return "# " + Markdown.line(title) + "\n\n";
    }
}
