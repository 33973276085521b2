package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the timeline tells of a step on many hosts. */
class RetellingTest {

    private static final Instant AT = Instant.parse("2026-03-01T02:14:00Z");

    private final List<Fact> facts = new ArrayList<>();

    private void add(IncidentEvent event) {
        facts.add(new Fact(facts.size() + 1L, AT, "ana", "app-1", event));
    }

    private void begins(int run, int hosts) {
        Where where = new Where("app-" + run, "", "");
        add(
                new StepStarted(
                        "INC-1-" + run,
                        "look",
                        "Look",
                        "uptime",
                        "app-" + run,
                        where,
                        Batch.id("INC-1-1", hosts)));
    }

    private void ends(int run, Outcome outcome) {
        add(
                new StepFinished(
                        "INC-1-" + run,
                        outcome,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Duration.ofSeconds(1),
                        0,
                        ""));
    }

    private List<String> words() {
        Incident incident = Incident.replay("INC-1", facts);
        return incident.told().stream().map(incident::words).toList();
    }

    @Test
    void aStepOnManyHostsIsToldOnceWhenItBeginsAndOnceHowItStands() {
        for (int i = 1; i <= 1_000; i++) {
            begins(i, 1_000);
        }
        add(new NoteAdded("half of them"));
        for (int i = 1; i <= 998; i++) {
            ends(i, i % 400 == 0 ? Outcome.FAILED : Outcome.PASSED);
        }

        assertThat(words())
                .containsExactly(
                        "Look: started on 1000 hosts",
                        "note: half of them",
                        "Look: 996 of 1000 hosts passed, 2 failed: app-400 app-800, 2 run");
    }

    @Test
    void itLooksAsBadAsTheWorstOfThem() {
        for (int i = 1; i <= 10; i++) {
            begins(i, 10);
        }
        ends(1, Outcome.UNKNOWN);
        ends(2, Outcome.PASSED);
        assertThat(Retelling.of(facts).worst(facts.getLast())).contains(Outcome.UNKNOWN);
        ends(3, Outcome.FAILED);
        ends(4, Outcome.PASSED);
        assertThat(Retelling.of(facts).worst(facts.getLast())).contains(Outcome.FAILED);
        assertThat(Retelling.of(facts).worst(facts.getFirst())).isEmpty();
    }

    @Test
    void whatIsToldGrowsWithEachFactAsItDoesWhenAllAreRead() {
        Incident incident = Incident.empty("INC-1");
        for (int i = 1; i <= 12; i++) {
            begins(i, 12);
            ends(i, Outcome.PASSED);
        }
        for (Fact fact : facts) {
            incident = incident.apply(fact);
            assertThat(incident.told().size()).isLessThanOrEqualTo(2);
        }
        assertThat(incident.told().stream().map(incident::words)).isEqualTo(words());
        assertThat(words()).last().isEqualTo("Look: 12 of 12 hosts passed");
    }

    @Test
    void fewHostsAreToldOneByOne() {
        begins(1, 2);
        begins(2, 2);
        ends(2, Outcome.PASSED);

        assertThat(words())
                .containsExactly(
                        "Look: started on app-1",
                        "Look: started on app-2",
                        "Look: passed in 1.0 s on app-2");
    }

    @Test
    void whatWasUnknownAndIsKnownLaterCountsAsItIsKnown() {
        for (int i = 1; i <= 10; i++) {
            begins(i, 10);
        }
        for (int i = 1; i <= 10; i++) {
            ends(i, i == 3 ? Outcome.UNKNOWN : Outcome.PASSED);
        }
        assertThat(words()).last().isEqualTo("Look: 9 of 10 hosts passed, 1 unknown: app-3");
        ends(3, Outcome.FAILED);
        assertThat(words()).last().isEqualTo("Look: 9 of 10 hosts passed, 1 failed: app-3");
    }
}
