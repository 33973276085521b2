package dev.warroom.workspace;

import dev.warroom.problem.Location;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** YAML read into nodes with places. Only plain data: no aliases, no tags, one document. */
final class YamlTree {

    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 100_000;

    private final String file;
    private final Findings findings;
    private final YAMLParser in;
    private int nodes;

    private YamlTree(String file, Findings findings, YAMLParser in) {
        this.file = file;
        this.findings = findings;
        this.in = in;
    }

    /** The document; empty where the text has none or cannot be read, which is then a finding. */
    static Optional<YamlNode> parse(String file, String text, Findings findings) {
        if (YamlSyntax.hasForbiddenCharacter(file, text, findings)) {
            return Optional.empty();
        }
        YAMLFactory factory = new YAMLFactory();
        try (YAMLParser in =
                (YAMLParser)
                        factory.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            YamlTree tree = new YamlTree(file, findings, in);
            if (in.nextToken() == null) {
                return Optional.empty();
            }
            YamlNode root = tree.node(0);
            if (in.nextToken() != null) {
                findings.error(
                        tree.here(),
                        "a second document begins here",
                        "Keep one document a file: take out what follows \"---\".");
            }
            return Optional.of(root);
        } catch (JacksonException e) {
            findings.add(YamlSyntax.problem(file, e));
            return Optional.empty();
        } catch (TooMuch e) {
            findings.error(e.at, e.getMessage(), "Make it simpler.");
            return Optional.empty();
        }
    }

    private YamlNode node(int depth) {
        Location at = here();
        if (++nodes > MOST_NODES) {
            throw new TooMuch(at, "there are more than " + MOST_NODES + " values");
        }
        if (depth > DEEPEST) {
            throw new TooMuch(at, "it is nested deeper than " + DEEPEST + " levels");
        }
        if (in.isCurrentAlias()) {
            findings.error(
                    at,
                    "the alias *" + Shown.of(in.getString()) + " is not supported",
                    "Write the value out.");
        } else if (in.getRawTag() != null) {
            findings.error(
                    at,
                    "the tag " + Shown.of(in.getRawTag()) + " is not supported",
                    "Take it out.");
        }
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(at, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(depth + 1));
            }
            return new YamlNode.Sequence(items, at);
        }
        String text = token == JsonToken.VALUE_NULL ? "" : in.getString();
        return new YamlNode.Scalar(text.equals("~") ? "" : text, at);
    }

    private YamlNode mapping(Location at, int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Location place = here();
            String key = in.currentName();
            in.nextToken();
            YamlNode value = node(depth + 1);
            Location first = seen.putIfAbsent(key, place);
            if (first == null) {
                entries.add(new YamlNode.Entry(key, place, value));
            } else {
                findings.error(
                        place,
                        "\"" + Shown.of(key) + "\" stands here a second time",
                        "It is in line " + first.line() + " already; keep one of them.");
            }
        }
        return new YamlNode.Mapping(entries, at);
    }

    private Location here() {
        TokenStreamLocation at = in.currentTokenLocation();
        return new Location(file, Math.max(at.getLineNr(), 0), Math.max(at.getColumnNr(), 0));
    }

    /** Ends the reading of something that no person wrote. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Location at;

        TooMuch(Location at, String message) {
            super(message);
            this.at = at;
        }
    }
}
