package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Steps that do not end by themselves: they run beside the rest, many at once, until stopped. */
class StreamsTest {

    private static final String RUNBOOK =
            """
            # Watch

            ```bash
            # 1. Follow the log
            tail -f app.log
            # 2. Follow the errors
            tail -f error.log
            # 3. Look
            ls
            ```
            """;

    private final Desk desk = Desk.walking(120, 30, RUNBOOK);

    private Desk run(String step) {
        return desk.goTo(step).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    private List<String> shown(String step) {
        desk.goTo(step).type("o");
        String run = desk.room().screen().output().orElseThrow();
        return desk.room().outputs().of(run).orElseThrow().lines().window(0, 10);
    }

    @Test
    void severalRunBesideAStepAndEachShowsItsOwnOutputBehindAKey() {
        run("Follow the log");
        run("Follow the errors");
        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-2");
        assertThat(desk.asked())
                .filteredOn(Effect.StartRun.class::isInstance)
                .allMatch(
                        it ->
                                ((Effect.StartRun) it).launch().manner() == Launch.Manner.STREAM
                                        && ((Effect.StartRun) it).launch().limit().isEmpty());

        run("Look");
        desk.ends("RUN-1-3", Outcome.PASSED, OptionalInt.of(0), Duration.ZERO, "");
        desk.signal(new Signal.OutputArrived("RUN-1-1", List.of("a line"), 0));
        desk.signal(new Signal.OutputArrived("RUN-1-2", List.of("an error"), 0));

        assertThat(desk.running()).containsExactly("RUN-1-1", "RUN-1-2");
        assertThat(shown("Follow the log")).containsExactly("a line");
        assertThat(shown("Follow the errors")).containsExactly("an error");
    }

    @Test
    void oneIsStoppedAndTheOtherGoesOn() {
        run("Follow the log");
        run("Follow the errors");
        desk.goTo("Follow the log").clear().type("K").type("y");

        assertThat(desk.asked()).contains(new Effect.StopRun("RUN-1-1", Where.HERE));
        desk.ends("RUN-1-1", Outcome.STOPPED, OptionalInt.of(130), Duration.ofSeconds(9), "");
        assertThat(desk.running()).containsExactly("RUN-1-2");
    }

    @Test
    void aStopWhereAnotherStepIsSelectedSaysWhichOneRuns() {
        run("Follow the log");
        desk.goTo("Look").type("K");
        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "Nothing is running here: K stops \"Follow the log\" where that is"
                                + " selected.");

        run("Follow the errors");
        desk.goTo("Look").type("K");
        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "Nothing is running here: K stops \"Follow the errors\" and 1 more where"
                                + " each is selected.");
    }

    @Test
    void whatEscapedAStopIsSaidAndWrittenDown() {
        run("Follow the log");
        desk.clear().signal(new Signal.RunEscaped("RUN-1-1", "4711 tail -f app.log"));

        String words = "goes on after the stop, by its pid: 4711 tail -f app.log";
        assertThat(desk.room().notice().text()).isEqualTo("Follow the log: it " + words);
        assertThat(desk.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        StepNoted.class, it -> assertThat(it.text()).isEqualTo(words));
    }

    @Test
    void untilWhatIsStoppedHasEndedThatItIsBeingStoppedIsSaid() {
        run("Follow the log").slow().type("K").type("y");

        assertThat(desk.room().notice().text()).isEqualTo("Follow the log is being stopped.");
        desk.quick();
        assertThat(desk.room().notice().text()).isEqualTo("Follow the log: stopped");
    }
}
