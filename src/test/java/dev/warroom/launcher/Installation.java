package dev.warroom.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built program in a folder of its own, started as a person starts it. */
record Installation(Path home) {

    /** How a start ended. */
    record Ended(int code, String out, String err) {}

    static Installation in(Path home) throws IOException {
        Files.createDirectories(home.resolve("target/lib"));
        Installation made = new Installation(home);
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

    private void bring(String file) throws IOException {
        Files.copy(Path.of(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }

    Ended start(Path from, Map<String, String> environment, String... command) throws Exception {
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
        Process process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end within 180 s");
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    Ended version() throws Exception {
        return start(home, new HashMap<>(), home.resolve("warroom").toString(), "--version");
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
