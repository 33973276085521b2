package dev.warroom.runbook;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule: a paragraph that is one bold phrase acts as a heading; a colon and a time box may stand
 * outside of it. A whole bold sentence is a warning, not a heading.
 */
final class Caption {

    private static final int LONGEST = 100;
    private static final Pattern OUTSIDE = Pattern.compile("\\s*(\\([^()]{1,40}\\))?\\s*:?\\s*");

    private Caption() {}

    /** The phrase without its last colon, where {@code raw} is a bold phrase and nothing else. */
    static Optional<String> of(String raw) {
        if (raw.length() > LONGEST + 10 || !raw.startsWith("**") && !raw.startsWith("__")) {
            return Optional.empty();
        }
        Inline.Bold bold = Inline.leadingBold(raw).orElse(null);
        if (bold == null || !bold.rest().isEmpty() && !OUTSIDE.matcher(bold.rest()).matches()) {
            return Optional.empty();
        }
        String title = tidy(bold.words().strip(), bold.rest().strip());
        return title.isEmpty() || title.endsWith(".") || title.endsWith("!")
                ? Optional.empty()
                : Optional.of(title);
    }

    /** {@code title} without its last colon. */
    static String withoutColon(String title) {
        String words = title.strip();
        return words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
    }

    private static String tidy(String bold, String rest) {
        String box = withoutColon(rest);
        return box.isEmpty() ? withoutColon(bold) : withoutColon(bold) + " " + box;
    }
}
