package dev.warroom.bench;

import com.sun.management.OperatingSystemMXBean;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Outlines;
import dev.warroom.search.RunbookSearch;
import dev.warroom.workspace.RunbookFiles;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and indexes the Markdown files of a folder as the room does, or has commonmark-java parse
 * the same, in a program that has done nothing else.
 */
final class FreshReading {

    private static final String READ = "read";
    private static final String PARSE = "parse";
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private FreshReading() {}

    /** Says how long it took, in ms of the processor; the start of Java is not in it. */
    static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        double began = millis();
        if (arguments[0].equals(READ)) {
            read(folder);
        } else {
            parse(folder);
        }
        Figures.say("%.0f", millis() - began);
    }

    /** Processor time of the whole program, its compiler and collector included. */
    static double millis() {
        return MACHINE.getProcessCpuTime() / 1e6;
    }

    /** What the room knows before a runbook is opened; no text is kept. */
    static Library read(Path folder) {
        Outlines outlines = new Outlines();
        List<Library> libraries = new ArrayList<>();
        RunbookFiles.eachIn(
                folder,
                file -> {
                    Path path = Path.of(file.name());
                    libraries.add(
                            outlines.read(
                                    file.name(),
                                    file.text(),
                                    () -> RunbookFiles.readFile(path).text()));
                });
        Library library = Library.join(libraries);
        if (!RunbookSearch.of(library).find("zzz").isEmpty()) {
            throw new IllegalStateException("\"zzz\" must stand in no runbook");
        }
        return library;
    }

    /** Letters of all texts in the files. */
    static long parse(Path folder) {
        Parser parser = Parser.builder().build();
        long[] length = {0};
        RunbookFiles.eachIn(
                folder,
                file ->
                        parser.parse(file.text())
                                .accept(
                                        new AbstractVisitor() {
                                            @Override
                                            public void visit(Text text) {
                                                length[0] += text.getLiteral().length();
                                            }
                                        }));
        return length[0];
    }

    /** What reading takes in a program of its own. */
    static double readMillis(Path folder) throws Exception {
        return start(READ, folder);
    }

    /** What commonmark-java takes in a program of its own. */
    static double parseMillis(Path folder) throws Exception {
        return start(PARSE, folder);
    }

    /** With the heap and the compiler that the launcher gives to the room. */
    private static double start(String what, Path folder) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "-Xms32m",
                                "-Xmn20m",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FreshReading.class.getName(),
                                what,
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (program.waitFor() != 0) {
            throw new IOException(what + " ended with " + program.exitValue());
        }
        return Double.parseDouble(said.strip());
    }
}
