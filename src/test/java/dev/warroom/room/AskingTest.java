package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;

import org.junit.jupiter.api.Test;

class AskingTest {

    private final Desk desk = Desk.inIncident();

    private Question.Purpose purpose() {
        return ((Question.Text) desk.room().question().orElseThrow()).purpose();
    }

    @Test
    void aPlaceholderIsAskedForAndThePreviewFollowsWhenItsValueIsOnDisk() {
        desk.select("Read the errors").clear().slow().press(Key.Kind.ENTER);
        assertThat(purpose().words()).isEqualTo("<service>");

        desk.type("pay & go").press(Key.Kind.ENTER);
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.asked())
                .containsExactly(new Effect.Record(new ValueSet("service", "pay & go")));

        desk.answer();
        Question.Preview preview = (Question.Preview) desk.room().question().orElseThrow();
        assertThat(preview.script()).isEqualTo("grep ERROR logs/'pay & go'.log | tail -20");
    }

    @Test
    void anOptionIsAskedForAReasonThenForItsValuesThenShown() {
        desk.select("Roll back").clear().press(Key.Kind.ENTER);
        assertThat(purpose().words()).isEqualTo("Why option 2, Rollback");

        desk.type("the schema changed").press(Key.Kind.ENTER);
        assertThat(purpose().words()).isEqualTo("<previous-version>");

        desk.type("1.4.1").press(Key.Kind.ENTER);
        assertThat(desk.room().question())
                .map(it -> ((Question.Preview) it).script())
                .contains("./rollback.sh 1.4.1 --force");
        assertThat(desk.events())
                .hasSize(2)
                .element(0)
                .isInstanceOfSatisfying(
                        OptionChosen.class,
                        it -> {
                            assertThat(it.title()).isEqualTo("Rollback");
                            assertThat(it.reason()).isEqualTo("the schema changed");
                        });
    }

    @Test
    void anAnswerOnceGivenIsNotAskedForAgain() {
        desk.select("Read the errors").press(Key.Kind.ENTER).type("pay").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ESCAPE).select("Restart the service").press(Key.Kind.ENTER);
        desk.type("quick").press(Key.Kind.ENTER);

        assertThat(desk.room().question())
                .map(it -> ((Question.Preview) it).script())
                .contains("systemctl restart pay");
    }

    @Test
    void anotherOptionThanTheChosenOneAsksForAReasonAgain() {
        desk.select("Restart the service").press(Key.Kind.ENTER);
        desk.type("quick").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
        desk.select("Roll back").press(Key.Kind.ENTER);

        assertThat(purpose()).isInstanceOf(Question.Purpose.OptionReason.class);
    }

    @Test
    void anEmptyValueIsNotTaken() {
        desk.select("Read the errors").clear().press(Key.Kind.ENTER);
        desk.type("   ").press(Key.Kind.ENTER);

        assertThat(purpose()).isInstanceOf(Question.Purpose.Value.class);
        assertThat(desk.room().notice().text())
                .isEqualTo("<service> needs a value; typed itself, it stays as it stands.");
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void anEmptyReasonForAnOptionIsNotTaken() {
        desk.select("Roll back").clear().press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(purpose()).isInstanceOf(Question.Purpose.OptionReason.class);
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void aValueThatCannotBeRecordedLeadsToNoPreview() {
        desk.journalBreaks().select("Read the errors").press(Key.Kind.ENTER);
        desk.type("pay").press(Key.Kind.ENTER);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().preparing()).isEmpty();
        assertThat(desk.room().notice().text()).contains("NOT RECORDED");
    }

    @Test
    void aValueIsQuotedSoThatTheShellTakesItAsOneWord() {
        desk.select("Restart the service").press(Key.Kind.ENTER).type("q").press(Key.Kind.ENTER);
        desk.type("a'; rm -rf ~; '").press(Key.Kind.ENTER);

        assertThat(desk.room().question())
                .map(it -> ((Question.Preview) it).script())
                .contains("systemctl restart 'a'\\''; rm -rf ~; '\\'''");
    }

    @Test
    void thePreviewNeverComesUpUnderSomebodyWhoIsTypingSomethingElse() {
        desk.select("Read the errors").slow().press(Key.Kind.ENTER);
        desk.type("pay").press(Key.Kind.ENTER).clear();
        desk.type("tit is the gateway").answer().press(Key.Kind.ENTER);

        assertThat(desk.events())
                .noneMatch(StepStarted.class::isInstance)
                .contains(new NoteAdded("it is the gateway"));
    }

    @Test
    void thePreviewDoesNotComeUpForSomebodyWhoHasMovedOn() {
        desk.select("Read the errors").slow().press(Key.Kind.ENTER);
        desk.type("pay").press(Key.Kind.ENTER).clear();
        desk.press(Key.Kind.DOWN).answer().press(Key.Kind.ENTER);

        assertThat(desk.events()).noneMatch(StepStarted.class::isInstance);
        assertThat(desk.room().question())
                .map(it -> ((Question.Preview) it).step().title())
                .contains("Watch the queue");
    }

    @Test
    void enterWhileTheAnswerIsBeingWrittenAsksNothingTwice() {
        desk.select("Read the errors").slow().press(Key.Kind.ENTER);
        desk.type("pay").press(Key.Kind.ENTER).clear().press(Key.Kind.ENTER);

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("The last answer is being written");

        desk.answer();
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
    }
}
