package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.Severity;
import dev.warroom.runbook.Page;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CatalogTest {

    private final Desk desk = Desk.ready();

    private static KnownIncident known(String id, boolean open) {
        return new KnownIncident(
                id, Optional.of(Severity.P2), "slow search", "/srv/shop", Desk.START, open);
    }

    @Test
    void openIncidentsStandBeforeRunbooksAndFinishedOnesAreNotOffered() {
        desk.signal(
                new Signal.IncidentsListed(List.of(known("INC-9", true), known("INC-8", false))));

        assertThat(desk.room().catalog().entries(false))
                .hasSize(3)
                .first()
                .isEqualTo(new Catalog.OpenIncident(known("INC-9", true)));

        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked()).containsExactly(new Effect.OpenJournal("INC-9"));
    }

    @Test
    void whoLooksForSomethingIsToldThatTheSearchDoesNotKnowAllWords() {
        StringBuilder text = new StringBuilder("# Gates\n\n1. open\n");
        for (int line = 0; line < 5_100; line++) {
            text.append("\n- ");
            for (int word = 0; word < 60; word++) {
                text.append('w').append(Integer.toString(line * 60 + word, 36)).append(' ');
            }
        }
        desk.signal(Signal.LibraryRead.of(RunbookReader.outline("gates.md", text.toString())));
        assertThat(desk.room().catalog().unknown()).isEmpty();

        desk.type("gates");

        assertThat(desk.room().catalog().unknown().orElse(""))
                .contains("300,000 different words", "move files");
    }

    @Test
    void aRunbookWithASeverityAsksWhatIsWrongAndDeclares() {
        Runbook runbook = Practice.incidentRunbook();
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("An incident needs a title");
        assertThat(desk.asked()).isEmpty();

        desk.type("cards are refused").press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .containsExactly(
                        new Effect.CreateJournal(
                                List.of(
                                        new Declared(
                                                Severity.P1,
                                                "cards are refused",
                                                "checkout",
                                                "/srv/checkout"),
                                        new RunbookOpened(
                                                runbook.id(),
                                                runbook.title(),
                                                "runbooks/checkout.md"))),
                        new Effect.CountLogs(Desk.START));
        assertThat(desk.room().choosing()).isFalse();
        assertThat(desk.incident().open()).isTrue();
        assertThat(desk.room().checklist().place()).isZero();
    }

    @Test
    void enterPressedTwiceAsksForOneJournal() {
        desk.slow();
        desk.press(Key.Kind.DOWN).press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.asked()).hasSize(1).first().isInstanceOf(Effect.CreateJournal.class);
        assertThat(desk.room().notice().text()).isEqualTo("It is being opened.");
    }

    @Test
    void whatCouldNotBeOpenedMayBeAskedForAgain() {
        desk.slow();
        desk.press(Key.Kind.DOWN).press(Key.Kind.ENTER);
        desk.signal(new Signal.OpenFailed("the disk is full"));
        assertThat(desk.room().notice().text()).isEqualTo("the disk is full");

        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked()).hasSize(2);
    }

    @Test
    void aRunbookWithoutASeverityBeginsAChecklistAtOnce() {
        desk.press(Key.Kind.DOWN).press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .first()
                .isInstanceOfSatisfying(
                        Effect.CreateJournal.class,
                        it ->
                                assertThat(it.events().getFirst())
                                        .isEqualTo(
                                                new ChecklistStarted(
                                                        "Morning checks", "/srv/checkout")));
        assertThat(desk.incident().severity()).isEmpty();
    }

    @Test
    void anotherRunbookIsOpenedWithinTheIncident() {
        Desk inIncident = Desk.inIncident();
        inIncident.type(":runbooks").press(Key.Kind.ENTER);
        assertThat(inIncident.room().choosing()).isTrue();

        inIncident.press(Key.Kind.PAGE_DOWN).press(Key.Kind.ENTER);

        assertThat(inIncident.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        RunbookOpened.class,
                        it -> assertThat(it.title()).isEqualTo("Morning checks"));
        assertThat(inIncident.room().choosing()).isFalse();
        assertThat(inIncident.incident().id()).isEqualTo("INC-1");
    }

    @Test
    void whatIsOnTheChecklistKeepsItsPlaceWhenItIsPickedAgain() {
        Desk inIncident = Desk.inIncident().select("Look at the gateway").clear();
        inIncident.type("r").press(Key.Kind.ENTER);

        assertThat(inIncident.room().choosing()).isFalse();
        assertThat(inIncident.asked()).isEmpty();
        assertThat(inIncident.here()).isEqualTo("Look at the gateway");
    }

    @Test
    void howFarEachRunbookOfTheIncidentIsCanBeTold() {
        Desk inIncident = Desk.inIncident();
        Runbook first = Practice.incidentRunbook();
        Runbook other = inIncident.room().library().runbooks().getLast();
        assertThat(Progress.of(inIncident.room(), other)).isEmpty();

        inIncident.select("Declare the incident").type("x").type("r");
        assertThat(Progress.of(inIncident.room(), first))
                .contains(new Progress(true, 1, first.steps().size()));

        inIncident.press(Key.Kind.PAGE_DOWN).press(Key.Kind.ENTER).clear();
        assertThat(Progress.of(inIncident.room(), first))
                .contains(new Progress(false, 1, first.steps().size()));
        assertThat(Progress.of(inIncident.room(), other))
                .contains(new Progress(true, 0, other.steps().size()));
    }

    @Test
    void theCursorStaysInsideTheList() {
        desk.keys().type("kkk");
        assertThat(desk.room().catalog().cursor()).isZero();

        desk.type("jjjjjjj");
        assertThat(desk.room().catalog().cursor()).isEqualTo(1);
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        Desk empty = Desk.bare(120, 30).press(Key.Kind.ENTER);

        assertThat(empty.asked()).isEmpty();
        assertThat(empty.room().notice().text()).contains("put Markdown files into runbooks/");
    }

    private String selected() {
        return switch (desk.room().catalog().selected(false).orElseThrow()) {
            case Catalog.OpenIncident(KnownIncident incident) -> incident.id();
            case Catalog.OpenRunbook(Runbook runbook, String because) -> runbook.title();
            case Catalog.ReadPage(Page page) -> page.title();
        };
    }

    @Test
    void lettersFindARunbookOnTheFirstScreenAndEnterOpensIt() {
        desk.type("night alerts");
        assertThat(selected()).isEqualTo("Morning checks");
        assertThat(desk.room().catalog().fitting())
                .singleElement()
                .isInstanceOfSatisfying(
                        Catalog.OpenRunbook.class,
                        it -> assertThat(it.because()).isEqualTo("Read the night's alerts"));

        desk.press(Key.Kind.ENTER);
        assertThat(desk.incident().title()).isEqualTo("Morning checks");
    }

    @Test
    void anErrorMessageCanBePastedIntoTheSearchLine() {
        desk.signal(new Signal.Pasted("  checkout answers 5xx since 14:02\n"));

        assertThat(desk.room().catalog().typed().text())
                .isEqualTo("checkout answers 5xx since 14:02");
        assertThat(selected()).isEqualTo("P1: Checkout answers 5xx");
    }

    @Test
    void escClearsTheSearchThenMakesLettersKeysAndRTypesAgain() {
        desk.type("jq").press(Key.Kind.ESCAPE);
        assertThat(desk.room().catalog().typed().text()).isEmpty();
        assertThat(desk.room().typing()).isTrue();

        desk.press(Key.Kind.ESCAPE).type("j");
        assertThat(desk.room().typing()).isFalse();
        assertThat(desk.room().catalog().cursor()).isEqualTo(1);

        desk.type("rj");
        assertThat(desk.room().catalog().typed().text()).isEqualTo("j");
    }

    @Test
    void anEmptySearchLineLetsAColonBeginACommandAndAQuestionMarkShowHelp() {
        desk.type(":");
        assertThat(desk.room().question()).containsInstanceOf(Question.Text.class);
        desk.press(Key.Kind.ESCAPE).type("?");
        assertThat(desk.room().screen().help()).isPresent();
        desk.press(Key.Kind.ESCAPE).type("port 80:?");

        assertThat(desk.room().catalog().typed().text()).isEqualTo("port 80:?");
    }

    @Test
    void inAnotherPaneLettersAreKeysAndBackInTheCatalogTheyAreWordsAgain() {
        desk.type("morn").press(Key.Kind.TAB).type("1ing");

        assertThat(desk.room().catalog().typed().text()).isEqualTo("morning");
    }

    @Test
    void whatFitsNothingOpensNothing() {
        desk.type("zzzz").press(Key.Kind.ENTER);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text())
                .isEqualTo("Nothing fits these words: Esc takes them away.");
    }

    @Test
    void duringAnIncidentEscGoesBackToTheChecklist() {
        Desk inIncident = Desk.inIncident().type("r");
        assertThat(inIncident.room().choosing()).isTrue();
        assertThat(inIncident.room().typing()).isTrue();

        inIncident.press(Key.Kind.ESCAPE);
        assertThat(inIncident.room().choosing()).isFalse();
        assertThat(inIncident.room().typing()).isFalse();
    }

    @Test
    void textOutsideOfEveryRunbookIsFoundAndRead() {
        desk.signal(
                Signal.LibraryRead.of(
                        RunbookReader.read(
                                "runbooks/team.md",
                                "# Team\n\n## Who to call\n\nThe lead: +49 30 1234\n\n"
                                        + "## Look\n\n1. Look\n")));
        desk.type("lead").press(Key.Kind.ENTER);

        assertThat(desk.room().question())
                .get()
                .isInstanceOfSatisfying(
                        Question.Reading.class,
                        it -> {
                            assertThat(it.title()).isEqualTo("Who to call · runbooks/team.md");
                            assertThat(it.lines()).contains(Notice.plain("The lead: +49 30 1234"));
                        });
        assertThat(desk.press(Key.Kind.ESCAPE).room().question()).isEmpty();
    }

    @Test
    void wordsBehindTheCommandAreLookedForAtOnce() {
        Desk inIncident = Desk.inIncident();

        inIncident.type(":runbooks morning").press(Key.Kind.ENTER);

        assertThat(inIncident.room().catalog().typed().text()).isEqualTo("morning");
        assertThat(inIncident.room().catalog().entries(true))
                .singleElement()
                .isInstanceOfSatisfying(
                        Catalog.OpenRunbook.class,
                        it -> assertThat(it.runbook().title()).isEqualTo("Morning checks"));
    }
}
