package dev.warroom.journal;

import dev.warroom.incident.IncidentEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which fields the facts of a journal have, each by a number. One thread adds to it; others may ask
 * for whatever they were given the number of.
 */
final class Shapes {

    /** What is kept in another way, or chains a line and is not kept at all. */
    private static final Set<String> APART =
            Set.of("v", "n", "at", "who", "host", "prev", "key", "sig", "hash");

    /** Shapes of one type that are looked through; what journals have are a few. */
    private static final int MOST_ALIKE = 64;

    private final Map<String, List<Shape>> byType = new HashMap<>();
    private volatile Shape[] shapes = new Shape[64];
    private int count;

    /**
     * Which fields a fact has.
     *
     * @param all the names of all its fields
     * @param kept which of them are kept as texts: whose fact it is, on which machine it was
     *     recorded, then the others
     * @param names of those others
     */
    record Shape(
            int number,
            String[] all,
            int[] kept,
            String[] names,
            Class<? extends IncidentEvent> kind) {

        private boolean fits(EventFields fields) {
            boolean fits = fields.count() == all.length;
            for (int i = 0; fits && i < all.length; i++) {
                fits = all[i].equals(fields.name(i));
            }
            return fits;
        }
    }

    /** The shape that has a number. */
    Shape shape(int number) {
        return shapes[number];
    }

    /** The shape of a fact. */
    Shape of(EventFields fields, Class<? extends IncidentEvent> kind) {
        List<Shape> known = byType.computeIfAbsent(fields.stated("type"), _ -> new ArrayList<>());
        for (Shape shape : known) {
            if (shape.fits(fields)) {
                return shape;
            }
        }
        if (count == shapes.length) {
            shapes = Arrays.copyOf(shapes, 2 * count);
        }
        Shape made = made(fields, kind);
        shapes[count++] = made;
        if (known.size() < MOST_ALIKE) {
            known.add(made);
        }
        return made;
    }

    private Shape made(EventFields fields, Class<? extends IncidentEvent> kind) {
        String[] all = new String[fields.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = fields.name(i);
        }
        String[] names =
                Arrays.stream(all).filter(it -> !APART.contains(it)).toArray(String[]::new);
        int[] kept =
                Stream.concat(Stream.of("who", "host"), Stream.of(names))
                        .mapToInt(List.of(all)::indexOf)
                        .toArray();
        return new Shape(count, all, kept, names, kind);
    }
}
