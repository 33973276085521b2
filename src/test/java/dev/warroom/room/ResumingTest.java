package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalInt;

/** A script that one of its commands has ended. */
class ResumingTest {

    private static final String RUNBOOK =
            """
            # Deploy

            ```bash
            # 1. Deploy it
            cd /srv
            for f in a b; do
                cp $f <where>
            done
            ./restart.sh
            ```
            """;

    private final Desk desk = Desk.walking(120, 30, RUNBOOK).goTo("Deploy it");

    private Desk failedIn(int line) {
        desk.press(Key.Kind.ENTER).type("/opt").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        return desk.signal(
                        new Signal.RunEnded(
                                "RUN-1-1",
                                Outcome.FAILED,
                                OptionalInt.of(7),
                                OptionalInt.of(line),
                                Duration.ofSeconds(1),
                                0,
                                ""))
                .clear();
    }

    private Launch shown() {
        return ((Question.Preview) desk.room().question().orElseThrow()).launch();
    }

    @Test
    void theLineAndItsExitCodeAreSaidAndEnterAsksHowToGoOn() {
        failedIn(3);
        assertThat(desk.room().notice().text())
                .isEqualTo("Deploy it: failed, exit 7 in line 3; Enter goes on from there");

        desk.press(Key.Kind.ENTER);
        assertThat(desk.room().question())
                .get()
                .isInstanceOfSatisfying(
                        Question.Resume.class,
                        it ->
                                assertThat(it.failure().words())
                                        .isEqualTo(
                                                "line 3 ended it with exit 7: for f in a b; do"));
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void onFromTheNextLineShowsTheRestWithItsLineNumbersAndRunsItAfterEnter() {
        failedIn(3).press(Key.Kind.ENTER).type("n");

        assertThat(shown().script()).isEqualTo("\n\n\n\n./restart.sh");
        assertThat(shown().carried().run()).contains("RUN-1-1");
        assertThat(shown().carried().resumes()).isTrue();
        assertThat(shown().conditions(true)).first().asString().contains("line 5");
        assertThat(desk.asked()).isEmpty();

        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked()).anyMatch(Effect.StartRun.class::isInstance);
    }

    @Test
    void againFromHereBeginsWithTheWholeCommandThatFailed() {
        failedIn(3).press(Key.Kind.ENTER).type("a");

        assertThat(shown().script())
                .isEqualTo("\nfor f in a b; do\n    cp $f /opt\ndone\n./restart.sh");
    }

    @Test
    void theWholeStepAgainGoesOnWithNothingOfIt() {
        failedIn(3).press(Key.Kind.ENTER).type("w");

        assertThat(shown().script()).startsWith("cd /srv");
        assertThat(shown().carried().resumes()).isFalse();
    }

    @Test
    void escLeavesItAsItIs() {
        failedIn(3).press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void afterTheLastLineThereIsNothingToGoOnWithAndThatIsSaid() {
        failedIn(5).press(Key.Kind.ENTER).type("n");

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("Nothing comes after line 5");
    }
}
