package dev.warroom.logs.pattern;

import dev.warroom.room.LogLevel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sorts messages into patterns as they come, by Drain (He, Zhu, Zheng, Lyu: "Drain: An Online Log
 * Parsing Approach with Fixed Depth Tree", ICWS 2017): messages of as many words that begin with
 * the same words are compared, and one belongs to the pattern that it has most words in common
 * with, if it has enough. Other than there, numbers, ids and quoted parts are taken out first
 * ({@link Masking}), and a message that has all words of a pattern belongs to it however many
 * differ. Not for use by several threads.
 */
public final class PatternTree {

    /** More patterns are not told apart. */
    public static final int MOST_PATTERNS = 5_000;

    /** As the pattern of all others is called. */
    public static final String OTHERS = "(all other messages)";

    private static final int DEPTH = 2;
    private static final int MOST_CHILDREN = 100;
    private static final double ENOUGH = 0.5;
    private static final int MOST_KNOWN = 4_096;
    private static final int MOST_WORDS = 100;

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Pattern> patterns = new ArrayList<>();
    }

    private final String kind;
    private final Masking masking = new Masking();
    private final Map<Integer, Node> byLength = new HashMap<>();
    private final Map<String, Pattern> byId = new LinkedHashMap<>();
    private Pattern others;

    /** Most messages have come before, but for what is masked. */
    private final Map<String, Pattern> known = new HashMap<>();

    public PatternTree() {
        this("");
    }

    /**
     * @param kind of the messages: of two trees that sort others' messages, the same message has
     *     another id
     */
    public PatternTree(String kind) {
        this.kind = kind;
    }

    /** The pattern that {@code message} belongs to now, which counts it. */
    public Pattern add(String message, LogLevel level) {
        String masked = masking.mask(message);
        Pattern pattern = known.get(masked);
        if (pattern == null) {
            pattern = find(masked);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(masked, pattern);
        }
        pattern.add(level);
        return pattern;
    }

    /** All patterns, those seen first coming first. */
    public List<Pattern> patterns() {
        return List.copyOf(byId.values());
    }

    private Pattern find(String masked) {
        String[] words = masked.split(" ", MOST_WORDS);
        Node leaf = leaf(words);
        Pattern best = null;
        int most = -1;
        for (Pattern each : leaf.patterns) {
            int alike = each.alike(words);
            if (alike < 0) {
                return each;
            }
            if (alike > most) {
                most = alike;
                best = each;
            }
        }
        if (best != null && most >= ENOUGH * words.length) {
            best.widen(words);
            return best;
        }
        if (byId.size() >= MOST_PATTERNS) {
            return others();
        }
        Pattern fresh = new Pattern(freeId(kind + masked), words);
        byId.put(fresh.id(), fresh);
        leaf.patterns.add(fresh);
        return fresh;
    }

    private Pattern others() {
        if (others == null) {
            others = new Pattern(freeId(kind + OTHERS), new String[] {OTHERS});
            byId.put(others.id(), others);
        }
        return others;
    }

    private Node leaf(String[] words) {
        Node node = byLength.computeIfAbsent(words.length, length -> new Node());
        for (int i = 0; i < Math.min(DEPTH, words.length); i++) {
            String word = words[i].contains(Masking.ANY) ? Masking.ANY : words[i];
            Node child = node.children.get(word);
            if (child == null) {
                boolean full = node.children.size() >= MOST_CHILDREN;
                child = node.children.computeIfAbsent(full ? Masking.ANY : word, it -> new Node());
            }
            node = child;
        }
        return node;
    }

    private String freeId(String message) {
        // FNV-1a, 32 bits (Fowler, Noll, Vo): short, and the same on every machine.
        int hash = 0x811C9DC5;
        for (int i = 0; i < message.length(); i++) {
            hash = (hash ^ message.charAt(i)) * 0x01000193;
        }
        String id = hex(hash);
        while (byId.containsKey(id)) {
            id = hex(++hash);
        }
        return id;
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%08x", value);
    }
}
