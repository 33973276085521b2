package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Lines that know which line of the file they stand for; a line that was put in by mending stands
 * for the one behind it.
 */
final class NumberedLines {

    private final List<String> lines;
    private final List<String> shown;
    private int[] numbers;

    NumberedLines() {
        this(64);
    }

    /**
     * @param capacity lines that there is room for before it has to grow
     */
    NumberedLines(int capacity) {
        this(new ArrayList<>(capacity), new int[capacity]);
    }

    private NumberedLines(List<String> lines, int[] numbers) {
        this.lines = lines;
        this.shown = Collections.unmodifiableList(lines);
        this.numbers = numbers;
    }

    void add(String line, int number) {
        if (lines.size() == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(8, numbers.length * 2));
        }
        numbers[lines.size()] = number;
        lines.add(line);
    }

    List<String> lines() {
        return shown;
    }

    int size() {
        return lines.size();
    }

    /**
     * The line of the file, counted from 1.
     *
     * @param index counted from 0; beyond the last line it is the last
     */
    int number(int index) {
        return lines.isEmpty() ? 1 : numbers[Math.min(index, lines.size() - 1)];
    }

    /** What {@code texts}, one a line from {@code index} on, are without their marks. */
    NumberedLines read(int index, List<String> texts) {
        NumberedLines read = new NumberedLines(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            read.add(texts.get(i), number(index + i));
        }
        return read;
    }

    /**
     * @param from the first, counted from 0
     * @param to after the last
     */
    NumberedLines part(int from, int to) {
        return new NumberedLines(
                new ArrayList<>(lines.subList(from, to)), Arrays.copyOfRange(numbers, from, to));
    }
}
