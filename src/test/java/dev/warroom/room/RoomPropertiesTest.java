package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.StepStarted;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

class RoomPropertiesTest {

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMinSize(1).ofMaxSize(120);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, seed = "153552026")
    void whateverHappensTheRoomStandsAndItsIncidentIsThatOfItsFacts(
            @ForAll("acts") List<Act> acts, @ForAll boolean during) {
        Desk desk = during ? Desk.inIncident() : Desk.bare(0, 0);
        for (Act act : acts) {
            act.on().accept(desk);
            bounded(desk.room());
        }
        desk.quick();

        Incident live = desk.incident();
        assertThat(Incident.replay(live.id(), List.copyOf(live.facts()))).isEqualTo(live);
        assertThat(List.copyOf(live.facts())).isEqualTo(desk.recorded());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "651551008")
    void nothingStartsThatIsNotOnDiskAndNothingStartsTwice(@ForAll("acts") List<Act> acts) {
        Desk desk = Desk.inIncident().clear();
        for (Act act : acts) {
            act.on().accept(desk);
        }
        desk.quick();
        List<String> started =
                desk.asked().stream()
                        .filter(Effect.StartRun.class::isInstance)
                        .map(it -> ((Effect.StartRun) it).run())
                        .toList();

        assertThat(started).doesNotHaveDuplicates();
        assertThat(desk.everRecorded())
                .filteredOn(it -> it.event() instanceof StepStarted)
                .extracting(it -> ((StepStarted) it.event()).run())
                .containsAll(started);
    }

    private static void bounded(Room room) {
        assertThat(room.logs().kept().size()).isLessThanOrEqualTo(Logs.LIMIT);
        assertThat(room.logs().fromEnd()).isBetween(0, Math.max(0, room.logs().shown().size() - 1));
        assertThat(room.outputs().byRun().size()).isLessThanOrEqualTo(Outputs.MOST_RUNS);
        List<Fact> shown = room.timeline().shown(room.incident().facts());
        assertThat(room.timeline().newer(shown)).isBetween(0, Math.max(0, shown.size() - 1));
        assertThat(room.timeline().meant(shown).isPresent()).isEqualTo(!shown.isEmpty());
        assertThat(room.health().cursor()).isBetween(0, room.health().probes().size() - 1);
        room.question()
                .filter(Question.Text.class::isInstance)
                .map(it -> ((Question.Text) it).line())
                .ifPresent(LinePropertiesTest::lawful);
    }
}
