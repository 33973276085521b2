package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a comment {@code <!-- target: app-1 -->} says where all steps run that stand between it and
 * the next heading, unless they say so themselves. Readers of the page do not see it.
 */
final class SectionTarget {

    private static final Pattern COMMENT =
            Pattern.compile("\\s*<!--\\s*target\\s*[:=]\\s*([^\\s>]+)\\s*-->\\s*");

    private SectionTarget() {}

    static boolean is(List<String> lines) {
        return lines.size() == 1 && COMMENT.matcher(lines.getFirst()).matches();
    }

    static Optional<String> of(Block.Html html) {
        Matcher comment = COMMENT.matcher(html.lines().isEmpty() ? "" : html.lines().getFirst());
        return comment.matches() && html.lines().size() == 1
                ? Optional.of(comment.group(1))
                : Optional.empty();
    }
}
