package dev.warroom.cli;

import dev.warroom.journal.JournalSource;
import dev.warroom.journal.Journals;
import dev.warroom.layout.Layout;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.Mode;
import dev.warroom.runbook.Library;
import dev.warroom.workspace.Workspace;
import dev.warroom.workspace.WorkspaceReader;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The files that a sitting begins with. On two processors they are read while the terminal is
 * opened; of them the runbooks take longest, and the first picture does not wait for them.
 */
final class FirstFiles {

    private final Path folder;
    private final Path state;
    private final Mode mode;
    private final InstantSource clock;
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private final CompletableFuture<Library> library = new CompletableFuture<>();

    private FirstFiles(Path folder, Path state, Mode mode, InstantSource clock) {
        this.folder = folder;
        this.state = state;
        this.mode = mode;
        this.clock = clock;
    }

    /** What the first picture is made from. The journal is its own until the recorder has it. */
    record Opened(
            Workspace workspace,
            Opening opening,
            Map<String, Layout> layouts,
            Optional<JournalSource> journal)
            implements AutoCloseable {

        @Override
        public void close() {
            journal.ifPresent(JournalSource::close);
        }
    }

    /** Begins to read them, on a thread of their own. */
    static FirstFiles read(
            Path folder, Path state, Mode mode, InstantSource clock, Beginning beginning) {
        FirstFiles files = new FirstFiles(folder, state, mode, clock);
        Thread.ofPlatform().daemon().name("files").start(() -> files.readAll(beginning));
        return files;
    }

    /**
     * Waits for what the first picture is made from.
     *
     * @throws RuntimeException what kept it from being read, as it was thrown
     */
    Opened opened() {
        return come(opened);
    }

    /**
     * Waits for the runbooks.
     *
     * @throws RuntimeException what kept them from being read, as it was thrown
     */
    Library library() {
        return come(library);
    }

    /** The incidents of this workspace; those of others are opened by their id. */
    List<KnownIncident> incidents() {
        return Outside.known(state).stream()
                .filter(it -> it.workspace().equals(folder.toString()))
                .toList();
    }

    private void readAll(Beginning beginning) {
        try {
            Workspace workspace = WorkspaceReader.read(folder);
            Map<String, Layout> layouts = Layouts.of(folder);
            if (mode.writes()) {
                Journals.require(state);
            }
            Opening opening =
                    new Opening(
                            state, !mode.writes(), workspace.policy().shared().isPresent(), clock);
            opened.complete(new Opened(workspace, opening, layouts, journal(beginning, opening)));
            library.complete(Runbooks.ofWorkspace(folder));
        } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
            library.completeExceptionally(e);
        }
    }

    /** The journal that is opened from the beginning, before the screen is taken. */
    private Optional<JournalSource> journal(Beginning beginning, Opening opening) {
        return switch (beginning) {
            case Beginning.Existing(String incident) -> Optional.of(opening.open(incident));
            case Beginning.Declared declared -> Optional.of(opening.create("INC"));
            case Beginning.Usual() -> {
                List<KnownIncident> open =
                        incidents().stream().filter(KnownIncident::open).toList();
                yield open.size() == 1
                        ? Optional.of(opening.open(open.getFirst().id()))
                        : Optional.empty();
            }
        };
    }

    private static <T> T come(CompletableFuture<T> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
