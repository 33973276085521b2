package dev.warroom.search;

import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.search.Found.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The texts of a library that are searched, and where each of their words stands. */
final class Texts {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * One text.
     *
     * @param runbook its place in the library, counted from 0
     */
    record Entry(int runbook, Place place, String text, List<String> words) {}

    /** A word's place in an entry; both counted from 0. */
    record Posting(int entry, int position) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();

    static Texts of(Library library) {
        Texts texts = new Texts();
        for (int i = 0; i < library.runbooks().size(); i++) {
            texts.add(i, library.runbooks().get(i));
        }
        return texts;
    }

    private void add(int at, Runbook runbook) {
        add(at, Place.TITLE, runbook.title());
        add(at, Place.FILE, runbook.file().replaceAll("(?i)^runbooks/|\\.md$", ""));
        runbook.mentions().symptoms().forEach(it -> add(at, Place.SYMPTOM, it));
        for (Section section : runbook.sections()) {
            add(at, Place.SECTION, section.title());
            section.mentions().symptoms().forEach(it -> add(at, Place.SYMPTOM, it));
            section.items().forEach(it -> add(at, it));
        }
    }

    private void add(int at, Item item) {
        switch (item) {
            case Step step -> add(at, Place.STEP, step.title());
            case Choice choice ->
                    choice.options()
                            .forEach(
                                    option -> {
                                        add(at, Place.OPTION, option.title());
                                        option.steps().forEach(step -> add(at, step));
                                    });
        }
    }

    private void add(int runbook, Place place, String text) {
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return;
        }
        int entry = entries.size();
        entries.add(new Entry(runbook, place, inOneLine(text), words));
        for (int i = 0; i < words.size(); i++) {
            postings.computeIfAbsent(words.get(i), word -> new ArrayList<>())
                    .add(new Posting(entry, i));
        }
    }

    private static String inOneLine(String text) {
        String words = text.strip();
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            boolean blank = letter == ' ';
            if (letter < ' ' || blank && words.charAt(i + 1) == ' ') {
                return BLANKS.matcher(words).replaceAll(" ");
            }
        }
        return words;
    }

    List<Entry> entries() {
        return entries;
    }

    Map<String, List<Posting>> postings() {
        return postings;
    }
}
