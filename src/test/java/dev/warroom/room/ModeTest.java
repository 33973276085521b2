package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepState;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Rooms from which not everything may be done. */
class ModeTest {

    private static final String DISKS = "Look at the disks";

    private static Desk in(Mode mode) {
        return Desk.inIncident().signal(new Signal.ModeGiven(mode)).clear();
    }

    @Test
    void aReadOnlyRoomShowsWhatWouldRunAndDoesNotRunIt() {
        Desk desk = in(Mode.READ_ONLY).select(DISKS).press(Key.Kind.ENTER);
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
        desk.press(Key.Kind.ENTER);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("read-only").contains("--read-only");
    }

    @Test
    void aReadOnlyRoomWritesDownWhatIsNoted() {
        Desk desk = in(Mode.READ_ONLY).type("tseen").press(Key.Kind.ENTER);

        assertThat(desk.events()).containsExactly(new NoteAdded("seen"));
    }

    @Test
    void aDryRunNotesAStepAsReadyAndGoesOnToTheNext() {
        Desk desk = in(Mode.DRY_RUN).select(DISKS).press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .containsExactly(
                        new Effect.Record(
                                new StepPrepared(Practice.step(DISKS).id(), DISKS, "df -h /")));
        assertThat(desk.incident().state(Practice.step(DISKS).id())).isEqualTo(StepState.READY);
        assertThat(desk.room().checklist().selected().orElseThrow().title())
                .isEqualTo("Look at the gateway");
    }

    @Test
    void whatRunsAlreadyIsNotStoppedFromThem() {
        Desk desk = Desk.inIncident().select(DISKS).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.signal(new Signal.ModeGiven(Mode.READ_ONLY)).clear().type("K");

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).contains("read-only");
        desk.ends(Outcome.PASSED, 0, Duration.ofSeconds(1));
        assertThat(desk.incident().state(Practice.step(DISKS).id())).isEqualTo(StepState.PASSED);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "88120417")
    void whateverIsDoneInThemNothingRuns(
            @ForAll("modes") Mode mode, @ForAll("acts") List<Act> acts) {
        Desk desk = in(mode);
        for (Act act : acts) {
            act.on().accept(desk);
        }

        assertThat(desk.asked())
                .noneMatch(
                        it ->
                                it instanceof Effect.StartRun
                                        || it instanceof Effect.StopRun
                                        || it instanceof Effect.Suggest);
    }

    @Provide
    Arbitrary<Mode> modes() {
        return Arbitraries.of(Mode.READ_ONLY, Mode.DRY_RUN, Mode.OBSERVES);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMaxSize(60);
    }
}
