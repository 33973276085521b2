package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The ways that are opened while a preview is read. */
class ReachingTest {

    @TempDir Path temp;
    private final Map<String, String> heard = new ConcurrentHashMap<>();

    /** A place whose client says that it was started, and then is what {@code then} makes of it. */
    private Place host(String name, String then) {
        String client = "echo " + name + " >>" + clients() + "; " + then;
        return new Ssh(List.of("sh", "-c", client), temp, 1)
                .place(name, name, Optional.empty())
                .keeping(temp + "/runs");
    }

    private Path clients() {
        return temp.resolve("clients");
    }

    private int started() {
        try {
            return Files.exists(clients()) ? Files.readAllLines(clients()).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(Place place, String trouble) {
        heard.put(place.name(), trouble);
    }

    private void awaitHeard(int places) throws Exception {
        RunsTestBase.await("answers of " + places, () -> heard.size() == places);
    }

    @Test
    void eachPlaceIsToldOfOnceItAnswersOrCannotBeReached() throws Exception {
        try (Posts posts = new Posts()) {
            new Reaching(posts, Duration.ZERO)
                    .begin(
                            List.of(host("app-1", "exec sh"), host("app-2", "exit 255")),
                            2,
                            this::hear);
            awaitHeard(2);

            assertThat(heard).containsEntry("app-1", "");
            assertThat(heard.get("app-2")).isNotBlank();
            assertThat(posts.takeOpen(host("app-1", "exec sh"))).isPresent();
        }
    }

    @Test
    void whoTurnsToOtherPlacesWithinAMomentConnectsToThoseOnly() throws Exception {
        Place passed = host("app-1", "exec sh");
        Place stayed = host("app-2", "exec sh");
        try (Posts posts = new Posts()) {
            Reaching reaching = new Reaching(posts, Duration.ofMillis(100));
            reaching.begin(List.of(passed), 1, this::hear);
            reaching.begin(List.of(stayed), 1, this::hear);
            awaitHeard(1);

            assertThat(Files.readAllLines(clients())).containsExactly("app-2");
        }
    }

    @Test
    void noMoreAreConnectedToAtATimeThanTheStepWouldRunOn() throws Exception {
        Path goOn = temp.resolve("go-on");
        String waits = "until [ -e " + goOn + " ]; do sleep 0.01; done; exec sh";
        List<Place> places =
                List.of(host("app-1", waits), host("app-2", waits), host("app-3", waits));
        try (Posts posts = new Posts()) {
            new Reaching(posts, Duration.ZERO).begin(places, 2, this::hear);
            RunsTestBase.await("two clients", () -> started() == 2);
            // By the time that another shell has started and answered, a third would have, too.
            posts.take(Place.local(temp));
            assertThat(started()).isEqualTo(2);
            Files.createFile(goOn);
            awaitHeard(3);

            assertThat(Files.readAllLines(clients())).hasSize(3);
        }
    }
}
