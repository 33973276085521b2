package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A folder with a quota is as full as a disk. */
class VolumeTest {

    @TempDir private Path folder;

    @Test
    void whatFillsItLeavesNoRoomForTheSmallestFile() throws Exception {
        var volume = new Volume(folder, 10_000);
        volume.write("frames/salt-road.preview", 1_000);
        volume.write("trace/job-1.trace", 6_000);

        assertThatThrownBy(() -> volume.write("trace/job-2.trace", 6_000))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot write volume/trace/job-2.trace: No space left on device");

        assertThat(volume.used()).isEqualTo(10_000);
        assertThatThrownBy(() -> volume.write("frames/salt-road.preview", 1_000))
                .hasMessageContaining("No space left on device");
        assertThat(folder.resolve("frames/salt-road.preview")).hasSize(1_000);
    }
}
