package dev.warroom.health;

import dev.warroom.room.Metric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many processes have a command line that a regular expression matches. */
record ProcessCheck(String pattern) implements MachineCheck {

    private static final int LONGEST = 4096;

    @Override
    public String script() {
        // Without the shell that runs this, and without ps.
        return "ps -eo pid=,ppid=,args= | awk -v self=$$ '$1 != self && $2 != self { $1 = \"\"; $2"
                + " = \"\"; sub(/^ +/, \"\"); print }'";
    }

    @Override
    public String here() throws IOException {
        long self = ProcessHandle.current().pid();
        StringBuilder all = new StringBuilder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path entry : entries) {
                if (!entry.endsWith(Long.toString(self))) {
                    all.append(commandLine(entry)).append('\n');
                }
            }
        }
        return all.toString();
    }

    /** Empty for a process that has ended meanwhile, and for those of the kernel. */
    private static String commandLine(Path process) {
        try (var in = Files.newInputStream(process.resolve("cmdline"))) {
            String line = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return line.replace('\n', ' ').replace('\0', ' ').strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public Figure read(String answer) {
        long count =
                answer.lines()
                        .filter(it -> !it.isBlank() && BoundedSearch.finds(pattern, it))
                        .count();
        return new Figure(
                Metric.of("processes", count, ""),
                count == 1 ? "1 process" : (count == 0 ? "no" : count) + " processes");
    }
}
