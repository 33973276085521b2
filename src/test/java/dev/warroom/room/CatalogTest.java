package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.Severity;
import dev.warroom.runbook.Runbook;

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

        assertThat(desk.room().catalog().entries(desk.room().library(), false))
                .hasSize(3)
                .first()
                .isEqualTo(new Catalog.OpenIncident(known("INC-9", true)));

        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked()).containsExactly(new Effect.OpenJournal("INC-9"));
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
                                                "runbooks/checkout.md"))));
        assertThat(desk.room().choosing()).isFalse();
        assertThat(desk.incident().open()).isTrue();
        assertThat(desk.room().checklist().place()).isZero();
    }

    @Test
    void enterPressedTwiceAsksForOneJournal() {
        desk.slow();
        desk.type("j").press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.asked()).hasSize(1).first().isInstanceOf(Effect.CreateJournal.class);
        assertThat(desk.room().notice().text()).isEqualTo("It is being opened.");
    }

    @Test
    void whatCouldNotBeOpenedMayBeAskedForAgain() {
        desk.slow();
        desk.type("j").press(Key.Kind.ENTER);
        desk.signal(new Signal.OpenFailed("the disk is full"));
        assertThat(desk.room().notice().text()).isEqualTo("the disk is full");

        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked()).hasSize(2);
    }

    @Test
    void aRunbookWithoutASeverityBeginsAChecklistAtOnce() {
        desk.type("j").press(Key.Kind.ENTER);

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

        inIncident.type("G").press(Key.Kind.ENTER);

        assertThat(inIncident.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        RunbookOpened.class,
                        it -> assertThat(it.title()).isEqualTo("Morning checks"));
        assertThat(inIncident.room().choosing()).isFalse();
        assertThat(inIncident.incident().id()).isEqualTo("INC-1");
    }

    @Test
    void theCursorStaysInsideTheList() {
        desk.type("kkk");
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
}
