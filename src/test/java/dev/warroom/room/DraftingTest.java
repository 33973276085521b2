package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.Hook;
import dev.warroom.policy.Template;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class DraftingTest {

    private Desk desk = Desk.inIncident();

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    private String said() {
        return desk.room().notice().text();
    }

    private String text() {
        return ((Question.Sending) desk.room().question().orElseThrow()).draft().text();
    }

    private static Hook hook(String name, String... on) {
        return new Hook(name, Set.of(on), new Hook.Command("true"), Duration.ofSeconds(1), 1);
    }

    private MessageSent sent() {
        return desk.incident().facts().stream()
                .map(it -> it.event())
                .filter(MessageSent.class::isInstance)
                .map(MessageSent.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void anUpdateIsFilledFromWhatHappenedAndFromTheChecklist() {
        desk.select("Declare the incident").type("x").pass(Duration.ofMinutes(4));
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.PASSED, 0, Duration.ofMillis(400)).press(Key.Kind.ESCAPE);
        desk.clear().type("uwe look at the gateway").press(Key.Kind.ENTER);
        assertThat(desk.room().question())
                .map(it -> ((Question.Text) it).purpose().words())
                .contains("{updated_eta} (Enter: not known yet)");
        desk.type("15:00 UTC").press(Key.Kind.ENTER);

        assertThat(text())
                .isEqualTo(
                        """
                        STATUS UPDATE INC-1 - P1, 4 min in

                        Status: we look at the gateway
                        Done since the last update:
                        - 02:14 Declare the incident in the channel: done
                        - 02:18 Look at the disks: exit 0 in 400 ms on local
                        Next: Look at the gateway; Read the errors of the last deployment; Watch the\
                         queue
                        ETA: 15:00 UTC
                        """);

        desk.press(Key.Kind.ENTER);
        assertThat(desk.events())
                .contains(new ValueSet("eta", "15:00 UTC"))
                .contains(new StatusUpdated("we look at the gateway"));
        assertThat(sent().way()).isEqualTo("copied to the tmux buffer");
        assertThat(sent().text()).startsWith("STATUS UPDATE INC-1");
        assertThat(said()).isEqualTo("The status-update was copied to the tmux buffer.");
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void theNextUpdateTellsOnlyWhatIsNewAndOffersTheEtaAgain() {
        desk.type("t").type("only new schema").press(Key.Kind.ENTER);
        desk.type("ubad").press(Key.Kind.ENTER).type("15:00");
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).pass(Duration.ofMinutes(10));
        desk.type("ustill bad").press(Key.Kind.ENTER);
        assertThat(((Question.Text) desk.room().question().orElseThrow()).line().text())
                .isEqualTo("15:00");
        desk.press(Key.Kind.ENTER);

        assertThat(text()).contains("- nothing new").doesNotContain("only new schema");
    }

    @Test
    void whatIsWrittenByHandIsSentAsItStandsAndPasteIsText() {
        desk.type("ubad").press(Key.Kind.ENTER).press(Key.Kind.ENTER).type("e");
        desk.signal(new Signal.Pasted("one\r\ntwo\u001b[2J\u0007\ttabs"));
        desk.press(Key.Kind.ENTER).type("q: nothing here is a key");
        assertThat(desk.room().question().orElseThrow()).isInstanceOf(Question.Writing.class);

        desk.press(Key.Kind.TAB).press(Key.Kind.ENTER);
        assertThat(sent().text()).endsWith("one\ntwo [2J  tabs\nq: nothing here is a key");
    }

    @Test
    void whatIsLeftBeforeItIsSentIsKept() {
        desk.type("ubad").press(Key.Kind.ENTER).press(Key.Kind.ENTER).type("e").type("by hand");
        desk.press(Key.Kind.ESCAPE).press(Key.Kind.ESCAPE);
        assertThat(desk.room().question()).isEmpty();
        assertThat(said()).isEqualTo("Not sent. :message status-update goes on with it.");

        desk.pass(Duration.ofMinutes(20)).type("u");
        assertThat(text()).endsWith("by hand");
        desk.type("r");
        assertThat(text()).contains("20 min in").contains("Status: bad").doesNotContain("by hand");
    }

    @Test
    void hooksGetItOnceItIsWrittenDownAndTheirAnswersGoToTheTimeline() {
        desk = Desk.inIncident(hook("chat", "status-update"), hook("pager", "escalation"));
        desk.clear().type("ubad").press(Key.Kind.ENTER).press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        List<Effect> asked = desk.asked();
        assertThat(asked)
                .filteredOn(it -> it instanceof Effect.Hand || isSent(it))
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Record", "Hand");
        assertThat(sent().way()).isEqualTo("on its way to chat");
        assertThat(desk.incident().facts().getLast().event())
                .isEqualTo(new HookAnswered("chat", "status-update", true, "exit 0"));
    }

    private static boolean isSent(Effect effect) {
        return effect instanceof Effect.Record(IncidentEvent event) && event instanceof MessageSent;
    }

    @Test
    void aFailingHookIsSaidAndTheRoomGoesOn() {
        desk.signal(new Signal.HookDone("chat", "status-update", false, "no answer in 10 s"));

        assertThat(said()).isEqualTo("chat failed: no answer in 10 s");
        assertThat(desk.room().notice().tone()).isEqualTo(Notice.Tone.BAD);
        desk.type("tgoes on").press(Key.Kind.ENTER);
        assertThat(said()).isEqualTo("Noted.");
    }

    @Test
    void escalatingHandsItsMessageToTheNotifyHookAtOnce() {
        desk = Desk.inIncident(hook("pager", "escalation"));
        desk.pass(Duration.ofMinutes(31)).clear().type("U").press(Key.Kind.ENTER);

        assertThat(desk.events())
                .hasSize(3)
                .satisfies(
                        it -> assertThat(it.get(0)).isInstanceOf(Escalated.class),
                        it -> assertThat(it.get(1)).isInstanceOf(MessageSent.class),
                        it -> assertThat(it.get(2)).isInstanceOf(HookAnswered.class));
        assertThat(sent().text())
                .startsWith("Senior Engineer (level 2): INC-1 P1 needs you.")
                .contains("Why: not resolved in 30 min")
                .contains("An answer is due by 03:15 UTC.");
        assertThat(Clocks.of(desk.room()))
                .anyMatch(it -> it.words().equals("L2 answers") && it.left().toMinutes() == 30);
    }

    @Test
    void aResolutionIsWrittenAfterTheEnd() {
        command("resolve");
        desk.type("a full disk").press(Key.Kind.ENTER).type("emptied").press(Key.Kind.ENTER);
        command("message resolution");

        assertThat(text())
                .contains("Root cause: a full disk", "Resolution: emptied", "to be scheduled");
    }

    @Test
    void aMessageThatThereIsNotIsNamedWithThoseThereAre() {
        command("message holiday");
        assertThat(said()).startsWith("There is no message \"holiday\". Messages: declaration ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aPlaceholderThatNothingFillsIsNamedAndNothingIsLost(String answer) {
        command("message declaration");
        desk.type(answer).press(Key.Kind.ENTER);
        assertThat(said()).startsWith("{impact_description} needs words before the message can go");
        assertThat(desk.room().question()).isPresent();

        desk.type("cards fail").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(text()).contains("Impact: cards fail").contains("ETA: not known yet");
        assertThat(desk.incident().values()).containsEntry("impact", "cards fail");
    }

    @Test
    void whatIsTypedForTheEndStandsAloneAndIsOfferedAgain() {
        desk.type("ubad").press(Key.Kind.ENTER).type("in ten minutes").press(Key.Kind.ENTER);
        assertThat(text()).contains("ETA: in ten minutes\n");

        desk.press(Key.Kind.ENTER).clear().type("uworse").press(Key.Kind.ENTER);
        assertThat(((Question.Text) desk.room().question().orElseThrow()).line().text())
                .isEqualTo("in ten minutes");
    }

    @Test
    void aRunbooksTemplateIsFilledHoweverItsPlaceholdersAreSpelt() {
        Draft draft =
                Draft.of(
                        "x",
                        "P{severity} {Service-Name} {updated_eta} {zoom_link} {}",
                        LiveValues.of(desk.room()));

        assertThat(draft.missing()).contains(new Draft.Slot("{updated_eta}", "eta"));
        assertThat(draft.with("eta", "noon").text()).isEqualTo("P1 checkout noon {zoom_link} {}\n");
    }

    @Test
    void aMessageOfAMegabyteIsCutAndAnEmptyOneIsNotSent() {
        desk.type("ubad").press(Key.Kind.ENTER).press(Key.Kind.ENTER).type("e");
        desk.signal(new Signal.Pasted("x".repeat(1 << 20))).press(Key.Kind.TAB);
        assertThat(text()).hasSize(TextArea.MOST_CHARACTERS);

        desk.type("e");
        for (int i = 0; i < 12; i++) {
            desk.press(Key.control('u')).press(Key.Kind.BACKSPACE);
        }
        desk.press(Key.Kind.TAB).clear().press(Key.Kind.ENTER);
        assertThat(said()).startsWith("The message is empty");
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void theUsualTemplatesAreFilledOrAskedAndNeverSentWithHoles() {
        for (Template template : Template.USUAL) {
            Draft draft = Draft.of(template.name(), template.text(), LiveValues.of(desk.room()));
            for (int i = 0; i < 20 && draft.missing().isPresent(); i++) {
                draft = draft.with(draft.missing().get().key(), "words");
            }
            assertThat(draft.text()).as(template.name()).doesNotContain("{", "}");
        }
    }
}
