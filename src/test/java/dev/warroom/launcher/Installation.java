package dev.warroom.launcher;

import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built program in a folder of its own, started as a person starts it.
 *
 * @param environment what is set where it is started, beside what is set here
 */
record Installation(Path home, Map<String, String> environment) {

    /** How a start ended. */
    record Ended(int code, String out, String err) {}

    static Installation in(Path home) throws IOException {
        Files.createDirectories(home.resolve("target/lib"));
        Installation made = new Installation(home, Map.of());
        made.bring("warroom");
        made.bring("target/warroom.jar");
        for (String folder : List.of("target/lib", "runbooks", "layouts")) {
            Files.createDirectories(home.resolve(folder));
            try (var files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    made.bring(file.toString());
                }
            }
        }
        return made;
    }

    /**
     * The same with a Java that has a start cache ready: to make one takes a Java many times as
     * long as to start, and who only looks what the launcher does with it need not wait for that.
     *
     * @param cache a folder of one that was made for the same jars; an empty one for a Java that
     *     cannot make any
     */
    Installation trained(Path cache) throws IOException {
        Path java = Path.of(System.getProperty("java.home"));
        Path quick = Files.createDirectories(home.resolve("quick/bin")).getParent();
        Files.copy(java.resolve("release"), quick.resolve("release"));
        Path program =
                Files.writeString(
                        quick.resolve("bin/java"),
                        """
                        #!/bin/sh
                        for each; do
                            case $each in
                                -XX:AOTCacheOutput=*) exec cp '%s'/* "$(dirname "${each#*=}")" ;;
                            esac
                        done
                        exec '%s' "$@"
                        """
                                .formatted(cache, java.resolve("bin/java")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Installation(home, Map.of("JAVA_HOME", quick.toString()));
    }

    private void bring(String file) throws IOException {
        Files.copy(Path.of(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /**
     * @param more of the environment
     */
    Ended start(Path from, Map<String, String> more, String... command) throws Exception {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(from.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        Process process = builder.start();
        if (!process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end in time");
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    Ended version() throws Exception {
        return start(home, Map.of(), home.resolve("warroom").toString(), "--version");
    }

    /** The only folder of a start cache; there are never two. */
    Path cache() throws IOException {
        try (var folders = Files.list(home.resolve("target/start"))) {
            List<Path> all = folders.toList();
            if (all.size() != 1) {
                throw new AssertionError("one start cache must be there: " + all);
            }
            return all.getFirst();
        }
    }
}
