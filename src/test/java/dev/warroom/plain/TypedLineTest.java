package dev.warroom.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.incident.StepState;
import dev.warroom.keys.Bindings;
import dev.warroom.room.Desk;
import dev.warroom.room.Mode;
import dev.warroom.room.Practice;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;

/** A line does what the keys of the full screen do, by the room's own rules. */
class TypedLineTest {

    private final Desk desk = Desk.inIncident();
    private final Room before = desk.room();

    @Test
    void anEmptyLineShowsWhatWouldRunAndOnlyYesRunsIt() {
        command();
        type("");
        assertThat(desk.room().question()).get().isInstanceOf(Question.Preview.class);
        type("no");
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.incident().running()).isEmpty();
        type("").type("y");
        assertThat(desk.incident().running()).hasSize(1);
        desk.ends(Outcome.PASSED, 0, Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTS, Run it? y or n: ",
        "DRY_RUN, 'Make it ready, without running it? y or n: '",
        "READ_ONLY, Enter goes back: "
    })
    void whatCannotRunIsNotAskedFor(Mode mode, String prompt) {
        desk.signal(new Signal.ModeGiven(mode));
        command();
        type("");
        assertThat(QuestionText.prompt(desk.room()).strip()).isEqualTo(prompt.strip());
    }

    @Test
    void anEmptyLineDoesNotAnswerAPreview() {
        command();
        type("").type("");
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.incident().running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "DONE", "x"})
    void wordsAndKeysMeanTheSame(String line) {
        Step step = selected();
        type(line);
        assertThat(desk.incident().state(step.id())).isEqualTo(StepState.DONE);
    }

    @Test
    void whatFollowsAWordAnswersWhatItAsks() {
        Step step = selected();
        type("skip nobody is awake");
        assertThat(desk.incident().step(step.id()).reason()).isEqualTo("nobody is awake");
        type("note the lift is stuck");
        assertThat(said()).contains("note: the lift is stuck");
    }

    @Test
    void skippingWithoutAReasonAsksForOne() {
        Step step = selected();
        type("skip");
        assertThat(QuestionText.prompt(desk.room())).contains(step.title());
        type("");
        assertThat(desk.incident().state(step.id())).isEqualTo(StepState.OPEN);
        type("not today");
        assertThat(desk.incident().state(step.id())).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void aNumberOrATitleGoesToTheStep() {
        Step third = desk.room().checklist().steps().get(2);
        type("3");
        assertThat(selected()).isEqualTo(third);
        type("1");
        type(third.title().toUpperCase(Locale.ROOT));
        assertThat(selected()).isEqualTo(third);
    }

    @Test
    void aNumberThatNoStepHasIsNamedWithTheRule() {
        Step before = selected();
        type("4711");
        assertThat(desk.room().notice().text()).contains("no step 4711", "from 1 to");
        assertThat(selected()).isEqualTo(before);
    }

    @Test
    void backClosesAQuestionWithoutAnAnswer() {
        type("note").type(TypedLine.BACK);
        assertThat(desk.room().question()).isEmpty();
        assertThat(said()).doesNotContain("note");
    }

    @Test
    void commandsStandBehindAColon() {
        type(":note seen from afar");
        assertThat(said()).contains("seen from afar");
    }

    @Test
    void whatMeansNothingIsNamed() {
        type("frobnicate");
        assertThat(desk.room().notice().text()).contains("\"frobnicate\"", "help");
    }

    @Test
    void everyStepOfTheRunbookStandsInTheListWithItsNumber() {
        String list = String.join("\n", StepText.checklist(desk.room()));
        int number = 1;
        for (Step step : Practice.incidentRunbook().steps()) {
            assertThat(list)
                    .contains(
                            number++
                                    + " of "
                                    + Practice.incidentRunbook().steps().size()
                                    + ". "
                                    + step.title());
        }
    }

    private void command() {
        type("Look at the disks");
    }

    private Step selected() {
        return desk.room().checklist().selected().orElseThrow();
    }

    private String said() {
        return String.join("\n", Told.news(before, desk.room(), ZoneOffset.UTC));
    }

    private TypedLineTest type(String line) {
        TypedLine.signals(desk.room(), Bindings.usual(), line).forEach(desk::signal);
        return this;
    }
}
