package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The shells that are kept at places. */
class PostsTest {

    @TempDir Path temp;

    @Test
    void noMoreShellsWithoutWorkAreKeptThanMayBeAndTheOneThatRestedLongestGoes() throws Exception {
        try (Posts posts = new Posts(2)) {
            Place one = Place.local(temp.resolve("one"));
            Place other = Place.local(temp.resolve("other"));
            Post first = posts.take(one);
            Post second = posts.take(other);
            Post third = posts.take(other);
            posts.giveBack(first);
            posts.giveBack(second);
            posts.giveBack(third);

            assertThat(first.answers()).isFalse();
            assertThat(posts.take(other)).isSameAs(third);
            assertThat(posts.take(other)).isSameAs(second);
            assertThat(posts.take(one)).isNotSameAs(first);
        }
    }

    @Test
    void whatIsTakenOnlyWhereItIsOpenMakesNoConnection() throws Exception {
        try (Posts posts = new Posts()) {
            Place far = new Ssh(List.of("ssh"), temp, 1).place("far", "far", Optional.empty());

            assertThat(posts.takeOpen(far)).isEmpty();
            assertThat(posts.takeOpen(Place.local(temp))).isPresent();
        }
    }
}
