package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: what stands in HTML is read without its tags. {@code <pre>} is a code block, and Markdown
 * between tags, as in {@code <details>}, is Markdown.
 */
final class HtmlText {

    private static final Pattern PRE = Pattern.compile("(?i).*<pre\\b.*");
    private static final Pattern END_OF_PRE = Pattern.compile("(?i).*</pre>.*");
    private static final Pattern LANGUAGE =
            Pattern.compile(
                    "(?i)(?:lang(?:uage)?[-=]\"?|source-|class=\"(?!lang|highlight))([a-z]+" + ")");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,500}>");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:`{3,}[^`]*|~{3,}.*)");

    private static final Pattern SUMMARY =
            Pattern.compile(
                    "(?:<details\\b[^<>]{0,100}>\\s*)?<summary\\b[^<>]{0,100}>([^\\n"
                            + "]{1,200})</summary>");

    /** It tells how to see more, and not what. */
    private static final Pattern FOLDED =
            Pattern.compile(
                    "(?i)(?:.*\\b(?:click|expand)\\b|show|see|view|details|more|output|example|result).*");

    private static final int MOST_OF_SUMMARY = 4;

    private final String file;
    private final List<Problem> problems;

    HtmlText(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The blocks of an HTML block. */
    List<Block> blocks(NumberedLines html) {
        List<String> lines = html.lines();
        boolean comment = !lines.isEmpty() && lines.getFirst().strip().startsWith("<!--");
        if (comment) {
            return SectionTarget.is(lines) || Tab.is(lines)
                    ? List.of(new Block.Html(html.number(0), lines))
                    : List.of();
        }
        Optional<Block> summary = summary(html);
        if (summary.isPresent()) {
            return List.of(summary.get());
        }
        List<Block> blocks = new ArrayList<>();
        NumberedLines words = new NumberedLines();
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            if (!fenced && PRE.matcher(text).matches()) {
                words(blocks, words);
                words = new NumberedLines();
                i = pre(blocks, html, i);
                continue;
            }
            fenced ^= FENCE.matcher(text).matches();
            words.add(
                    fenced ? text : TAG.matcher(text).replaceAll("").stripTrailing(),
                    html.number(i));
        }
        words(blocks, words);
        return blocks;
    }

    /** What can be folded away is announced by its summary. */
    private static Optional<Block> summary(NumberedLines html) {
        List<String> lines = html.lines();
        if (lines.size() > MOST_OF_SUMMARY) {
            return Optional.empty();
        }
        Matcher summary = SUMMARY.matcher(String.join("\n", lines).strip());
        if (!summary.matches()) {
            return Optional.empty();
        }
        String words = plain(TAG.matcher(summary.group(1)).replaceAll("")).strip();
        int line = 0;
        while (!lines.get(line).contains("<summary")) {
            line++;
        }
        boolean announces =
                !words.isEmpty() && Character.isLetterOrDigit(words.charAt(words.length() - 1));
        boolean folded = FOLDED.matcher(words).matches();
        return Optional.of(
                new Block.Paragraph(html.number(line), announces && !folded ? words + ":" : words));
    }

    private void words(List<Block> blocks, NumberedLines words) {
        List<String> lines = words.lines();
        if (lines.stream().anyMatch(line -> FENCE.matcher(line).matches())) {
            blocks.addAll(MarkdownBlocks.read(file, words, true, problems));
        } else if (lines.stream().anyMatch(line -> !line.isBlank())) {
            blocks.add(
                    new Block.Html(words.number(0), lines.stream().map(HtmlText::plain).toList()));
        }
    }

    /** The index of the last line that was taken in. */
    private static int pre(List<Block> blocks, NumberedLines html, int from) {
        List<String> lines = html.lines();
        NumberedLines inner = new NumberedLines();
        int at = from;
        while (at < lines.size()) {
            String text = plain(TAG.matcher(lines.get(at)).replaceAll(""));
            boolean edge = at == from || END_OF_PRE.matcher(lines.get(at)).matches();
            if (!edge || !text.isBlank()) {
                inner.add(text, html.number(at));
            }
            if (END_OF_PRE.matcher(lines.get(at)).matches()) {
                break;
            }
            at++;
        }
        Matcher language = LANGUAGE.matcher(lines.get(from));
        String label = language.find() ? Label.name(language.group(1)) : "";
        blocks.add(new Block.Code(inner.number(0), label, label, "", false, inner));
        return at;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
