package dev.warroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Stories run beside each other in several processes: one makes a thing, the others wait. */
final class MadeOnce {

    private MadeOnce() {}

    /** Whether it is there, and as it should be. */
    @FunctionalInterface
    interface Current<E extends Exception> {
        boolean is() throws E;
    }

    /** What makes it. */
    @FunctionalInterface
    interface Making<E extends Exception> {
        void make() throws E;
    }

    /**
     * Makes it where it is not there; comes back when it is.
     *
     * @param lock a file that only this is locked with
     */
    static <E extends Exception> void under(Path lock, Current<E> current, Making<E> making)
            throws E, java.io.IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            if (!current.is()) {
                making.make();
            }
        }
    }
}
