package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

class OutputsTest {

    private final Desk desk = Desk.inIncident();

    private void output(String run, int from, int count) {
        List<String> lines =
                IntStream.range(from, from + count).mapToObj(Integer::toString).toList();
        desk.signal(new Signal.OutputArrived(run, lines, 0));
    }

    private List<String> shown(String run, int rows) {
        Outputs outputs = desk.room().outputs();
        return outputs.of(run).orElseThrow().lines().window(outputs.fromEnd(), rows);
    }

    private void run(String title) {
        desk.select(title).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    @Test
    void theNewestLinesOfARunAreKeptAndTheRestCounted() {
        run("Look at the disks");
        output("INC-1-1", 0, 5_000);
        desk.signal(new Signal.OutputArrived("INC-1-1", List.of("last"), 40));

        Outputs.Output output = desk.room().outputs().of("INC-1-1").orElseThrow();
        assertThat(output.lines().size()).isEqualTo(Outputs.LIMIT);
        assertThat(output.lines().gone()).isEqualTo(3_001);
        assertThat(output.dropped()).isEqualTo(40);
        assertThat(shown("INC-1-1", 1)).containsExactly("last");
    }

    @Test
    void ofManyLongOutputsTheOldestAreLetGo() {
        int kept = Outputs.MOST_LINES / Outputs.LIMIT;
        for (int i = 1; i <= kept + 8; i++) {
            run("Look at the disks");
            output("INC-1-" + i, i, Outputs.LIMIT);
            desk.ends(Outcome.FAILED, 1, Duration.ofSeconds(1));
        }

        Outputs outputs = desk.room().outputs();
        assertThat(outputs.held()).isEqualTo(Outputs.MOST_LINES);
        assertThat(outputs.of("INC-1-8").orElseThrow().lines().size()).isZero();
        assertThat(outputs.of("INC-1-8").orElseThrow().lines().gone()).isEqualTo(Outputs.LIMIT);
        assertThat(outputs.of("INC-1-9").orElseThrow().lines().size()).isEqualTo(Outputs.LIMIT);
    }

    @Test
    void whatWasLetGoOfAnOutputIsReadAgainWhereItIsLookedAt() {
        int kept = Outputs.MOST_LINES / Outputs.LIMIT;
        for (int i = 1; i <= kept + 1; i++) {
            run("Look at the disks");
            output("INC-1-" + i, i, Outputs.LIMIT);
            desk.ends(Outcome.FAILED, 1, Duration.ofSeconds(1));
        }
        desk.clear();
        Next shown = Acting.output(desk.room(), "INC-1-1");

        assertThat(shown.effects()).hasSize(1).first().isInstanceOf(Effect.ReadOutput.class);
        assertThat(Acting.output(desk.room(), "INC-1-" + kept).effects()).isEmpty();
    }

    @Test
    void outputThatNobodyAskedForIsBoundedToo() {
        for (int i = 0; i < Outputs.MOST_RUNS + 100; i++) {
            output("RUN-" + i, 0, 1);
        }

        assertThat(desk.room().outputs().byRun()).hasSize(Outputs.MOST_RUNS);
    }

    @Test
    void anOutputThatWasLetGoIsReadFromItsFileAgain() {
        run("Look at the disks");
        desk.ends(Outcome.FAILED, 1, Duration.ofSeconds(1));
        Desk later = Desk.ready();
        later.signal(new Signal.JournalOpened(desk.incident()));
        later.select("Look at the disks").clear().type("o");

        assertThat(later.asked()).containsExactly(new Effect.ReadOutput("INC-1-1", Where.HERE));
        assertThat(later.room().outputs().of("INC-1-1").orElseThrow().lines().all())
                .containsExactly("read again");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"STOPPED", "FAILED"})
    void whatNeverBeganHasNoFileThatALaterRoomCouldRead(Outcome outcome) {
        run("Look at the disks");
        desk.ends("INC-1-1", outcome, OptionalInt.empty(), Duration.ZERO, "it had not begun");
        Desk later = Desk.ready();
        later.signal(new Signal.JournalOpened(desk.incident()));
        later.select("Look at the disks").clear().type("o");

        assertThat(later.room().screen().output()).contains("INC-1-1");
        assertThat(later.asked()).isEmpty();
    }

    @Test
    void theOutputThatWasJustClosedComesBackAlthoughTheSelectionHasMovedOn() {
        run("Look at the disks");
        desk.ends(Outcome.PASSED, 0, Duration.ofSeconds(1));
        assertThat(desk.room().checklist().selected().orElseThrow().title())
                .isNotEqualTo("Look at the disks");
        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().screen().output()).isEmpty();

        desk.type("o");
        assertThat(desk.room().screen().output()).contains("INC-1-1");
    }

    @Test
    void whatIsLookedAtStaysWhereItIsWhileOutputArrives() {
        run("Look at the disks");
        output("INC-1-1", 0, 100);
        desk.type("2kk");
        assertThat(shown("INC-1-1", 1)).containsExactly("97");

        output("INC-1-1", 100, 30);
        assertThat(shown("INC-1-1", 1)).containsExactly("97");
    }

    @Test
    void theOutputOfAnotherRunDoesNotMoveWhatIsLookedAt() {
        run("Watch the queue");
        output("INC-1-1", 0, 10);
        run("Look at the disks");
        output("INC-1-2", 0, 100);
        desk.type("2kk");
        output("INC-1-1", 10, 30);

        assertThat(shown("INC-1-2", 1)).containsExactly("97");
    }

    @Test
    void whatIsHeldDoesNotRunOffTheEndOfWhatIsKept() {
        run("Look at the disks");
        output("INC-1-1", 0, 100);
        desk.type("2k");
        output("INC-1-1", 100, 10_000);

        assertThat(shown("INC-1-1", 5)).isNotEmpty();
        desk.type("j");
        assertThat(shown("INC-1-1", 5)).isNotEmpty();
    }
}
