package dev.warroom.bench;

import com.sun.management.OperatingSystemMXBean;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;
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
 * What it costs to read 1,000 runbooks of 50 KB each and to index them, beside commonmark-java
 * parsing the same texts. Processor time of the whole program, its compiler and collector included.
 */
final class ReadingBench {

    private static final int FILES = 1_000;
    private static final int LENGTH = 50_000;
    private static final int TIMES = 5;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ReadingBench() {}

    /**
     * @param args {@code reader} or {@code commonmark}
     */
    static void main(String[] args) throws Exception {
        Figures.sayJava();
        Path folder = Files.createTempDirectory("warroom-reading");
        try {
            write(folder);
            double[] millis = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long began = MACHINE.getProcessCpuTime();
                long said = args[0].equals("reader") ? read(folder) : parse(folder);
                millis[i] = (MACHINE.getProcessCpuTime() - began) / 1e6;
                Figures.say(
                        "%-10s round %d: %6.0f ms of processor, %d", args[0], i, millis[i], said);
            }
            double first = millis[0];
            Arrays.sort(millis);
            Figures.say(
                    "%-10s first %.0f ms, then median %.0f, min %.0f",
                    args[0], first, millis[TIMES / 2], millis[0]);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
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

    private static long read(Path folder) {
        List<Library> libraries = new ArrayList<>();
        for (RunbookFile file : RunbookFiles.readFolder(folder)) {
            libraries.add(RunbookReader.read(file.name(), file.text()));
        }
        Library library = Library.join(libraries);
        RunbookSearch search = RunbookSearch.of(library);
        return library.runbooks().size() + search.find("zzz").size();
    }

    private static long parse(Path folder) {
        Parser parser = Parser.builder().build();
        long[] length = {0};
        for (RunbookFile file : RunbookFiles.readFolder(folder)) {
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
