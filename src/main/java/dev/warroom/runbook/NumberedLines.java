package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/** Lines that know which line of the file they stand for. */
final class NumberedLines {

    private final List<String> lines = new ArrayList<>();
    private int[] numbers = new int[64];

    void add(String line, int number) {
        if (lines.size() == numbers.length) {
            numbers = java.util.Arrays.copyOf(numbers, numbers.length * 2);
        }
        numbers[lines.size()] = number;
        lines.add(line);
    }

    List<String> lines() {
        return lines;
    }

    /**
     * The line of the file, counted from 1.
     *
     * @param index counted from 0
     */
    int number(int index) {
        return lines.isEmpty() ? 1 : numbers[Math.min(index, lines.size() - 1)];
    }
}
