package dev.warroom.cli;

import dev.warroom.room.LogPlace;
import dev.warroom.room.LogView;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps how the logs of a workspace are looked at, in a small file that is written soon after each
 * change. It is a convenience: what cannot be read or written is left out without a word.
 */
final class KeptLogView implements AutoCloseable {

    private static final long SOON_NANOS = 300_000_000;
    private static final long MOST_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private Optional<LogView> waiting = Optional.empty();
    private final boolean writes;
    private boolean writing;

    /**
     * @param file in a folder that may not be there yet
     * @param writes false where nothing is to be written
     */
    KeptLogView(Path file, boolean writes) {
        this.file = file;
        this.writes = writes;
    }

    /** What was kept; the usual where nothing was. */
    LogView read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return LogView.USUAL;
            }
            JsonNode node = JSON.readTree(file.toFile());
            Map<String, LogView.Filters> named = new LinkedHashMap<>();
            node.path("named")
                    .properties()
                    .forEach(it -> named.put(it.getKey(), filters(it.getValue())));
            JsonNode place = node.path("place");
            return new LogView(
                    filters(node.path("filters")),
                    named,
                    node.path("wrapped").asBoolean(false),
                    node.path("folded").asBoolean(true),
                    place.isObject()
                            ? Optional.of(
                                    new LogPlace(
                                            place.path("source").asString(""),
                                            Math.max(0, place.path("offset").asLong(0))))
                            : Optional.empty());
        } catch (IOException | JacksonException e) {
            return LogView.USUAL;
        }
    }

    /** It is kept soon; only the newest of several is. */
    synchronized void keep(LogView view) {
        if (!writes) {
            return;
        }
        waiting = Optional.of(view);
        if (!writing) {
            writing = true;
            Thread.ofVirtual()
                    .name("log-view")
                    .start(
                            () -> {
                                LockSupport.parkNanos(SOON_NANOS);
                                close();
                            });
        }
    }

    /** Writes what has not been written. */
    @Override
    public synchronized void close() {
        writing = false;
        waiting.ifPresent(this::write);
        waiting = Optional.empty();
    }

    private void write(LogView view) {
        ObjectNode node = JSON.createObjectNode();
        node.set("filters", json(view.filters()));
        ObjectNode named = node.putObject("named");
        view.named().forEach((name, each) -> named.set(name, json(each)));
        node.put("wrapped", view.wrapped());
        node.put("folded", view.folded());
        view.place()
                .ifPresent(
                        it ->
                                node.putObject("place")
                                        .put("source", it.source())
                                        .put("offset", it.offset()));
        try {
            var mode = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(mode));
            Path next = Files.createTempFile(file.getParent(), "view", ".new");
            Files.writeString(next, node.toString());
            Files.move(
                    next,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The next change tries again.
            return;
        }
    }

    private static ObjectNode json(LogView.Filters filters) {
        ObjectNode node = JSON.createObjectNode();
        node.put("in", filters.in());
        ArrayNode out = node.putArray("out");
        filters.out().forEach(out::add);
        node.put("source", filters.source());
        return node;
    }

    private static LogView.Filters filters(JsonNode node) {
        List<String> out = new ArrayList<>();
        node.path("out").forEach(it -> out.add(it.asString("")));
        return new LogView.Filters(
                node.path("in").asString(""), out, node.path("source").asString(""));
    }
}
