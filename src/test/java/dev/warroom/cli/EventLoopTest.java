package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Policy;
import dev.warroom.room.Person;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class EventLoopTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Inbox inbox = new Inbox(now::get);

    private static Signal looked() {
        return new Signal.ProbeAnswered(
                new Reading("api", Health.OK, NOON, Duration.ofMillis(3), "200"));
    }

    private List<Inbox.Stamped> arrived(Signal... signals) throws InterruptedException {
        for (Signal signal : signals) {
            inbox.put(signal);
        }
        return inbox.take(1);
    }

    @Test
    void looksOfProbesWaitForTheSecondToChangeAndNothingElseDoes() throws InterruptedException {
        assertThat(EventLoop.canWait(arrived(looked(), looked()))).isTrue();
        assertThat(EventLoop.canWait(arrived(looked(), new Signal.Pasted("x")))).isFalse();
        assertThat(EventLoop.canWait(arrived(new Signal.Ticked()))).isFalse();
        assertThat(EventLoop.canWait(List.of())).isFalse();
    }

    @Test
    void whatWaitedIsShownWithTheNextSecondAlsoWhereProbesAnswerAllTheTime()
            throws InterruptedException {
        List<Room> shown = new ArrayList<>();
        Room first = Room.empty(new Person("ana", "app-1"), "/srv", Policy.usual(), NOON, 80, 24);
        AtomicReference<EventLoop> loop = new AtomicReference<>();
        loop.set(
                new EventLoop(
                        now::get,
                        inbox,
                        effect -> {},
                        room -> {
                            shown.add(room);
                            now.set(NOON.plusSeconds(1));
                            if (shown.size() == 2) {
                                loop.get().end();
                            }
                        }));
        for (int i = 0; i < 10; i++) {
            inbox.put(looked());
        }
        // The first picture, the one of the next second, and the one with which it ends.
        loop.get().run(first);
        assertThat(shown).hasSizeBetween(2, 3);
    }
}
