package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Where the service is found: the file {@code service.env}, which scripts read.
 *
 * @param port of the service, on 127.0.0.1
 * @param databasePort on 127.0.0.1
 * @param pid of the production, which supervises the service
 */
record ServiceEnvironment(int port, int databasePort, long pid) {

    /** Puts the file in place in one go. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(
                next,
                """
                SERVICE_NAME=%s
                SERVICE_URL=http://127.0.0.1:%d
                SUPERVISOR_PID=%d
                DATABASE_URL=practice://127.0.0.1:%d/production
                BACKUP_FOLDER=backups
                HEALTH_LIMIT_SECONDS=20
                VOLUME_FOLDER=volume
                VOLUME_MIB=%d
                KEYTOOL=%s
                # The machine of a drill, and how busy it is, is not what the drill is about.
                RESPONSE_WARNING=3000
                RESPONSE_CRITICAL=10000
                DISK_WARNING=98
                DISK_CRITICAL=99
                MEMORY_WARNING=98
                MEMORY_CRITICAL=99
                """
                        .formatted(
                                PracticeProduction.SERVICE,
                                port,
                                pid,
                                databasePort,
                                Volume.USUAL_BYTES / 1024 / 1024,
                                Certificate.keytool()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where the file is missing or says no port
     */
    static ServiceEnvironment read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        String url = properties.getProperty("SERVICE_URL", "");
        try {
            return new ServiceEnvironment(
                    Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)),
                    databasePort(properties.getProperty("DATABASE_URL", "")),
                    Long.parseLong(properties.getProperty("SUPERVISOR_PID", "")));
        } catch (NumberFormatException e) {
            throw new IOException(file + " says no port or pid: " + url, e);
        }
    }

    private static int databasePort(String url) {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
