package dev.warroom.bench;

import com.sun.management.OperatingSystemMXBean;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.search.RunbookSearch;
import dev.warroom.workspace.RunbookFile;
import dev.warroom.workspace.RunbookFiles;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What it costs to read 1,000 files of 50 KB each and to index their runbooks, and to open all of
 * them afterwards, in turns with commonmark-java parsing the same texts. Processor time of the
 * whole program, its compiler and collector included; what was read is kept to the end of a round.
 */
final class ReadingBench {

    private static final int FILES = 1_000;
    private static final int LENGTH = 50_000;
    private static final int TIMES = 3;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ReadingBench() {}

    static void main() throws Exception {
        Figures.sayJava();
        Path folder = Files.createTempDirectory("warroom-reading");
        try {
            write(folder);
            double[] read = new double[TIMES];
            double[] parsed = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                System.gc();
                double began = millis();
                Library library = read(folder);
                read[i] = millis() - began;
                began = millis();
                long asked = look(library);
                double looked = millis() - began;
                library = null;
                System.gc();
                began = millis();
                long letters = parse(folder);
                parsed[i] = millis() - began;
                Figures.say(
                        "round %d: read and indexed %6.0f ms, all opened %5.0f ms (%d"
                                + " asked for), commonmark-java %5.0f ms (%d letters)",
                        i, read[i], looked, asked, parsed[i], letters);
            }
            double first = read[0] / parsed[0];
            Arrays.sort(read);
            Arrays.sort(parsed);
            Figures.say(
                    "read and indexed: median %.0f ms, min %.0f; commonmark-java: median %.0f, min"
                            + " %.0f; ratio of the first round %.1f, of the minima %.1f",
                    read[TIMES / 2],
                    read[0],
                    parsed[TIMES / 2],
                    parsed[0],
                    first,
                    read[0] / parsed[0]);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static double millis() {
        return MACHINE.getProcessCpuTime() / 1e6;
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

    private static List<RunbookFile> files(Path folder) {
        List<RunbookFile> files = new ArrayList<>();
        RunbookFiles.eachIn(folder, files::add);
        return files;
    }

    private static Library read(Path folder) {
        List<Library> libraries = new ArrayList<>();
        for (RunbookFile file : files(folder)) {
            libraries.add(RunbookReader.outline(file.name(), file.text()));
        }
        Library library = Library.join(libraries);
        if (!RunbookSearch.of(library).find("zzz").isEmpty()) {
            throw new IllegalStateException("\"zzz\" must stand in no runbook");
        }
        return library;
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

    private static long parse(Path folder) {
        Parser parser = Parser.builder().build();
        long[] length = {0};
        for (RunbookFile file : files(folder)) {
            Node document = parser.parse(file.text());
            document.accept(
                    new AbstractVisitor() {
                        @Override
                        public void visit(Text text) {
                            length[0] += text.getLiteral().length();
                        }
                    });
        }
        return length[0];
    }
}
