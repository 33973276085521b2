package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.PostMortemWritten;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;
import dev.warroom.layout.Pane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final Desk desk = Desk.inIncident();

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ack", "a", "ac", "ACK", " ack "})
    void aCommandMayBeCutShort(String line) {
        command(line);

        assertThat(desk.events()).containsExactly(new Acknowledged());
    }

    @Test
    void whatCannotBeCarriedOutComesBackWithAnArrowUpAndIsMended() {
        Desk desk = Desk.inIncident();
        desk.type(":severity P9 only one tenant").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).contains("\"P9\" is not a severity");

        desk.clear().type(":").press(Key.Kind.UP);
        assertThat(((Question.Text) desk.room().question().orElseThrow()).line().text())
                .isEqualTo("severity P9 only one tenant");
        for (int i = 0; i < "9 only one tenant".length(); i++) {
            desk.press(Key.Kind.BACKSPACE);
        }
        desk.type("3 only one tenant").press(Key.Kind.ENTER);
        assertThat(desk.incident().severity()).contains(Severity.P3);
    }

    @Test
    void whatCouldBeTwoIsNotGuessed() {
        assertThat(command("r").asked()).isEmpty();
        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.room().notice().text()).startsWith("There is no command \"r\"");

        command("re");
        assertThat(desk.room().question()).isPresent();
    }

    @Test
    void anUnknownCommandNamesThoseThereAre() {
        command("reboot now");

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().tone()).isEqualTo(Notice.Tone.BAD);
        assertThat(desk.room().notice().text())
                .startsWith("There is no command \"reboot\"")
                .contains("ack", "note", "filter", "resolve", "quit");
    }

    @Test
    void everyCommandThatHelpShowsIsThere() {
        for (CommandLine.Command it : CommandLine.COMMANDS) {
            command(it.name());
            assertThat(desk.room().notice().text())
                    .as(it.name())
                    .doesNotStartWith("There is no command");
            desk.press(Key.Kind.ESCAPE).press(Key.Kind.ESCAPE);
        }
    }

    @Test
    void anEmptyLineDoesNothing() {
        assertThat(command("").asked()).isEmpty();
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void aNoteMayBeGivenAtOnceOrAskedFor() {
        assertThat(command("note the  pager is late").events())
                .containsExactly(new NoteAdded("the  pager is late"));

        command("note");
        assertThat(desk.room().question())
                .map(it -> ((Question.Text) it).purpose())
                .contains(new Question.Purpose.Note());
    }

    @Test
    void aLayoutIsNamed() {
        command("layout narrow");
        assertThat(desk.room().screen().layout()).isEqualTo("narrow");

        command("layout wide");
        assertThat(desk.room().screen().layout()).isEqualTo("narrow");
        assertThat(desk.room().notice().text())
                .isEqualTo("There is no layout \"wide\". Layouts: narrow war-room");
    }

    @Test
    void resolvingAsksForCauseAndCureRecordsAndWritesThePostMortem() {
        command("resolve");
        desk.type("a bad deployment").press(Key.Kind.ENTER).clear();
        desk.type("rolled back").press(Key.Kind.ENTER);

        assertThat(desk.events())
                .containsExactly(
                        new Resolved("a bad deployment", "rolled back"),
                        new PostMortemWritten("/state/INC-1.md"));
        assertThat(desk.incident().open()).isFalse();
        assertThat(desk.room().notice().text())
                .startsWith("Resolved. :message resolution tells everybody.")
                .contains("/state/INC-1.md");
    }

    @Test
    void whatRunsMustEndBeforeItIsResolved() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        command("resolve");

        assertThat(desk.room().question()).contains(new Question.StopAll(1));
        desk.type("n");
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.incident().open()).isTrue();
    }

    @Test
    void itCanBeStoppedAndResolvedInOneGo() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.select("Watch the queue").press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
        command("resolve");
        desk.type("y");

        assertThat(desk.asked()).filteredOn(Effect.StopRun.class::isInstance).hasSize(2);
        assertThat(desk.running()).isEmpty();
        desk.type("a full disk").press(Key.Kind.ENTER).type("made room").press(Key.Kind.ENTER);
        assertThat(desk.incident().open()).isFalse();
    }

    @Test
    void anIncidentIsNotClosedAndAChecklistNotResolved() {
        assertThat(command("close").asked()).isEmpty();

        Desk checklist = Desk.ready().keys().type("G").press(Key.Kind.ENTER).clear();
        checklist.type(":resolve").press(Key.Kind.ENTER);
        assertThat(checklist.room().question()).isEmpty();

        checklist.type(":close").press(Key.Kind.ENTER);
        assertThat(checklist.events()).containsExactly(new ChecklistClosed());
        assertThat(checklist.incident().open()).isFalse();
    }

    @Test
    void quittingAsksFirst() {
        command("q");

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().question()).contains(new Question.Leave());
    }

    @Test
    void choosingARunbookTurnsToTheChecklistPane() {
        desk.type("3");
        command("runb");

        assertThat(desk.room().screen().focus()).isEqualTo(Pane.CHECKLIST);
        assertThat(desk.room().choosing()).isTrue();
    }
}
