package dev.warroom.execution;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A folder for sockets that nobody else can reach into, with a short name. */
public final class SocketFolder {

    /** The name of a socket has about 100 bytes in all; ssh appends 17 for a while. */
    private static final int LONGEST = 50;

    private SocketFolder() {}

    /**
     * The folder, made where it is not there.
     *
     * @param environment of this program
     * @param user who this program runs as
     */
    public static Path of(Map<String, String> environment, String user) throws IOException {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        boolean usable =
                !runtime.isEmpty()
                        && runtime.length() <= LONGEST
                        && Files.isWritable(Path.of(runtime));
        Path folder =
                usable
                        ? Path.of(runtime).resolve("warroom")
                        : Path.of("/tmp").resolve("warroom-" + user);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            return Files.createDirectory(folder, owner);
        } catch (FileAlreadyExistsException e) {
            return isOurs(folder, user)
                    ? folder
                    : Files.createTempDirectory(Path.of("/tmp"), "wr", owner);
        }
    }

    private static boolean isOurs(Path folder, String user) throws IOException {
        PosixFileAttributes found =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isDirectory()
                && found.owner().getName().equals(user)
                && PosixFilePermissions.toString(found.permissions()).equals("rwx------");
    }
}
