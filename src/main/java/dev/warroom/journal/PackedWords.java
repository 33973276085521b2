package dev.warroom.journal;

import dev.warroom.incident.IncidentEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that come again and again in a journal, and which fields its facts have, each by a number.
 * One thread adds to it; others may read whatever was there when they were given a number.
 */
final class PackedWords {

    /** Longer ones hardly come again. */
    private static final int LONGEST = 200;

    private static final int MOST = 1 << 15;

    private static final int PLACES = 1 << 12;

    /**
     * Which fields a fact has.
     *
     * @param type its stored type
     * @param all the names of all its fields
     * @param kept which of them are kept as texts
     * @param names of those
     */
    record Shape(
            String type,
            String[] all,
            int[] kept,
            String[] names,
            Class<? extends IncidentEvent> kind) {

        boolean fits(EventFields fields) {
            boolean fits = fields.count() == all.length;
            for (int i = 0; fits && i < all.length; i++) {
                fits = all[i].equals(fields.name(i));
            }
            return fits;
        }
    }

    /** By place, the text that came twice last; a place goes to another that does so. */
    private final String[] known = new String[PLACES];

    private final int[] numbers = new int[PLACES];

    /** By place, the text that came last without being known. */
    private final String[] once = new String[PLACES];

    private int count;
    private volatile String[] texts = new String[256];
    private final Map<String, List<Integer>> byType = new HashMap<>();
    private volatile Shape[] shapes = new Shape[64];
    private int shapeCount;

    String text(int number) {
        return texts[number];
    }

    Shape shape(int number) {
        return shapes[number];
    }

    /** The number of a text; negative where it has none, because it has not come before. */
    int number(String text) {
        if (text.length() > LONGEST) {
            return -1;
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        if (text.equals(known[place])) {
            return numbers[place];
        }
        if (!text.equals(once[place]) || count == MOST) {
            once[place] = text;
            return -1;
        }
        if (count == texts.length) {
            texts = Arrays.copyOf(texts, 2 * count);
        }
        texts[count] = text;
        known[place] = text;
        numbers[place] = count;
        return count++;
    }

    /** The number of the shape of a fact. */
    int shape(String type, EventFields fields, Class<? extends IncidentEvent> kind) {
        List<Integer> known = byType.computeIfAbsent(type, _ -> new ArrayList<>());
        for (int number : known) {
            if (shapes[number].fits(fields)) {
                return number;
            }
        }
        if (shapeCount == shapes.length) {
            shapes = Arrays.copyOf(shapes, 2 * shapeCount);
        }
        shapes[shapeCount] = made(type, fields, kind);
        known.add(shapeCount);
        return shapeCount++;
    }

    private static Shape made(
            String type, EventFields fields, Class<? extends IncidentEvent> kind) {
        String[] all = new String[fields.count()];
        int[] kept = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = fields.name(i);
            if (!FactPacker.APART.contains(all[i])) {
                kept[count++] = i;
            }
        }
        kept = Arrays.copyOf(kept, count);
        String[] names = Arrays.stream(kept).mapToObj(it -> all[it]).toArray(String[]::new);
        return new Shape(type, all, kept, names, kind);
    }
}
