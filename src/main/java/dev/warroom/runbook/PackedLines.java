package dev.warroom.runbook;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines that are kept as the bytes of UTF-8, one behind the other, and made again when they are
 * looked at: of many short texts, most of which nobody looks at, strings take several times as much
 * memory.
 */
final class PackedLines extends AbstractList<String> {

    private final byte[] letters;

    /** For each line the place behind its last byte. */
    private final int[] ends;

    private PackedLines(byte[] letters, int[] ends) {
        this.letters = letters;
        this.ends = ends;
    }

    /** A list of the same lines that nobody changes. */
    static List<String> of(List<String> lines) {
        if (lines instanceof PackedLines) {
            return lines;
        }
        return lines.isEmpty() ? List.of() : packed(lines);
    }

    private static PackedLines packed(List<String> lines) {
        byte[][] each = new byte[lines.size()][];
        int[] ends = new int[lines.size()];
        int end = 0;
        for (int i = 0; i < each.length; i++) {
            each[i] = lines.get(i).getBytes(StandardCharsets.UTF_8);
            end += each[i].length;
            ends[i] = end;
        }
        byte[] letters = Arrays.copyOf(each[0], end);
        for (int i = 1; i < each.length; i++) {
            System.arraycopy(each[i], 0, letters, ends[i - 1], each[i].length);
        }
        return new PackedLines(letters, ends);
    }

    @Override
    public String get(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(letters, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return ends.length;
    }
}
