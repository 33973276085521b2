package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

class AwakeningTest {

    private static final Duration LONG = Await.LIMIT;

    @TempDir Path folder;

    @Test
    void theFileSystemEndsALongWaitAndIsReliedOn() throws Exception {
        Path file = Files.writeString(folder.resolve("a.log"), "");
        try (Awakening awakening = new Awakening()) {
            awakening.watch(Set.of(file));
            assertThat(awakening.told()).isTrue();
            Thread.ofVirtual().start(() -> append(file));
            long began = System.nanoTime();
            assertThat(awakening.await(LONG, true)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG);
            awakening.found();
            assertThat(awakening.told()).isTrue();
        }
    }

    @Test
    void whatNobodyToldOfIsLookedForOftenFromThenOn() throws Exception {
        try (Awakening awakening = new Awakening()) {
            awakening.watch(Set.of(folder.resolve("a.log")));
            awakening.await(Duration.ofMillis(10), true);
            awakening.found();
            assertThat(awakening.told()).isFalse();
        }
    }

    @Test
    void aFolderThatCannotBeWatchedIsLookedAtOften() {
        try (Awakening awakening = new Awakening()) {
            awakening.watch(Set.of(folder.resolve("not-there/a.log")));
            assertThat(awakening.told()).isFalse();
        }
    }

    /** As where a room is left while its follower looks. */
    @Test
    void whoIsInTheMiddleOfALookWhenItIsClosedHearsItFromTheNextWait() throws Exception {
        Awakening awakening = new Awakening();
        Path file = folder.resolve("a.log");
        awakening.watch(Set.of(file));
        awakening.close();
        awakening.found();
        awakening.watch(Set.of());
        awakening.watch(Set.of(file));
        assertThat(awakening.await(LONG, true)).isFalse();
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "line\n");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
