package dev.warroom.workspace;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Escalation;
import dev.warroom.policy.Escalation.Level;
import dev.warroom.policy.Escalation.Rule;
import dev.warroom.policy.Escalation.Trigger;
import dev.warroom.problem.Location;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code escalation} of a workspace; finds rules that contradict each other. */
final class EscalationReader {

    private static final int MOST_LEVELS = 9;
    private static final int MOST_RULES = 100;
    private static final List<String> KEYS = List.of("levels", "rules");
    private static final List<String> LEVEL_KEYS =
            List.of("name", "respond", "handles", "authority", "contacts");
    private static final List<String> TRIGGERS = List.of("after", "down", "when");
    private static final List<String> RULE_KEYS =
            List.of("to", "after", "down", "when", "severities");
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(30);

    private final Findings findings;
    private final Map<Severity, Location> handled = new EnumMap<>(Severity.class);
    private final Map<String, Location> names = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    EscalationReader(Findings findings) {
        this.findings = findings;
    }

    private record Placed(Rule rule, Location at) {}

    Escalation read(YamlNode node) {
        Fields fields = Fields.of(node, "escalation", KEYS, findings);
        List<Level> levels = Escalation.USUAL.levels();
        if (fields.has("levels")) {
            levels = levels(fields);
        }
        List<Rule> rules = Escalation.USUAL.rules();
        if (fields.has("rules")) {
            rules = rules(fields, levels.size());
        } else if (fields.has("levels")) {
            int count = levels.size();
            rules = rules.stream().filter(it -> it.to() <= count).toList();
        }
        return new Escalation(levels, rules);
    }

    private List<Level> levels(Fields fields) {
        List<Level> levels = new ArrayList<>();
        for (YamlNode node :
                fields.list("levels", MOST_LEVELS, "[{name: On-call, respond: 15m}]")) {
            Fields level = Fields.of(node, "a level", LEVEL_KEYS, findings);
            Texts texts = new Texts(level, findings);
            Optional<String> name = level.text("name", "On-Call Engineer");
            if (name.isEmpty() && !level.has("name")) {
                findings.error(
                        level.at(), "the level has no name", "Write for example: name: On-call");
            }
            name.ifPresent(it -> once("levels", it, level.valueAt("name")));
            Set<Severity> handles = level.has("handles") ? texts.severities("handles") : Set.of();
            handles.forEach(it -> handledOnce(it, level.valueAt("handles")));
            levels.add(
                    new Level(
                            levels.size() + 1,
                            name.orElse(""),
                            level.duration("respond", LEAST, MOST, "15m")
                                    .orElse(Duration.ofMinutes(15)),
                            handles,
                            level.text("authority", "restart services").orElse(""),
                            texts.list("contacts", "[oncall@example.com]").orElse(List.of())));
        }
        return levels;
    }

    private void once(String what, String name, Location at) {
        Location first = names.putIfAbsent(name, at);
        if (first != null) {
            findings.error(
                    at,
                    "two " + what + " have the name \"" + Shown.of(name) + "\"",
                    "The other is in line " + first.line() + "; rename one of them.");
        }
    }

    private void handledOnce(Severity severity, Location at) {
        Location first = handled.putIfAbsent(severity, at);
        if (first != null && first.line() != at.line()) {
            findings.error(
                    at,
                    severity + " is handled by two levels",
                    "The other is in line " + first.line() + "; take it out of one of them.");
        }
    }

    private List<Rule> rules(Fields fields, int levels) {
        for (YamlNode node : fields.list("rules", MOST_RULES, "[{to: 2, after: 30m}]")) {
            Fields rule = Fields.of(node, "an escalation rule", RULE_KEYS, findings);
            int to = rule.number("to", 1, Math.max(1, levels), 2).orElse(0);
            if (!rule.has("to")) {
                findings.error(
                        rule.at(),
                        "the rule does not say to which level",
                        "Write for example: to: 2");
            }
            Set<Severity> severities = new Texts(rule, findings).severities("severities");
            trigger(rule)
                    .map(it -> new Rule(to, it, severities))
                    .filter(it -> to > 0)
                    .ifPresent(it -> add(new Placed(it, rule.at())));
        }
        return placed.stream().map(Placed::rule).toList();
    }

    private Optional<Trigger> trigger(Fields rule) {
        List<String> written = TRIGGERS.stream().filter(rule::has).toList();
        if (written.isEmpty()) {
            findings.error(
                    rule.at(),
                    "the rule does not say when",
                    "Add one of after, down and when, such as: after: 30m");
            return Optional.empty();
        }
        if (written.size() > 1) {
            findings.error(
                    rule.keyAt(written.get(1)),
                    "the rule has " + String.join(" and ", written) + ", and can have only one",
                    "Make a rule of each.");
        }
        return switch (written.getFirst()) {
            case "after" -> rule.duration("after", LEAST, MOST, "30m").map(Trigger.After::new);
            case "down" -> rule.duration("down", LEAST, MOST, "30m").map(Trigger.Down::new);
            default -> rule.text("when", "it requires code changes").map(Trigger.Asked::new);
        };
    }

    /** A rule may not undo what another says. */
    private void add(Placed next) {
        for (Placed other : placed) {
            if (next.rule().severities().stream().anyMatch(other.rule().severities()::contains)) {
                contradiction(next.rule(), other.rule())
                        .ifPresent(
                                it ->
                                        findings.error(
                                                next.at(),
                                                it + " (line " + other.at().line() + ")",
                                                "Keep one of them, or give each severities of its"
                                                        + " own."));
            }
        }
        placed.add(next);
    }

    private static Optional<String> contradiction(Rule rule, Rule other) {
        if (rule.trigger() instanceof Trigger.After(Duration mine)
                && other.trigger() instanceof Trigger.After(Duration its)) {
            if (rule.to() == other.to()) {
                return Optional.of("level " + rule.to() + " has two times, and can have only one");
            }
            boolean backwards =
                    rule.to() > other.to() ? mine.compareTo(its) < 0 : mine.compareTo(its) > 0;
            return backwards
                    ? Optional.of(
                            "level "
                                    + Math.max(rule.to(), other.to())
                                    + " is called before level "
                                    + Math.min(rule.to(), other.to()))
                    : Optional.empty();
        }
        return rule.trigger().equals(other.trigger())
                ? Optional.of(
                        "the same condition calls level " + other.to() + " and level " + rule.to())
                : Optional.empty();
    }
}
