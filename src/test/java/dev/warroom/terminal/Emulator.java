package dev.warroom.terminal;

import dev.warroom.view.CellWidth;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a terminal as the display needs: text, moving the cursor, colours, clearing. Anything
 * else that is sent to it is a mistake.
 */
final class Emulator {

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([?]?[0-9;]*)([A-Za-z])");

    private final int columns;
    private final int rows;
    private final String[][] glyphs;
    private final String[][] looks;
    private int row;
    private int column;
    private boolean cursor = true;
    private String look = "";

    Emulator(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        glyphs = new String[rows][columns];
        looks = new String[rows][columns];
        clear();
    }

    /** Takes what a program writes. */
    void write(byte[] bytes) {
        String text = decoded(bytes);
        Matcher sequence = SEQUENCE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == 0x1B) {
                sequence.region(at, text.length());
                if (!sequence.lookingAt()) {
                    throw new AssertionError("not a sequence: " + shown(text.substring(at)));
                }
                obey(sequence.group(1), sequence.group(2).charAt(0));
                at = sequence.end();
            } else {
                int codePoint = text.codePointAt(at);
                put(codePoint);
                at += Character.charCount(codePoint);
            }
        }
    }

    /** The rows of the screen; a covered cell is "". */
    List<List<String>> screen() {
        List<List<String>> all = new ArrayList<>();
        for (String[] line : glyphs) {
            all.add(List.of(line));
        }
        return all;
    }

    /** The attributes of a cell as they were last set: sorted SGR numbers. */
    String look(int atColumn, int atRow) {
        return looks[atRow][atColumn];
    }

    /** Where the cursor is: column, row; null where it is hidden. */
    int[] cursor() {
        return cursor ? new int[] {column, row} : null;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("not UTF-8: " + Arrays.toString(bytes), e);
        }
    }

    private void obey(String numbers, char command) {
        switch (command) {
            case 'H' -> {
                String[] place = (numbers.isEmpty() ? "1;1" : numbers).split(";");
                row = Integer.parseInt(place[0]) - 1;
                column = Integer.parseInt(place[1]) - 1;
                if (row < 0 || row >= rows || column < 0 || column >= columns) {
                    throw new AssertionError("the cursor is sent to " + column + "," + row);
                }
            }
            case 'J' -> {
                if (!numbers.equals("2")) {
                    throw new AssertionError("unexpected clearing " + numbers);
                }
                clear();
            }
            case 'm' -> colour(numbers);
            case 'h', 'l' -> {
                if (!List.of("?1049", "?25", "?2004").contains(numbers)) {
                    throw new AssertionError("unexpected mode " + numbers + command);
                }
                cursor = numbers.equals("?25") ? command == 'h' : cursor;
            }
            default -> throw new AssertionError("unexpected sequence " + numbers + command);
        }
    }

    private void colour(String numbers) {
        for (String number : (numbers.isEmpty() ? "0" : numbers).split(";")) {
            int code = Integer.parseInt(number);
            List<String> set =
                    new ArrayList<>(List.of(look.isEmpty() ? new String[0] : look.split(" ")));
            switch (code) {
                case 0 -> set.clear();
                case 1, 7 -> add(set, number);
                case 22, 27 -> set.remove(code == 22 ? "1" : "7");
                case 39 -> set.removeIf(it -> it.length() == 2);
                case 49 -> {}
                default -> {
                    boolean ink = code >= 30 && code <= 37 || code >= 90 && code <= 97;
                    if (!ink) {
                        throw new AssertionError("unexpected attribute " + numbers);
                    }
                    set.removeIf(it -> it.length() == 2);
                    add(set, number);
                }
            }
            set.sort(null);
            look = String.join(" ", set);
        }
    }

    private static void add(List<String> set, String number) {
        if (!set.contains(number)) {
            set.add(number);
        }
    }

    private void put(int codePoint) {
        if (codePoint < ' ' || codePoint >= 0x7F && codePoint < 0xA0) {
            throw new AssertionError("control character " + Integer.toHexString(codePoint));
        }
        int width = CellWidth.of(codePoint);
        if (width == 0) {
            int base = column - 1;
            base = glyphs[row][base].isEmpty() ? base - 1 : base;
            glyphs[row][base] += Character.toString(codePoint);
            return;
        }
        if (column + width > columns) {
            throw new AssertionError("text runs over the edge of row " + row);
        }
        halve(column);
        halve(column + width);
        glyphs[row][column] = Character.toString(codePoint);
        looks[row][column] = look;
        if (width == 2) {
            glyphs[row][column + 1] = "";
            looks[row][column + 1] = look;
        }
        column += width;
    }

    /** A wide character that loses one of its cells loses the other too. */
    private void halve(int at) {
        if (at < columns && glyphs[row][at].isEmpty()) {
            glyphs[row][at] = " ";
            glyphs[row][at - 1] = " ";
        }
    }

    private void clear() {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(glyphs[i], " ");
            Arrays.fill(looks[i], "");
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(40, text.length())).replace("\u001b", "␛");
    }
}
