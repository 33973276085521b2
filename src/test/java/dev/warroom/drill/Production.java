package dev.warroom.drill;

import dev.warroom.testing.Await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a drill's production from outside. */
record Production(Path folder) {

    /** The product's own folder: tests run in it. */
    static final Path HOME = Path.of("").toAbsolutePath();

    static Production of(Drill drill) {
        return new Production(drill.workspace());
    }

    Reply get(String path) throws IOException {
        return Loopback.ask(address(path), Optional.empty(), Optional.empty(), Await.LIMIT);
    }

    Reply post(String path, String body) throws IOException {
        return Loopback.ask(address(path), Optional.of(body), Optional.empty(), Await.LIMIT);
    }

    private URI address(String path) throws IOException {
        int port = ServiceEnvironment.read(folder.resolve("service.env")).port();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The lines of every instance that hold {@code text}. */
    List<String> logLines(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            List<Path> logs =
                    files.filter(file -> file.getFileName().toString().startsWith("application-"))
                            .toList();
            return logs.stream()
                    .flatMap(file -> lines(file).stream())
                    .filter(line -> line.contains(text))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
