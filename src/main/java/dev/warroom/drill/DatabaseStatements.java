package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the practice database can be asked, for each of its places: production and scratch ones. */
final class DatabaseStatements {

    /** The place that the service uses. */
    static final String PRODUCTION = "production";

    private static final int MOST_PLACES = 8;

    private final Path folder;
    private final Supplier<List<String>> sessions;
    private final DatabaseSettings settings;
    private final Map<String, Store> places = new ConcurrentHashMap<>();

    /**
     * @param folder has the schema, and the content once it was saved
     * @param sessions says who is connected, a line each
     */
    DatabaseStatements(Path folder, DatabaseSettings settings, Supplier<List<String>> sessions) {
        this.folder = folder;
        this.settings = settings;
        this.sessions = sessions;
    }

    /**
     * Opens what was saved last.
     *
     * @throws IOException where the schema or the content cannot be read
     */
    void open() throws IOException {
        try {
            Store store = made();
            if (Files.exists(content())) {
                store.load(Files.readAllLines(content()));
            }
            places.put(PRODUCTION, store);
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Store made() throws StoreException {
        var store = new Store(folder);
        store.readSchema();
        return store;
    }

    private Path content() {
        return folder.resolve(Store.CONTENT);
    }

    /**
     * Keeps what production has, so that a start after this finds it. One at a time: a database
     * that is stopped while it saves would put half a file in place.
     */
    synchronized void save() throws IOException {
        save(places.get(PRODUCTION).dump());
    }

    /** Keeps what production has, and lets nobody change it any more. */
    synchronized void close() throws IOException {
        save(places.get(PRODUCTION).close());
    }

    private void save(List<String> lines) throws IOException {
        Path next = folder.resolve("render_jobs.next");
        Files.write(next, lines);
        Files.move(
                next,
                content(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    void require(String place) throws StoreException {
        if (!places.containsKey(place)) {
            throw new StoreException("no database " + place);
        }
    }

    List<String> load(String place, List<String> lines) throws StoreException {
        require(place);
        places.get(place).load(lines);
        return List.of();
    }

    /**
     * Carries out one statement.
     *
     * @param place that was chosen before
     * @param word what to do
     * @param rest its arguments
     * @throws StoreException with a reason of one line
     */
    List<String> carryOut(String place, String word, String rest) throws StoreException {
        require(place);
        Store store = places.get(place);
        return switch (word) {
            case "PING" -> List.of();
            case "INFO" -> info(store);
            case "TABLES" -> List.of(Store.TABLE);
            case "ROWS" -> List.of(Integer.toString(store.size()));
            case "CHECK" -> store.damage();
            case "DUMP" -> store.dump();
            case "SESSIONS" -> sessions.get();
            case "REFRESH" -> {
                store.readSchema();
                yield List.of();
            }
            case "ARCHIVED" -> List.of(Long.toString(store.archived()));
            case "QUERY" -> query(store, rest);
            case "NEXT" -> List.of(Long.toString(store.nextJob()));
            case "ADD" -> add(store, rest);
            case "TAKE" -> store.take();
            case "CREATE" -> create(rest);
            case "DROP" -> drop(rest);
            default -> throw new StoreException("\"" + word + "\" is no statement");
        };
    }

    private List<String> info(Store store) {
        return List.of(
                "version 1.0",
                "connections " + sessions.get().size(),
                "most_connections " + settings.mostConnections(),
                "tables 1",
                "rows " + store.size());
    }

    private List<String> query(Store store, String text) throws StoreException {
        Query query = Query.parse(text);
        List<Map<String, String>> rows = store.answer(query);
        settings.read(store.size(), query);
        return rows.stream().map(row -> String.join("\t", row.values())).toList();
    }

    private static List<String> add(Store store, String rest) throws StoreException {
        String[] parts = rest.split(" ");
        try {
            store.add(
                    Long.parseLong(parts[0]),
                    parts[1],
                    Integer.parseInt(parts[2]),
                    Instant.parse(parts[3]));
            return List.of();
        } catch (RuntimeException e) {
            throw new StoreException("not a job: " + rest, e);
        }
    }

    private List<String> create(String name) throws StoreException {
        if (!name.matches("scratch_\\d{1,10}") || places.size() >= MOST_PLACES) {
            throw new StoreException("no more databases, or a wrong name: " + name);
        }
        places.put(name, made());
        return List.of();
    }

    private List<String> drop(String name) throws StoreException {
        if (name.equals(PRODUCTION)) {
            throw new StoreException("production cannot be dropped");
        }
        places.remove(name);
        return List.of();
    }
}
