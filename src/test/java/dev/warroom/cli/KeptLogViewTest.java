package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogPlace;
import dev.warroom.room.LogView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class KeptLogViewTest {

    private static final LogView VIEW =
            new LogView(
                    new LogView.Filters("ERROR|\"x\"", List.of("a", "ü"), "api"),
                    Map.of("quiet", new LogView.Filters("", List.of("/health"), "")),
                    true,
                    false,
                    Optional.of(new LogPlace("api", 123_456_789_012L)));

    @TempDir Path folder;

    @Test
    void whatIsKeptIsReadAgain() throws Exception {
        Path file = folder.resolve("log-views/w.json");
        try (KeptLogView kept = new KeptLogView(file, true)) {
            assertThat(kept.read()).isEqualTo(LogView.USUAL);
            kept.keep(LogView.USUAL);
            kept.keep(VIEW);
        }
        assertThat(new KeptLogView(file, true).read()).isEqualTo(VIEW);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void whoOnlyObservesWritesNothingAndDamageIsNoTrouble() throws Exception {
        Path file = folder.resolve("w.json");
        try (KeptLogView kept = new KeptLogView(file, false)) {
            kept.keep(VIEW);
        }
        assertThat(file).doesNotExist();
        Files.writeString(file, "{\"filters\":[");
        assertThat(new KeptLogView(file, true).read()).isEqualTo(LogView.USUAL);
    }
}
