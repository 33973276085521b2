package dev.warroom.check;

import dev.warroom.check.Material.Placed;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Quotation marks and dashes that a word processor made of those that were typed: the shell takes
 * them for letters, so that words come apart and options are none.
 */
final class TypographyRule implements Rule {

    private static final String QUOTES = "“”„‘’‚";

    /** A mark that opens a quotation, or a dash where an option begins. */
    private static final Pattern MARK = Pattern.compile("(?<=\\s|=)(?:[“„‘‚”’]\\S|[–—]{1,2}\\w)");

    @Override
    public String name() {
        return "typographic-mark";
    }

    @Override
    public Stream<Problem> in(Material material) {
        // What a here-document holds may be meant for people.
        return material.scripts()
                .filter(it -> !it.step().script().contains("<<"))
                .flatMap(it -> in(material, it).stream());
    }

    private static List<Problem> in(Material material, Placed placed) {
        List<Problem> problems = new ArrayList<>();
        List<String> lines = placed.step().script().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find() && isRead(lines.get(i), mark.start())) {
                String sign = mark.group().substring(0, 1);
                boolean quote = QUOTES.contains(sign);
                problems.add(
                        Problem.warning(
                                material.at(placed, i + 1),
                                "the shell takes "
                                        + sign
                                        + " for a letter, not for "
                                        + (quote ? "a quotation mark" : "a dash"),
                                quote
                                        ? "Write \" or ' on both sides."
                                        : "Write - or --, as the command wants it."));
            }
        }
        return problems;
    }

    /** Whether the shell reads what stands there: no quotation or remark is open before it. */
    private static boolean isRead(String line, int to) {
        char open = ' ';
        for (int at = 0; at < to; at++) {
            char letter = line.charAt(at);
            if (letter == '\\' && open != '\'') {
                at++;
            } else if (open != ' ') {
                open = letter == open ? ' ' : open;
            } else if (letter == '\'' || letter == '"') {
                open = letter;
            } else if (letter == '#' && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))) {
                return false;
            }
        }
        return open == ' ';
    }
}
