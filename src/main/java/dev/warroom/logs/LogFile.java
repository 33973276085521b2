package dev.warroom.logs;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** A log file that can be read anywhere in it, here or on another host. */
public interface LogFile {

    /** Of its times that name none. */
    ZoneId zone();

    /**
     * Opens it as it is now.
     *
     * @throws IOException where it cannot be read; {@link java.nio.file.NoSuchFileException} where
     *     it is not there
     */
    LogBytes open() throws IOException;

    /** Where it is; empty on this machine. Files of one host are read through one connection. */
    default String host() {
        return "";
    }

    /**
     * What rotation has made of it, the newest first: files beside it whose names begin with its
     * own, and that are not compressed.
     *
     * @throws IOException where that cannot be found out
     */
    List<LogFile> older() throws IOException;
}
