package dev.warroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where journals lie: {@code STATE/incidents/INC-7.jsonl}, with {@code INC-7.lock} and set-aside
 * tails beside them. Folders are made with mode 0700 and files with 0600, where the file system has
 * modes. A state folder that its group may write to is shared by the people of this group: what is
 * made in it is theirs, too.
 */
final class StateFolder {

    static final Pattern ID = Pattern.compile("([A-Z]{1,8})-([1-9][0-9]{0,8})");

    private static final String ENDING = ".jsonl";
    private static final int TRIES = 10_000;

    private final Path incidents;

    private StateFolder(Path state) {
        incidents = state.resolve("incidents");
    }

    /** Names the folder without touching the disk. */
    static StateFolder at(Path state) {
        return new StateFolder(state);
    }

    /** Makes the folder where it is missing. */
    StateFolder made() {
        try {
            if (!Files.isDirectory(incidents)) {
                Files.createDirectories(incidents, mode(incidents, "rwx------"));
                share(incidents, 0070);
            }
        } catch (IOException e) {
            throw unusable(Reasons.of(e), e);
        }
        if (!Files.isDirectory(incidents) || !Files.isWritable(incidents)) {
            throw unusable("it is not a folder you can write to", null);
        }
        return this;
    }

    Path file(String id) {
        return beside(id, ENDING);
    }

    Path beside(String id, String ending) {
        if (!ID.matcher(id).matches()) {
            throw new JournalException(
                    "\""
                            + id
                            + "\" is not the name of an incident; it looks like INC-7 or RUN-12.");
        }
        return incidents.resolve(id + ending);
    }

    /** The ids of all journals, newest number first. */
    List<String> ids() {
        if (!Files.exists(incidents)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(incidents)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted(
                            (a, b) ->
                                    number(a) == number(b) ? a.compareTo(b) : number(b) - number(a))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    /** Makes an empty journal with the next free number; of two that try, both get their own. */
    String claim(String prefix) {
        int number =
                ids().stream()
                        .filter(id -> id.startsWith(prefix + "-"))
                        .mapToInt(StateFolder::number)
                        .max()
                        .orElse(0);
        for (int i = 1; i <= TRIES; i++) {
            String id = prefix + "-" + (number + i);
            try {
                open(file(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
                force(incidents);
                return id;
            } catch (FileAlreadyExistsException e) {
                // Somebody else was faster; the next number is tried.
                continue;
            } catch (IOException e) {
                throw unusable(Reasons.of(e), e);
            }
        }
        throw unusable("no number after " + prefix + "-" + number + " is free", null);
    }

    /** Makes an empty journal of exactly this name; whether there was none. */
    boolean claims(String id) throws IOException {
        try {
            open(file(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        force(incidents);
        return true;
    }

    /** Opens a file that is made with mode 0600. */
    static FileChannel open(Path file, OpenOption... options) throws IOException {
        boolean fresh = !Files.exists(file);
        FileChannel channel = FileChannel.open(file, Set.of(options), mode(file, "rw-------"));
        if (fresh) {
            share(file, 0060);
        }
        return channel;
    }

    /** Writes a small file anew, with mode 0600; it may be cut off where the machine fails. */
    static void write(Path file, String text) throws IOException {
        try (FileChannel channel =
                open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /**
     * Gives the group what it may do, where the folder is shared; a umask would keep it from it.
     */
    private static void share(Path made, int group) {
        try {
            Path folder = made.toAbsolutePath().getParent();
            if (mode(made, "rw-------").length > 0
                    && Files.getPosixFilePermissions(folder)
                            .contains(PosixFilePermission.GROUP_WRITE)) {
                int mode = (Integer) Files.getAttribute(made, "unix:mode") & 07777;
                Files.setAttribute(made, "unix:mode", mode | group);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Somebody else has made it meanwhile, or has removed it.
            return;
        }
    }

    /** Makes the names in a folder durable; on systems where that cannot be asked for, nothing. */
    static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some file systems refuse to open a folder; they keep names by themselves.
        }
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    private static int number(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    }

    private JournalException unusable(String why, Exception cause) {
        return new JournalException(
                "Cannot keep journals in "
                        + incidents
                        + ": "
                        + why
                        + ". Choose another folder with --state, or mend this one.",
                cause);
    }
}
