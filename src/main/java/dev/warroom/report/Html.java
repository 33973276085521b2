package dev.warroom.report;

import dev.warroom.text.Sanitiser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/**
 * HTML as it is written: whatever people and programs wrote is escaped, and each tag is closed.
 * What it makes is one file that needs no other and runs no script.
 */
final class Html {

    /** Light and dark as the reader's system has it, and black on white on paper. */
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1c2126; --muted: #59636e; --paper: #ffffff;
              --line: #d1d9e0; --good: #0f6b33; --bad: #b42318; --curve: #1f5fae; --limit: #9a5b00; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --muted: #a3acb5;
              --paper: #15191d; --line: #3a424a; --good: #5fd08a; --bad: #ff8f84; --curve: #7db4f5;
              --limit: #e2b25c; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; } caption { text-align: left; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
              border-bottom: 1px solid var(--line); }
            .muted { color: var(--muted); } .met { color: var(--good); } .missed { color: var(--bad);
              font-weight: 600; }
            pre { white-space: pre-wrap; border: 1px solid var(--line); padding: .6rem; }
            svg { width: 100%; height: auto; } svg text { fill: var(--muted); font-size: 12px; }
            figure { margin: 1rem 0; break-inside: avoid; } tr { break-inside: avoid; }
            @media print { :root { color-scheme: light; --ink: #000000; --muted: #444444;
              --paper: #ffffff; --line: #999999; --good: #0f6b33; --bad: #b42318; --curve: #1f5fae;
              --limit: #9a5b00; } body { margin: 0; max-width: none; } }
            """;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * A whole page with one {@code main} in it, which stays open.
     *
     * @param language of the text, such as {@code en}
     */
    static Html page(String title, String language) {
        Html html = new Html();
        html.out.append("<!DOCTYPE html>\n");
        html.open("html", "lang", language).open("head");
        html.out.append("<meta charset=\"utf-8\"/>\n");
        html.out.append("<meta name=\"viewport\" content=\"width=device-width\"/>\n");
        // Should a text ever get through as markup, nothing of it would run or load.
        html.out.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'\"/>\n");
        html.element("title", title);
        html.out.append("<style>\n").append(STYLE).append("</style>\n");
        return html.close().open("body").open("main");
    }

    /** Something to stand within a page that is there. */
    static Html part() {
        return new Html();
    }

    /**
     * Begins an element.
     *
     * @param attributes a name and its value, and so on
     */
    Html open(String tag, String... attributes) {
        begin(tag, attributes);
        open.push(tag);
        return this;
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1])).append('"');
        }
        out.append('>');
    }

    /** Ends the element that was begun last. */
    Html close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Text; line breaks stay. */
    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        begin(tag, attributes);
        out.append(escaped(text)).append("</").append(tag).append(">\n");
        return this;
    }

    /** Closes what is open; answers all of it. */
    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    /** Markup and quotes mean nothing in it, and control characters are gone. */
    static String escaped(String text) {
        String safe = text.lines().map(Sanitiser::line).collect(Collectors.joining("\n"));
        StringBuilder escaped = new StringBuilder(safe.length() + 16);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
