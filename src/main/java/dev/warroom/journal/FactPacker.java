package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Retelling;

import java.util.Arrays;

/**
 * Packs facts that were just read: which fields it has, who and on which machine, when, and the
 * texts of its other fields. Not for several threads at once.
 */
final class FactPacker {

    /**
     * Kinds of texts, in the two lowest bits before one: its number among those that come again.
     */
    static final int WORD = 0;

    /** A byte for each character. */
    static final int NARROW = 1;

    /** Two bytes for each character. */
    static final int WIDE = 2;

    private final Words words;
    private final Shapes shapes = new Shapes();
    private byte[] bytes = new byte[1 << 14];
    private int length;
    private int[] starts = new int[256];
    private int size;
    private long first;
    private boolean many;

    /**
     * @param words where the lines' reader looks texts up
     */
    FactPacker(Words words) {
        this.words = words;
    }

    /** One more, with the fields of its line. */
    void add(Fact fact, EventFields fields) {
        if (size == 0) {
            first = fact.number();
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size++] = length;
        many |= Retelling.many(fact);
        Shapes.Shape shape = shapes.of(fields, fact.event().getClass());
        whole(shape.number());
        long second = fact.at().getEpochSecond();
        whole(second << 1 ^ second >> 63);
        whole(fact.at().getNano());
        for (int field : shape.kept()) {
            field(fields, field);
        }
    }

    private void field(EventFields fields, int field) {
        Word word = fields.word(field);
        byte[] plain = fields.plain(field);
        if (word != null) {
            whole((long) word.number() << 2 | WORD);
        } else if (plain != null) {
            narrow(plain, fields.from(field), fields.to(field));
        } else {
            text(fields.value(field));
        }
    }

    private void narrow(byte[] line, int from, int to) {
        whole((long) (to - from) << 2 | NARROW);
        room(to - from);
        System.arraycopy(line, from, bytes, length, to - from);
        length += to - from;
    }

    /** Those that were added since this was last asked for. */
    PackedFacts take() {
        PackedFacts packed =
                new PackedFacts(
                        Arrays.copyOf(bytes, length),
                        Arrays.copyOf(starts, size),
                        size,
                        first,
                        many,
                        shapes,
                        words);
        length = 0;
        size = 0;
        many = false;
        return packed;
    }

    private void text(String text) {
        if (narrow(text)) {
            narrowed(text);
        } else {
            whole((long) text.length() << 2 | WIDE);
            room(2 * text.length());
            for (int i = 0; i < text.length(); i++) {
                bytes[length++] = (byte) (text.charAt(i) >> 8);
                bytes[length++] = (byte) text.charAt(i);
            }
        }
    }

    private static boolean narrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("deprecation") // The one way to take bytes out of a text without a copy.
    private void narrowed(String text) {
        whole((long) text.length() << 2 | NARROW);
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void whole(long number) {
        room(10);
        long left = number;
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
