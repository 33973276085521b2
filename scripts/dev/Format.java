import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of every Java file below the given folders, with
 * google-java-format. Exit code 0 when all is well, 1 when a checked file is not formatted.
 *
 * <pre>java -Dformatter=JAR Format.java --dry-run|--replace FOLDER...</pre>
 */
final class Format {

    private static final List<String> EXPORTS =
            List.of("api", "code", "file", "main", "parser", "tree", "util");

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean rewrite = args[0].equals("--replace");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseParallelGC");
        for (String name : EXPORTS) {
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", System.getProperty("formatter"), "--aosp"));
        command.addAll(
                rewrite ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        int options = command.size();
        for (int i = 1; i < args.length; i++) {
            try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
                files.map(Path::toString)
                        .filter(name -> name.endsWith(".java"))
                        .sorted()
                        .forEach(command::add);
            }
        }
        if (command.size() == options) {
            return;
        }
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0 && !rewrite) {
            System.err.println("The files named above are not formatted. Run: scripts/dev/format");
        }
        System.exit(exit);
    }
}
