package dev.warroom.workspace;

import dev.warroom.policy.Secrets;

import java.util.List;

/** Reads {@code secrets} of {@code warroom.yaml}: what must not be shown. */
final class SecretsReader {

    static final String KEY = "secrets";

    private static final List<String> KEYS = List.of("names", "patterns");

    private final Findings findings;

    SecretsReader(Findings findings) {
        this.findings = findings;
    }

    Secrets read(Fields root) {
        return root.node(KEY)
                .filter(it -> !it.isNothing())
                .map(this::secrets)
                .orElse(Secrets.USUAL);
    }

    private Secrets secrets(YamlNode node) {
        Fields fields = Fields.of(node, KEY, KEYS, findings);
        Texts texts = new Texts(fields, findings);
        List<String> patterns =
                texts.list("patterns", "[\"card [0-9]{4,}\"]").orElse(List.of()).stream()
                        .filter(
                                it ->
                                        PatternCheck.good(
                                                it,
                                                "patterns",
                                                fields.valueAt("patterns"),
                                                findings))
                        .toList();
        return new Secrets(
                texts.list("names", "[LICENSE, \"*_DSN\"]").orElse(List.of()), patterns, List.of());
    }
}
