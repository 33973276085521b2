package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What stays of a drill whose owner and production were killed at the same moment. */
final class Leftovers {

    /** How the name of every drill's folder begins. */
    static final String PREFIX = "warroom-drill-";

    private static final long MOST_MARK_BYTES = 64;

    private Leftovers() {}

    /**
     * Deletes the folders of drills whose owner does not run any more. One that cannot be deleted,
     * another user's for instance, stays.
     *
     * @param temporary where drills have their folders
     */
    static void remove(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                var workspace = new Workspace(folder);
                try {
                    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && orphan(workspace)) {
                        FolderRemoval.remove(workspace);
                    }
                } catch (IOException e) {
                    // Somebody else's, or being deleted right now: no reason not to start a drill.
                    continue;
                }
            }
        }
    }

    private static boolean orphan(Workspace workspace) throws IOException {
        if (!Files.isRegularFile(workspace.mark(), LinkOption.NOFOLLOW_LINKS)
                || Files.size(workspace.mark()) > MOST_MARK_BYTES) {
            return false;
        }
        String mark = Files.readString(workspace.mark());
        return mark.matches("owner=\\d{1,18}\n")
                && new Owner(Long.parseLong(mark.strip().substring("owner=".length()))).gone();
    }
}
