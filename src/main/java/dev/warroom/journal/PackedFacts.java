package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Stretch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Facts of a journal as few bytes, which {@link FactPacker} makes: their fields without what chains
 * them, texts that come again and again by their number. A fact is read out of them as out of its
 * line.
 */
final class PackedFacts implements Stretch {

    private final byte[] bytes;
    private final int[] starts;
    private final int size;
    private final long first;
    private final boolean many;
    private final Shapes shapes;
    private final Words words;

    /**
     * @param starts where each begins in {@code bytes}
     * @param first the number of the first
     */
    PackedFacts(
            byte[] bytes,
            int[] starts,
            int size,
            long first,
            boolean many,
            Shapes shapes,
            Words words) {
        this.bytes = bytes;
        this.starts = starts;
        this.size = size;
        this.first = first;
        this.many = many;
        this.shapes = shapes;
        this.words = words;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean many() {
        return many;
    }

    @Override
    public Class<? extends IncidentEvent> kind(int index) {
        return shapes.shape(new Place(starts[index]).number()).kind();
    }

    @Override
    public String who(int index) {
        Place place = new Place(starts[index]);
        place.number();
        place.signed();
        place.number();
        return place.text();
    }

    @Override
    public Fact get(int index) {
        Place place = new Place(starts[index]);
        Shapes.Shape shape = shapes.shape(place.number());
        long second = place.signed();
        Instant at = Instant.ofEpochSecond(second, place.number());
        String who = place.text();
        String host = place.text();
        String[] values = new String[shape.names().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = place.text();
        }
        EventFields fields = new EventFields(shape.names(), values);
        try {
            return new Fact(
                    first + index,
                    at,
                    who,
                    host,
                    StoredFact.event(fields),
                    StoredFact.origin(fields));
        } catch (LineDamage e) {
            throw new IllegalStateException("it was read from its line in the same way", e);
        }
    }

    /** Goes through the bytes of one fact. */
    private final class Place {
        private int at;

        Place(int at) {
            this.at = at;
        }

        int number() {
            return (int) whole();
        }

        long signed() {
            long whole = whole();
            return whole >>> 1 ^ -(whole & 1);
        }

        private long whole() {
            long whole = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                whole |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return whole;
                }
            }
        }

        String text() {
            int number = number();
            int length = number >>> 2;
            return switch (number & 3) {
                case FactPacker.WORD -> words.text(length);
                case FactPacker.NARROW -> narrow(length);
                default -> wide(length);
            };
        }

        private String narrow(int length) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
        }

        private String wide(int length) {
            char[] chars = new char[length];
            for (int i = 0; i < length; i++) {
                chars[i] = (char) (bytes[at++] << 8 | bytes[at++] & 0xFF);
            }
            return new String(chars);
        }
    }
}
