package dev.warroom.workspace;

import dev.warroom.danger.Danger;
import dev.warroom.policy.StepRules;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code steps} of {@code warroom.yaml}: how steps run. */
final class StepRulesReader {

    static final String KEY = "steps";

    private static final List<String> KEYS = List.of("timeout", "approvals", "connect-early");

    private static final int MOST_LEVEL = 9;
    private static final List<String> KINDS =
            Arrays.stream(Danger.Kind.values()).map(Danger.Kind::words).toList();

    private final Findings findings;

    StepRulesReader(Findings findings) {
        this.findings = findings;
    }

    StepRules read(Fields root) {
        return root.node(KEY)
                .filter(it -> !it.isNothing())
                .map(this::rules)
                .orElse(StepRules.USUAL);
    }

    private StepRules rules(YamlNode node) {
        Fields fields = Fields.of(node, KEY, KEYS, findings);
        return new StepRules(
                fields.duration("timeout", Duration.ofSeconds(1), Duration.ofDays(7), "30m"),
                approvals(fields),
                fields.truth("connect-early").orElse(StepRules.USUAL.connectsEarly()));
    }

    private Map<String, Integer> approvals(Fields steps) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        steps.node("approvals")
                .filter(it -> !it.isNothing())
                .map(it -> Fields.of(it, "approvals", KINDS, findings))
                .ifPresent(
                        fields ->
                                KINDS.forEach(
                                        kind ->
                                                fields.number(kind, 1, MOST_LEVEL, 2)
                                                        .ifPresent(it -> levels.put(kind, it))));
        return levels;
    }
}
