package dev.warroom.runbook;

import dev.warroom.incident.Severity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule: a title that begins with "P1", or holds "P1:", binds its runbook to that severity. */
final class SeverityRule {

    private static final Pattern NAMED = Pattern.compile("^\\W{0,3}(P[1-4])\\b|\\b(P[1-4]):");

    private SeverityRule() {}

    static Optional<Severity> of(String title) {
        if (title.indexOf('P') < 0) {
            return Optional.empty();
        }
        Matcher matcher = NAMED.matcher(title);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Severity.parse(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
