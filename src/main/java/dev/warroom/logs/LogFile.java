package dev.warroom.logs;

import java.io.IOException;
import java.time.ZoneId;

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
}
