package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Targets;

import org.junit.jupiter.api.Test;

/** What is said before a room is left: what runs goes on, but for what hangs on the room. */
class LeavingTest extends TargetsTestBase {

    private static final String RUNBOOK =
            """
            # Shop

            1. Talk there

               ```bash {target=quay}
               top
               ```

            2. Talk here

               ```bash
               top
               ```

            3. Look there

               ```bash {target=quay}
               uptime
               ```
            """;

    LeavingTest() {
        super(at(Targets.NONE, RUNBOOK));
    }

    @Test
    void withNothingRunningItIsAskedAlone() {
        assertThat(Leaving.words(desk.room())).isEqualTo("Leave the war room?");
    }

    @Test
    void whatHasATerminalOnAnotherHostIsNamedBecauseItEnds() {
        enter("Talk there");
        enter("Talk here");
        enter("Look there");

        assertThat(Leaving.words(desk.room()))
                .isEqualTo(
                        "Leave the war room? \"Talk there\" ENDS: its terminal goes with the"
                                + " connection. 2 running step(s) go on without it.");

        ends("RUN-1-1", 0);
        assertThat(Leaving.words(desk.room()))
                .isEqualTo("Leave the war room? 2 running step(s) go on without it.");
    }
}
