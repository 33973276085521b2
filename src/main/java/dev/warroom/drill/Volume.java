package dev.warroom.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the service keeps its files: a folder with a quota, since a drill may neither mount a small
 * file system nor fill the machine's own. Whoever writes beyond it is told what a full disk tells.
 */
record Volume(Path folder, long mostBytes) {

    /** Large enough for everything but a fault. */
    static final long USUAL_BYTES = 24L * 1024 * 1024;

    /**
     * Writes a file of this size: beside its place and renamed, so that even one that is there
     * already needs the space for another. Of a new one that does not fit, what fits stays, as on
     * any disk: so a full one has no room for anything, however small.
     *
     * @param name in the folder
     * @throws StoreException where there is no space for it
     */
    void write(String name, int bytes) throws StoreException {
        Path file = folder.resolve(name);
        try {
            long left = mostBytes - used();
            if (bytes > left) {
                if (left > 0 && !Files.exists(file)) {
                    make(file.getParent());
                    Files.write(file, new byte[(int) left]);
                }
                throw new StoreException(
                        "cannot write volume/" + name + ": No space left on device");
            }
            make(file.getParent());
            Files.write(file, new byte[bytes]);
        } catch (IOException e) {
            throw new StoreException("cannot write volume/" + name + ": " + e.getMessage(), e);
        }
    }

    /** One level only: a folder that is being removed must not come back. */
    private static void make(Path inside) throws IOException {
        if (!Files.isDirectory(inside)) {
            try {
                Files.createDirectory(inside);
            } catch (FileAlreadyExistsException e) {
                // Another request was first.
                return;
            }
        }
    }

    /** How many bytes the files in it have. */
    long used() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(Volume::size)
                    .sum();
        } catch (UncheckedIOException e) {
            // A file went away while the folder was looked at.
            throw e.getCause();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
