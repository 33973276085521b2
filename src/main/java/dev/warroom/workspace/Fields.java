package dev.warroom.workspace;

import dev.warroom.problem.Location;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of one mapping, asked for by name and kind. What does not fit is a finding. */
final class Fields {

    private final Location at;
    private final Findings findings;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();

    private Fields(Location at, Findings findings) {
        this.at = at;
        this.findings = findings;
    }

    /**
     * @param what the node is: {@code a probe}
     * @param known every key it may have
     */
    static Fields of(YamlNode node, String what, List<String> known, Findings findings) {
        Fields fields = new Fields(node.at(), findings);
        if (!(node instanceof YamlNode.Mapping mapping)) {
            findings.error(
                    node.at(),
                    what + " must be a mapping, and is " + node.kind(),
                    "Write \"key: value\" lines. Known here: " + String.join(", ", known) + ".");
            return fields;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (known.contains(entry.key())) {
                fields.entries.put(entry.key(), entry);
            } else {
                findings.error(
                        entry.at(),
                        "\"" + Shown.of(entry.key()) + "\" is not a key of " + what,
                        Spelling.hint(entry.key(), known));
            }
        }
        return fields;
    }

    Location at() {
        return at;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where the key stands, or else the mapping. */
    Location keyAt(String key) {
        return has(key) ? entries.get(key).at() : at;
    }

    /** Where the value stands, or else the mapping. */
    Location valueAt(String key) {
        return has(key) ? entries.get(key).value().at() : at;
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlNode.Entry::value);
    }

    /** A text that is not blank; empty where the key is missing, or wrong, which is a finding. */
    Optional<String> text(String key, String example) {
        return node(key)
                .flatMap(
                        node -> {
                            if (node instanceof YamlNode.Scalar scalar
                                    && !scalar.text().isBlank()) {
                                return Optional.of(scalar.text().strip());
                            }
                            findings.error(
                                    node.at(),
                                    "\"" + key + "\" must be a text, and is " + node.kind(),
                                    "Write for example: " + key + ": " + example);
                            return Optional.empty();
                        });
    }

    /** A whole number in a range. */
    OptionalInt number(String key, int least, int most, int example) {
        Optional<String> text = text(key, Integer.toString(example));
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number out of range.
        }
        findings.error(
                valueAt(key),
                "\"%s\" must be a whole number from %d to %d, and is \"%s\""
                        .formatted(key, least, most, Shown.of(text.get())),
                "Write for example: " + key + ": " + example);
        return OptionalInt.empty();
    }

    /** A length of time in a range, both ends included. */
    Optional<Duration> duration(String key, Duration least, Duration most, String example) {
        Optional<String> text = text(key, example);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = DurationText.parse(text.get());
        if (duration.isEmpty()) {
            findings.error(
                    valueAt(key),
                    "\"%s\" must be a length of time, and is \"%s\""
                            .formatted(key, Shown.of(text.get())),
                    "Write a whole number and ms, s, m, h or d: " + key + ": " + example);
        } else if (duration.get().compareTo(least) < 0 || duration.get().compareTo(most) > 0) {
            findings.error(
                    valueAt(key),
                    "\"%s\" must be from %s to %s, and is %s"
                            .formatted(
                                    key,
                                    DurationText.of(least),
                                    DurationText.of(most),
                                    Shown.of(text.get())),
                    "Write for example: " + key + ": " + example);
            return Optional.empty();
        }
        return duration;
    }

    /**
     * The items of a list of at most {@code most}. None where the key is missing or wrong, or has
     * nothing after it, as when somebody has made comments of all items.
     */
    List<YamlNode> list(String key, int most, String example) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty() || node.get().isNothing()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlNode.Sequence sequence)) {
            findings.error(
                    node.get().at(),
                    "\"" + key + "\" must be a list, and is " + node.get().kind(),
                    "Write for example: " + key + ": " + example);
            return List.of();
        }
        if (sequence.items().size() > most) {
            findings.error(
                    sequence.at(),
                    "\"%s\" has %d items, and at most %d are allowed"
                            .formatted(key, sequence.items().size(), most),
                    "Take out what is not needed.");
            return List.of();
        }
        return new ArrayList<>(sequence.items());
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> truth(String key) {
        Optional<String> text = text(key, "true");
        if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
            return text.map("true"::equals);
        }
        findings.error(
                valueAt(key),
                "\"%s\" must be true or false, and is \"%s\"".formatted(key, Shown.of(text.get())),
                "Write for example: " + key + ": true");
        return Optional.empty();
    }

    /** One text, or a list of at most {@code most}. */
    List<YamlNode.Scalar> texts(String key, int most, String example) {
        Optional<YamlNode> node = node(key);
        if (node.isPresent() && node.get() instanceof YamlNode.Scalar one && !one.isNothing()) {
            return List.of(one);
        }
        List<YamlNode.Scalar> texts = new ArrayList<>();
        for (YamlNode item : list(key, most, example)) {
            if (item instanceof YamlNode.Scalar one && !one.text().isBlank()) {
                texts.add(one);
            } else {
                findings.error(
                        item.at(),
                        "\"" + key + "\" must be a list of texts, and has " + item.kind(),
                        "Write for example: " + key + ": " + example);
            }
        }
        return texts;
    }

    /** The texts of a mapping of at most {@code most} keys. */
    Map<String, String> mapping(String key, int most, String example) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<YamlNode> node = node(key).filter(it -> !it.isNothing());
        if (node.isEmpty()) {
            return texts;
        }
        if (!(node.get() instanceof YamlNode.Mapping mapping) || mapping.entries().size() > most) {
            findings.error(
                    node.get().at(),
                    "\"%s\" must be a mapping of at most %d keys, and is %s"
                            .formatted(key, most, node.get().kind()),
                    "Write for example: " + key + ": " + example);
            return texts;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
                texts.put(entry.key(), scalar.text());
            } else {
                findings.error(
                        entry.value().at(),
                        "\"%s\" must be a text, and is %s"
                                .formatted(Shown.of(entry.key()), entry.value().kind()),
                        "Write for example: " + key + ": " + example);
            }
        }
        return texts;
    }
}
