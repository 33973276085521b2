package dev.warroom.workspace;

import dev.warroom.problem.Location;

import java.util.List;

/** A piece of YAML that knows where it stands. */
sealed interface YamlNode {

    Location at();

    /** What a person would call it: {@code "text"}, {@code a list}, {@code a mapping}. */
    String kind();

    /** Whether there is no value at all. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.text().isEmpty();
    }

    /** A number, a word, quoted text: all of them as written. Empty where nothing is. */
    record Scalar(String text, Location at) implements YamlNode {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "\"" + Shown.of(text) + "\"";
        }
    }

    record Sequence(List<YamlNode> items, Location at) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Mapping(List<Entry> entries, Location at) implements YamlNode {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key with its value. */
    record Entry(String key, Location at, YamlNode value) {}
}
