package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class FolderRemovalTest {

    @TempDir private Path folder;

    @Test
    void linksAreRemovedAndWhatTheyNameStays() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "kept");
        var workspace = new Workspace(Files.createDirectory(folder.resolve("drill")));
        workspace.create(1);
        Files.createSymbolicLink(workspace.current(), outside);

        FolderRemoval.remove(workspace);

        assertThat(workspace.folder()).doesNotExist();
        assertThat(outside.resolve("precious")).hasContent("kept");
    }

    @Test
    void aFolderWithoutAMarkStays() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThatThrownBy(() -> FolderRemoval.remove(new Workspace(other)))
                .hasMessage(other + " has no mark of a drill and stays");

        assertThat(other).isDirectory();
    }

    @Test
    void aFolderThatIsGoneIsNoTrouble() throws Exception {
        FolderRemoval.remove(new Workspace(folder.resolve("gone")));
    }
}
