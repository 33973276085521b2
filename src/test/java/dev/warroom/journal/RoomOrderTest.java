package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Origin;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What waits to be shared, and what waits no more. */
class RoomOrderTest {

    private static final String MARK = "here";

    private final RoomOrder order = new RoomOrder(Optional.of(MARK));

    private static Fact fact(long number, long own, IncidentEvent event) {
        Origin origin = new Origin(MARK, own, Duration.ZERO);
        return new Fact(number, EveryEvent.START, "ana", "app-1", event, origin);
    }

    private static Fact note(long number) {
        return fact(number, number, new NoteAdded("note " + number));
    }

    private static StepStarted start(String run) {
        return new StepStarted(run, "s", "Look", "true", "local");
    }

    private List<Long> waiting() {
        return order.waiting().stream().map(it -> it.origin().own()).toList();
    }

    /** Each that was compared with all that wait would take minutes here. */
    @Test
    void sharingOneTakesNoTimeForThoseThatStillWait() {
        int many = 50_000;
        assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    IntStream.rangeClosed(1, many).forEach(it -> order.own(note(it)));
                    IntStream.rangeClosed(1, many - 2).forEach(it -> order.shared(note(it)));
                });
        assertThat(waiting()).containsExactly(many - 1L, (long) many);
    }

    @Test
    void aStartThatCameThroughAllTheSameWaitsNoMoreThoughWhatIsBeforeItDoes() {
        order.own(note(1));
        order.own(fact(2, 2, start("r1")));
        order.own(fact(3, 3, start("r2")));

        order.shared(fact(1, 0, start("r2")));

        assertThat(waiting()).containsExactly(1L, 2L);
        order.own(fact(4, 4, start("r2")));
        assertThat(waiting()).containsExactly(1L, 2L);
    }
}
