package dev.warroom.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs as {@code execvp} does. */
final class Programs {

    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    private Programs() {}

    /**
     * @param path folders between colons; a usual one where it is null
     * @param folder what relative names are relative to
     */
    static Optional<Path> find(String name, String path, Path folder) {
        if (name.indexOf('/') >= 0) {
            return Optional.of(folder.resolve(name)).filter(Programs::runnable);
        }
        for (String place : (path == null ? USUAL_PATH : path).split(File.pathSeparator)) {
            Path candidate = folder.resolve(place).resolve(name);
            if (runnable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * Says why {@code command} cannot be started, before {@code setsid} would say it less well.
     *
     * @throws IOException when its program is not there
     */
    static void require(ChildCommand command) throws IOException {
        String path = command.environment().getOrDefault("PATH", System.getenv("PATH"));
        String name = command.program();
        if (find(name, path, command.folder()).isPresent()) {
            return;
        }
        if (name.indexOf('/') < 0) {
            throw new IOException(name + " is not on the PATH: install it, or name its whole path");
        }
        String why =
                Files.exists(command.folder().resolve(name)) ? "is not a program" : "is not there";
        throw new IOException(name + " " + why + ", seen from " + command.folder());
    }

    private static boolean runnable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
