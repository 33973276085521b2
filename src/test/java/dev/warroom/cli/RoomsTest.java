package dev.warroom.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;

/** Random histories of rooms that share an incident; each is shown again by its seed. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class RoomsTest {

    @TempDir Path folder;

    @Test
    void whateverHappensNothingIsLostAllHaveOneRecordAndNoStepStartsTwice() throws Exception {
        RoomsSoak.histories(folder, RoomHistories.MANY, new Random().nextLong());
    }
}
