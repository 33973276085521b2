package dev.warroom.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The remains of a line that was being written when the power or the process went. */
final class TornTail {

    private static final int MOST = 1_000;

    private TornTail() {}

    /** Copies what stands from {@code position} on to a new file beside the journal. */
    static Path setAside(Path journal, String id, long position) throws IOException {
        for (int i = 1; i <= MOST; i++) {
            Path aside = journal.resolveSibling(id + ".torn-" + i);
            try (FileChannel to =
                            StateFolder.open(
                                    aside,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE);
                    FileChannel from = FileChannel.open(journal, StandardOpenOption.READ)) {
                long at = position;
                while (at < from.size()) {
                    at += from.transferTo(at, from.size() - at, to);
                }
                to.force(true);
                StateFolder.force(aside.getParent());
                return aside;
            } catch (FileAlreadyExistsException e) {
                // An earlier crash left one; the next name is tried.
                continue;
            }
        }
        throw new IOException("there are " + MOST + " files " + id + ".torn-… beside it already");
    }
}
