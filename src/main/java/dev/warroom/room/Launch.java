package dev.warroom.room;

import dev.warroom.incident.Where;
import dev.warroom.policy.Target;
import dev.warroom.runbook.Settings;
import dev.warroom.runbook.Step;

import java.util.Map;
import java.util.Optional;

/**
 * What runs where, and how.
 *
 * @param folder where it runs: absolute, or below {@code ~}; on this machine relative to the
 *     workspace; the usual one where it is empty
 * @param shell what runs it
 */
public record Launch(String script, Target target, String folder, String shell) {

    private static final String USUAL_SHELL = "bash";

    /** {@code script} as the step, its runbook and the target want it. */
    public static Launch of(String script, Target target, Step step, Optional<Settings> runbook) {
        String own = step.attributes().cwd().or(() -> runbook.flatMap(Settings::cwd)).orElse("");
        return new Launch(
                script,
                target,
                folder(own, target),
                step.attributes()
                        .interpreter()
                        .or(() -> runbook.flatMap(Settings::shell))
                        .or(target::shell)
                        .orElse(USUAL_SHELL));
    }

    private static String folder(String own, Target target) {
        String base = target.folder().orElse(target.local() ? "" : "~");
        boolean whole = own.startsWith("/") || own.equals("~") || own.startsWith("~/");
        if (own.isEmpty()) {
            return target.folder().orElse("");
        }
        return whole || base.isEmpty() ? own : base + "/" + own;
    }

    /** The way there, as the journal keeps it. */
    public Where where() {
        return new Where(target.host(), target.user().orElse(""), target.as());
    }

    public Map<String, String> environment() {
        return target.environment();
    }
}
