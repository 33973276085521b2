package dev.warroom.search;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Signpost;
import dev.warroom.search.Found.Place;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which words stand in the texts of a library that are searched: of a runbook its title, its file's
 * name, the headings above it and its signposts, in this order. The texts themselves stay with the
 * runbooks. Kept is one row of bytes, about two for each word: for each text how many words it has,
 * and their numbers.
 */
final class Texts {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final String FOLDER = "runbooks/";
    private static final String ENDING = ".md";

    /** Texts of a runbook before its signposts. */
    private static final int BEFORE_SIGNPOSTS = 3;

    /** Looks at the texts of a runbook, one after the other. */
    @FunctionalInterface
    interface Look {

        /**
         * @param text its place among the texts of the runbook, counted from 0
         * @param words the numbers of its words; changes with the next text
         * @param count how many there are
         */
        void at(int text, int[] words, int count);
    }

    private final List<Runbook> runbooks;
    private final WordTable table;
    private final int[] begins;
    private byte[] row = new byte[1 << 12];
    private int end;

    private Texts(List<Runbook> runbooks, int mostWords) {
        this.runbooks = runbooks;
        this.table = new WordTable(mostWords);
        this.begins = new int[runbooks.size() + 1];
    }

    /**
     * @param mostWords different ones that are told apart
     */
    static Texts of(Library library, int mostWords) {
        Texts texts = new Texts(library.runbooks(), mostWords);
        int[] words = new int[Words.MOST];
        for (int i = 0; i < texts.runbooks.size(); i++) {
            Runbook runbook = texts.runbooks.get(i);
            texts.add(runbook.title(), words);
            texts.add(name(runbook), words);
            texts.add(runbook.under(), words);
            for (Signpost it : runbook.signposts()) {
                texts.add(it.text(), words);
            }
            texts.begins[i + 1] = texts.end;
        }
        texts.row = Arrays.copyOf(texts.row, texts.end);
        return texts;
    }

    /** All different words; the first has the number 1. */
    List<String> words() {
        return table.words();
    }

    /** Whether there are words that are not told apart any more. */
    boolean isFull() {
        return table.isFull();
    }

    int runbooks() {
        return runbooks.size();
    }

    /**
     * @param runbook its place in the library, counted from 0
     */
    void look(int runbook, Look look) {
        int[] words = new int[Words.MOST];
        int at = begins[runbook];
        for (int text = 0; at < begins[runbook + 1]; text++) {
            int count = row[at++];
            for (int i = 0; i < count; i++) {
                int number = 0;
                int part;
                do {
                    part = row[at++];
                    number = number << 7 | part & 0x7F;
                } while (part < 0);
                words[i] = number;
            }
            look.at(text, words, count);
        }
    }

    Place place(int runbook, int text) {
        return switch (text) {
            case 0 -> Place.TITLE;
            case 1 -> Place.FILE;
            case 2 -> Place.UNDER;
            default ->
                    switch (signpost(runbook, text).kind()) {
                        case SYMPTOM -> Place.SYMPTOM;
                        case SECTION -> Place.SECTION;
                        case OPTION -> Place.OPTION;
                        case STEP -> Place.STEP;
                    };
        };
    }

    /** As it was written, in one line. */
    String text(int runbook, int text) {
        Runbook it = runbooks.get(runbook);
        return inOneLine(
                switch (text) {
                    case 0 -> it.title();
                    case 1 -> name(it);
                    case 2 -> it.under();
                    default -> signpost(runbook, text).text();
                });
    }

    private Signpost signpost(int runbook, int text) {
        return runbooks.get(runbook).signposts().get(text - BEFORE_SIGNPOSTS);
    }

    private static String name(Runbook runbook) {
        String file = runbook.file();
        int from = file.regionMatches(true, 0, FOLDER, 0, FOLDER.length()) ? FOLDER.length() : 0;
        int to = file.length() - ENDING.length();
        boolean ends = to >= from && file.regionMatches(true, to, ENDING, 0, ENDING.length());
        return file.substring(from, ends ? to : file.length());
    }

    private void add(String text, int[] words) {
        int count = table.number(text, words);
        if (row.length - end < 1 + count * Integer.BYTES) {
            row = Arrays.copyOf(row, row.length + row.length / 2);
        }
        row[end++] = (byte) count;
        for (int i = 0; i < count; i++) {
            put(words[i]);
        }
    }

    /** Seven bits a byte, the highest first; all but the last have their sign set. */
    private void put(int number) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (number >>> shift != 0) {
                row[end++] = (byte) (number >>> shift | 0x80);
            }
        }
        row[end++] = (byte) (number & 0x7F);
    }

    private static String inOneLine(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }
}
