package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

class ReplayTest {

    @Property(tries = 300, seed = "195113942")
    void aReplayIsTheIncidentThatWasLived(@ForAll("histories") List<IncidentEvent> events) {
        List<Fact> facts = EveryEvent.facts(events);
        Incident live = Incident.empty("INC-1");
        for (Fact fact : facts) {
            live = live.apply(fact);
            assertThat(Incident.replay("INC-1", facts.subList(0, (int) fact.number())))
                    .isEqualTo(live);
        }
        assertThat(live.facts()).isEqualTo(facts);
    }

    @Property(tries = 300, seed = "361275244")
    void aStepRunsExactlyWhileARunOfItHasNoEndOrIsTicked(
            @ForAll("histories") List<IncidentEvent> events) {
        Incident incident = Incident.replay("INC-1", EveryEvent.facts(events));
        for (StepRecord step : incident.steps().values()) {
            boolean running = step.attempts().stream().anyMatch(Attempt::running);
            boolean ticked = step.state() == StepState.DONE || step.state() == StepState.SKIPPED;
            assertThat(step.state() == StepState.RUNNING).isEqualTo(running && !ticked);
        }
    }

    @Property(tries = 300, seed = "942045434")
    void everyFactHasOneSafeLine(@ForAll("histories") List<IncidentEvent> events) {
        List<Fact> facts = EveryEvent.facts(events);
        for (Fact fact : facts) {
            assertThat(FactWords.words(fact, facts).codePoints())
                    .noneMatch(code -> code < 0x20 || (code >= 0x7F && code <= 0x9F));
        }
    }

    @Provide
    Arbitrary<List<IncidentEvent>> histories() {
        Arbitrary<String> run = Arbitraries.integers().between(1, 5).map(n -> "r" + n);
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<IncidentEvent> starts =
                run.map(it -> new IncidentEvent.StepStarted(it, stepOf(it), "t", "true", "local"));
        Arbitrary<IncidentEvent> ends =
                run.flatMap(
                        it ->
                                Arbitraries.of(Outcome.class)
                                        .map(
                                                outcome ->
                                                        new IncidentEvent.StepFinished(
                                                                it,
                                                                outcome,
                                                                OptionalInt.empty(),
                                                                Duration.ZERO,
                                                                0,
                                                                "")));
        Arbitrary<IncidentEvent> ticks = run.map(it -> new IncidentEvent.StepDone(stepOf(it), "t"));
        Arbitrary<IncidentEvent> notes = text.map(IncidentEvent.NoteAdded::new);
        return Arbitraries.oneOf(
                        starts,
                        ends,
                        ticks,
                        notes,
                        Arbitraries.of(EveryEvent.events()),
                        Arbitraries.of(EveryCommandEvent.events()))
                .list()
                .ofMaxSize(25);
    }

    /** Two steps share five runs, so that runs of one step overlap. */
    private static String stepOf(String run) {
        return run.compareTo("r3") < 0 ? "a" : "b";
    }
}
