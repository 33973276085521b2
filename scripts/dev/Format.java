import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of every Java file below the given folders, with
 * google-java-format. Exit code 0 when all is well, 1 when a checked file is not formatted.
 *
 * <p>Files that were found well before, and have the same size and time since, are not looked at
 * again: a build after a small change would otherwise spend most of its time here. What is known is
 * kept beside the formatter, so a clean build looks at everything.
 *
 * <pre>java -Dformatter=JAR Format.java --dry-run|--replace FOLDER...</pre>
 */
final class Format {

    private static final List<String> EXPORTS =
            List.of("api", "code", "file", "main", "parser", "tree", "util");

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean rewrite = args[0].equals("--replace");
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            try (Stream<Path> found = Files.walk(Path.of(args[i]))) {
                found.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        Path formatter = Path.of(System.getProperty("formatter"));
        Path known = formatter.resolveSibling("formatted.txt");
        Set<String> before =
                Files.exists(known) && isNewer(known, formatter)
                        ? Set.copyOf(Files.readAllLines(known))
                        : Set.of();
        List<String> changed = new ArrayList<>();
        for (Path file : files) {
            if (!before.contains(state(file))) {
                changed.add(file.toString());
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        int exit = format(rewrite, changed);
        if (exit == 0 && rewrite) {
            // What a first pass makes of long strings, a second one still moves.
            exit = format(true, changed);
        }
        if (exit != 0) {
            if (!rewrite) {
                System.err.println(
                        "The files named above are not formatted. Run: scripts/dev/format");
            }
            System.exit(exit);
        }
        Set<String> now = new TreeSet<>();
        for (Path file : files) {
            now.add(state(file));
        }
        Files.write(known, now);
    }

    private static int format(boolean rewrite, List<String> files)
            throws IOException, InterruptedException {
        return new ProcessBuilder(command(rewrite, files)).inheritIO().start().waitFor();
    }

    private static List<String> command(boolean rewrite, List<String> files) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Compiling the formatter well takes longer than running it, even for all files.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        // With less room for young objects a fifth of the time goes into collecting them.
        command.add("-Xmn400m");
        for (String name : EXPORTS) {
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", System.getProperty("formatter"), "--aosp"));
        command.addAll(
                rewrite ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        command.addAll(files);
        return command;
    }

    private static boolean isNewer(Path file, Path than) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) >= 0;
    }

    private static String state(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file) + " " + file;
    }
}
