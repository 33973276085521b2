package dev.warroom.bench;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What it costs to read 1,000 files of 50 KB each and to index their runbooks, in turns with
 * commonmark-java parsing the same texts: each in fresh programs of its own, and then both again
 * and again in this one, with all runbooks opened in between. Processor time of the whole program,
 * its compiler and collector included; what was read is kept to the end of a round.
 */
final class ReadingBench {

    private static final int FILES = 1_000;
    private static final int LENGTH = 50_000;
    private static final int TIMES = 3;

    private ReadingBench() {}

    static void main() throws Exception {
        Figures.sayJava();
        Path folder = Files.createTempDirectory("warroom-reading");
        try {
            write(folder);
            fresh(folder);
            again(folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void fresh(Path folder) throws Exception {
        double[] read = new double[TIMES];
        double[] parsed = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            read[i] = FreshReading.readMillis(folder);
            parsed[i] = FreshReading.parseMillis(folder);
        }
        say("in fresh programs", read, parsed);
    }

    private static void again(Path folder) {
        double[] read = new double[TIMES];
        double[] parsed = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            System.gc();
            double began = FreshReading.millis();
            Library library = FreshReading.read(folder);
            read[i] = FreshReading.millis() - began;
            began = FreshReading.millis();
            long asked = look(library);
            double looked = FreshReading.millis() - began;
            library = null;
            System.gc();
            began = FreshReading.millis();
            long letters = FreshReading.parse(folder);
            parsed[i] = FreshReading.millis() - began;
            Figures.say(
                    "round %d: read and indexed %6.0f ms, all opened %5.0f ms (%d asked for),"
                            + " commonmark-java %5.0f ms (%d letters)",
                    i, read[i], looked, asked, parsed[i], letters);
        }
        say("in one program", read, parsed);
    }

    private static void say(String where, double[] read, double[] parsed) {
        Arrays.sort(read);
        Arrays.sort(parsed);
        Figures.say(
                "%s: read and indexed: median %.0f ms, min %.0f; commonmark-java: median %.0f, min"
                        + " %.0f; ratio of the medians %.2f, of the minima %.2f",
                where,
                read[TIMES / 2],
                read[0],
                parsed[TIMES / 2],
                parsed[0],
                read[TIMES / 2] / parsed[TIMES / 2],
                read[0] / parsed[0]);
    }

    /**
     * Sections of real runbooks and of all fixtures, in an order that differs from file to file.
     */
    private static void write(Path folder) throws Exception {
        List<String> sections = new ArrayList<>();
        for (String from : List.of("runbooks", "src/test/resources/reference")) {
            try (Stream<Path> files = Files.list(Path.of(from))) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                    sections.addAll(List.of(Files.readString(file).split("(?m)^(?=## )")));
                }
            }
        }
        Random random = new Random(20261128);
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder("# Runbooks " + i + "\n\n");
            while (text.length() < LENGTH) {
                text.append(sections.get(random.nextInt(sections.size()))).append("\n\n");
            }
            Files.writeString(folder.resolve(i + ".md"), text.substring(0, LENGTH));
        }
    }

    /** What is read only when somebody opens a runbook, and found when he looks at its steps. */
    private static long look(Library library) {
        long found = 0;
        for (Runbook runbook : library.runbooks()) {
            for (Section section : runbook.sections()) {
                found += section.outcomes().size();
                for (Step step : section.steps()) {
                    found += step.placeholders().size();
                }
            }
        }
        return found;
    }
}
