package dev.warroom.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What tells the runs of one state folder from those of others on the same host: each counts its
 * runs from 1, and two people's INC-1-1 must not be taken for one.
 */
final class StateMark {

    private static final String FILE = "mark";
    private static final int BYTES = 6;

    private StateMark() {}

    /** The mark of {@code state}, made where it has none; it moves with the folder. */
    static String of(Path state) throws IOException {
        Path file = state.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] mark = new byte[BYTES];
            new SecureRandom().nextBytes(mark);
            Path fresh = Files.createTempFile(state, FILE, ".new");
            try {
                Files.writeString(fresh, HexFormat.of().formatHex(mark) + "\n");
                // Whoever is first has made it, whole.
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } finally {
                Files.delete(fresh);
            }
        }
        return read(file);
    }

    private static String read(Path file) throws IOException {
        String mark = Files.readString(file).strip();
        if (!mark.matches("[0-9a-f]{12}")) {
            throw new IOException(
                    file
                            + " must be 12 hexadecimal digits: without it runs on hosts are not"
                            + " found");
        }
        return mark;
    }
}
