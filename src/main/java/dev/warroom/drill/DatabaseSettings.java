package dev.warroom.drill;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * How the practice database is set up, in its folder's {@code database.properties}.
 *
 * @param mostConnections at the same time, at least 1
 * @param rowRead how long it takes to read a row that no index leads to
 * @param indexes columns that can be looked up without reading every row
 */
record DatabaseSettings(int mostConnections, Duration rowRead, List<String> indexes) {

    private static final int USUAL_CONNECTIONS = 20;

    DatabaseSettings {
        indexes = List.copyOf(indexes);
    }

    /** Reads them; what is not in the file has its usual value. */
    static DatabaseSettings read(Path folder) throws IOException {
        var properties = new Properties();
        Path file = folder.resolve("database.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return new DatabaseSettings(
                Integer.parseInt(
                        properties.getProperty("most_connections", "" + USUAL_CONNECTIONS)),
                Duration.ofNanos(
                        1_000L * Integer.parseInt(properties.getProperty("row_read_micros", "0"))),
                List.of(properties.getProperty("indexes", "id state").split("\\s+")));
    }

    /** Takes as long as reading the rows takes where the query's filter has no index. */
    void read(int rows, Query query) throws StoreException {
        boolean indexed =
                query.filter().map(filter -> indexes.contains(filter.column())).orElse(true);
        if (indexed || rowRead.isZero()) {
            return;
        }
        try {
            Thread.sleep(rowRead.multipliedBy(rows));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the database is stopping", e);
        }
    }
}
