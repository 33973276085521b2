package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalInt;

/** A step that was stopped, before it had begun or in its midst. */
class StoppedStepTest {

    private static final String RUNBOOK =
            """
            # Look

            1. Look at it

               ```bash
               ./state.sh
               ```
            """;

    private static String stopped(OptionalInt exit, Duration took) {
        Desk desk =
                Desk.walking(120, 30, RUNBOOK)
                        .goTo("Look at it")
                        .press(Key.Kind.ENTER)
                        .press(Key.Kind.ENTER);
        desk.signal(
                new Signal.RunEnded(
                        "RUN-1-1", Outcome.STOPPED, exit, OptionalInt.empty(), took, 0, ""));
        return ScreensTest.text(desk);
    }

    @Test
    void whatNeverBeganTookNoTime() {
        assertThat(stopped(OptionalInt.empty(), Duration.ZERO))
                .contains("Look at it · stopped ")
                .doesNotContain("0 ms");
    }

    @Test
    void itsOutputSaysThatItWasStopped() {
        assertThat(stopped(OptionalInt.of(130), Duration.ofSeconds(12)))
                .contains("stopped  12 s", "Look at it · stopped, exit 130 in 12 s");
    }
}
