package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

class OutlivingTest {

    private final Outliving outliving = new Outliving(Outliving.USUAL_QUIET);

    @Test
    void oneLooksForAllThatHaveEndedMeanwhile() {
        Place here = Place.local(Path.of("/state"));
        CountDownLatch together = new CountDownLatch(3);
        List<CompletableFuture<List<String>>> looks =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                it ->
                                        CompletableFuture.supplyAsync(
                                                () -> after(here, it, together),
                                                Thread::startVirtualThread))
                        .toList();

        List<List<String>> found =
                looks.stream().map(CompletableFuture::join).filter(it -> !it.isEmpty()).toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).containsExactlyInAnyOrder("INC-1-1", "INC-1-2", "INC-1-3");
    }

    private List<String> after(Place place, int run, CountDownLatch together) {
        try {
            together.countDown();
            together.await();
            return outliving.after(place, "INC-1-" + run);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
