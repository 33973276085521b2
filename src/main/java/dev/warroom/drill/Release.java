package dev.warroom.drill;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a folder of {@code releases/} holds. A release's faults are in its properties, as they would
 * be in its code.
 *
 * @param version as {@code release.properties} says it
 * @param jobsAhead asked for each job that is accepted
 * @param listJobs asked for the list of jobs
 * @param leakEvery after how many statements one forgets to give its connection back; 0 for never
 * @param keptBytes how much of each accepted job stays in memory for good
 * @param debugLines how many lines of level DEBUG it logs for a request
 * @param tracing whether it keeps a file of what each job was
 */
record Release(
        String version,
        Query jobsAhead,
        Query listJobs,
        int leakEvery,
        int keptBytes,
        int debugLines,
        boolean tracing) {

    /**
     * Reads a release. A query may name what the store does not have: that shows when it is asked.
     *
     * @throws IOException where a file is missing or is no query; the message names it
     */
    static Release read(Path folder) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("release.properties"))) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            throw new IOException("no release at " + folder + ": " + e.getFile() + " is missing");
        }
        String version = properties.getProperty("version");
        if (version == null) {
            throw new IOException(folder.resolve("release.properties") + " has no version");
        }
        return new Release(
                version,
                query(folder, "jobs-ahead"),
                query(folder, "list-jobs"),
                number(properties, "connection_leak_every"),
                1024 * number(properties, "kept_kib_per_job"),
                number(properties, "debug_lines"),
                number(properties, "trace_files") > 0);
    }

    private static int number(Properties properties, String key) {
        return Integer.parseInt(properties.getProperty(key, "0"));
    }

    private static Query query(Path folder, String name) throws IOException {
        Path file = folder.resolve("queries").resolve(name + ".query");
        try {
            return Query.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IOException("the release lacks " + file, e);
        } catch (StoreException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
