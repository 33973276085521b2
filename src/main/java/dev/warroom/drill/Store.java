package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The production's database: one table, {@value #TABLE}, whose columns a schema file names. It
 * keeps the newest {@value #MOST_ROWS} jobs; older ones leave it, as finished jobs would.
 */
final class Store {

    static final String TABLE = "render_jobs";
    static final int MOST_ROWS = 500;

    /** The file that keeps the content between two starts. */
    static final String CONTENT = TABLE + ".data";

    private static final long FIRST_JOB = 8_201;

    private final Path schema;
    private final Deque<Map<String, String>> rows = new ArrayDeque<>();
    private List<String> columns = List.of();
    private long nextId = FIRST_JOB;
    private long archived;
    private boolean closed;

    /**
     * @param folder has {@code render_jobs.schema}
     */
    Store(Path folder) {
        this.schema = folder.resolve(TABLE + ".schema");
    }

    /**
     * Takes the columns from the schema file, now.
     *
     * @throws StoreException where the file cannot be read
     */
    synchronized void readSchema() throws StoreException {
        try (Stream<String> lines = Files.lines(schema)) {
            columns =
                    lines.map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(line -> line.split("\\s+", 2)[0])
                            .toList();
        } catch (IOException e) {
            throw new StoreException("cannot read the schema " + schema.getFileName(), e);
        }
    }

    /** What is kept now holds: nothing changes any more, so that no number is given twice. */
    synchronized List<String> close() {
        closed = true;
        return dump();
    }

    private void requireOpen() throws StoreException {
        if (closed) {
            throw new StoreException("the database is stopping");
        }
    }

    /** The number that the next job gets. Each is given once. */
    synchronized long nextJob() throws StoreException {
        requireOpen();
        return nextId++;
    }

    /** Puts a job at the end of the queue. */
    synchronized void add(long job, String film, int frames, Instant submitted)
            throws StoreException {
        requireOpen();
        rows.addLast(row(job, film, frames, submitted));
        if (rows.size() > MOST_ROWS) {
            rows.removeFirst();
            archived++;
        }
    }

    private static Map<String, String> row(long job, String film, int frames, Instant submitted) {
        var row = new LinkedHashMap<String, String>();
        row.put("id", Long.toString(job));
        row.put("film", film);
        row.put("frames", Integer.toString(frames));
        row.put("state", "queued");
        row.put("submitted", submitted.toString());
        return row;
    }

    /** How many jobs have left the table since the production began. */
    synchronized long archived() {
        return archived;
    }

    /**
     * The oldest job leaves the table, because the worker has it: its columns; nothing where none
     * waits.
     */
    synchronized List<String> take() throws StoreException {
        requireOpen();
        Map<String, String> oldest = rows.pollFirst();
        if (oldest == null) {
            return List.of();
        }
        archived++;
        return List.of(String.join("\t", oldest.values()));
    }

    synchronized int size() {
        return rows.size();
    }

    /** Everything as text: the next number, how many left, then a job a line. */
    synchronized List<String> dump() {
        List<String> lines = new ArrayList<>();
        lines.add(nextId + "\t" + archived);
        rows.forEach(row -> lines.add(String.join("\t", row.values())));
        return lines;
    }

    /**
     * Replaces everything by what {@link #dump} gave. Numbers that were given meanwhile are not
     * given again: whoever has one is about to add its job.
     *
     * @throws StoreException where a line is not as it gives them; then nothing is changed
     */
    synchronized void load(List<String> lines) throws StoreException {
        requireOpen();
        Deque<Map<String, String>> loaded = new ArrayDeque<>();
        try {
            String[] first = lines.getFirst().split("\t");
            long next = Long.parseLong(first[0]);
            long left = Long.parseLong(first[1]);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t");
                loaded.addLast(
                        row(
                                Long.parseLong(cells[0]),
                                cells[1],
                                Integer.parseInt(cells[2]),
                                Instant.parse(cells[4])));
            }
            nextId = Math.max(nextId, next);
            archived = left;
        } catch (RuntimeException e) {
            throw new StoreException("this is no dump of " + TABLE, e);
        }
        rows.clear();
        rows.addAll(loaded);
    }

    /** What is wrong with the rows, a line each. */
    synchronized List<String> damage() {
        Set<String> seen = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String id = row.get("id");
            if (Long.parseLong(id) >= nextId || !seen.add(id)) {
                found.add(TABLE + ": job " + id + " is there twice, or was never accepted");
            }
        }
        return found;
    }

    /** Whether it would answer at all: its schema is known and still there. */
    synchronized boolean answers() {
        return !columns.isEmpty() && Files.isReadable(schema);
    }

    /**
     * Evaluates a query against the table as it is.
     *
     * @return the rows, each with the columns asked for, in their order
     * @throws StoreException where table or column is unknown
     */
    synchronized List<Map<String, String>> answer(Query query) throws StoreException {
        if (!query.table().equals(TABLE)) {
            throw new StoreException("no table " + query.table());
        }
        for (String column : query.namedColumns()) {
            if (!columns.contains(column)) {
                throw new StoreException("no column " + column);
            }
        }
        Stream<Map<String, String>> found =
                rows.stream().filter(row -> query.filter().map(f -> holds(row, f)).orElse(true));
        if (query.orderBy().isPresent()) {
            String column = query.orderBy().get();
            found = found.sorted((one, other) -> order(cell(one, column), cell(other, column)));
        }
        return found.limit(query.limit()).map(row -> pick(row, query.columns())).toList();
    }

    private static boolean holds(Map<String, String> row, Query.Filter filter) {
        return cell(row, filter.column()).equals(filter.value());
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** By size where both are whole numbers; numbers come before words. */
    private static int order(String one, String other) {
        boolean whole = whole(one);
        if (whole != whole(other)) {
            return whole ? -1 : 1;
        }
        // What has more digits is more, as none begins with a zero.
        return whole && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }

    private static boolean whole(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static Map<String, String> pick(Map<String, String> row, List<String> columns) {
        var picked = new LinkedHashMap<String, String>();
        columns.forEach(column -> picked.put(column, row.getOrDefault(column, "")));
        return picked;
    }
}
