package dev.warroom.health;

import dev.warroom.room.Metric;
import dev.warroom.text.ShellWords;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How old the newest file is that a glob matches, such as the last backup. A file with nothing in
 * it is no backup: it is left out.
 *
 * @param workspace what the glob is relative to, on this machine
 */
record FileAgeCheck(Path workspace, String glob, InstantSource clock) implements MachineCheck {

    private static final int MOST_FILES = 10_000;

    @Override
    public String script() {
        return "date +%s; for f in "
                + ShellWords.glob(glob)
                + "; do [ -f \"$f\" ] && [ -s \"$f\" ] && { stat -c '%Y %s %n' -- \"$f\""
                + " 2>/dev/null"
                // A BSD's.
                + " || stat -f '%m %z %N' -- \"$f\"; }; done; true";
    }

    @Override
    public String here() throws IOException {
        StringBuilder answer = new StringBuilder();
        answer.append(clock.instant().getEpochSecond()).append('\n');
        for (Path file : matches()) {
            long size = Files.size(file);
            if (Files.isRegularFile(file) && size > 0) {
                long modified = Files.getLastModifiedTime(file).toMillis() / 1000;
                answer.append(modified).append(' ').append(size).append(' ').append(file);
                answer.append('\n');
            }
        }
        return answer.toString();
    }

    private List<Path> matches() throws IOException {
        List<Path> found = List.of(glob.startsWith("/") ? Path.of("/") : workspace);
        for (String part : glob.split("/+")) {
            if (!part.isEmpty()) {
                found = within(found, part);
            }
        }
        return found;
    }

    private static List<Path> within(List<Path> folders, String part) throws IOException {
        List<Path> found = new ArrayList<>();
        boolean wild = part.chars().anyMatch(it -> "*?[{".indexOf(it) >= 0);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + part);
        for (Path folder : folders) {
            if (!wild) {
                if (Files.exists(folder.resolve(part))) {
                    found.add(folder.resolve(part));
                }
            } else if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.filter(it -> matcher.matches(it.getFileName()))
                            .limit(MOST_FILES)
                            .forEach(found::add);
                }
            }
            if (found.size() > MOST_FILES) {
                throw new IOException(part + " matches more than " + MOST_FILES + " files");
            }
        }
        return found;
    }

    @Override
    public Figure read(String answer) throws IOException {
        long now = -1;
        String newest = "";
        long modified = Long.MIN_VALUE;
        for (String line : answer.lines().toList()) {
            String[] parts = line.split(" ", 3);
            if (now < 0 && parts[0].matches("\\d{1,12}")) {
                now = Long.parseLong(parts[0]);
            } else if (parts.length == 3
                    && parts[0].matches("\\d{1,12}")
                    && Long.parseLong(parts[0]) > modified) {
                modified = Long.parseLong(parts[0]);
                newest = parts[2].substring(parts[2].lastIndexOf('/') + 1);
            }
        }
        if (newest.isEmpty()) {
            throw new IOException("no file matches " + glob + " (empty ones do not count)");
        }
        long age = Math.max(0, now - modified);
        return new Figure(Metric.of("age", age, "s"), newest + ", " + words(age) + " old");
    }

    private static String words(long seconds) {
        Duration age = Duration.ofSeconds(seconds);
        if (age.toDays() >= 2) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : seconds + " s";
    }
}
