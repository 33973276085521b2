package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Deletes a drill's folder, and nothing that is not one, and ends what still runs in it. */
final class FolderRemoval {

    /** A step that still runs may write while its folder goes, hence more than one attempt. */
    private static final int ATTEMPTS = 10;

    private static final Duration BETWEEN = Duration.ofMillis(60);

    private FolderRemoval() {}

    /**
     * Deletes the workspace's folder with all that is in it; links are deleted, not followed.
     *
     * @throws IOException where something in it cannot be deleted, or it has no mark
     */
    static void remove(Workspace workspace) throws IOException {
        if (!Files.exists(workspace.folder())) {
            return;
        }
        if (!Files.exists(workspace.mark())) {
            throw new IOException(workspace.folder() + " has no mark of a drill and stays");
        }
        Lingering.end(workspace.folder());
        for (int attempt = 1; ; attempt++) {
            try {
                Files.walkFileTree(workspace.folder(), new Deleting(workspace));
                return;
            } catch (IOException e) {
                if (!Files.exists(workspace.folder())) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        private final Workspace workspace;

        Deleting(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            // The mark goes last, so that an attempt that failed can be made again.
            if (!file.equals(workspace.mark())) {
                Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (folder.equals(workspace.folder())) {
                Files.deleteIfExists(workspace.mark());
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
