package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.room.Checklist.Picked;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Step;

import org.junit.jupiter.api.Test;

/** Runbooks that were changed while they are walked. */
class RereadTest {

    private final Desk desk = Desk.inIncident();

    private static Library changed(String markdown) {
        return RunbookReader.read("runbooks/checkout.md", markdown);
    }

    @Test
    void theWalkGoesOnAtTheSameStep() {
        desk.select("Look at the gateway");
        desk.signal(
                Signal.LibraryRead.of(
                        changed(
                                """
                                # P1: Checkout answers 5xx

                                **First look (0-5 minutes):**

                                ```bash
                                # 1. Breathe
                                sleep 1

                                # 2. Look at the gateway
                                curl -fsS localhost:9090/health
                                ```
                                """)));

        Step selected = desk.room().checklist().selected().orElseThrow();
        assertThat(selected.title()).isEqualTo("Look at the gateway");
        assertThat(selected.script()).contains("9090");
        assertThat(desk.room().checklist().steps()).hasSize(2);
    }

    @Test
    void whereTheStepIsGoneItGoesOnAtTheFirstOpenOne() {
        desk.select("Declare the incident").type("x").select("Look at the database");
        desk.signal(
                Signal.LibraryRead.of(
                        changed(
                                """
                                # P1: Checkout answers 5xx

                                **First look (0-5 minutes):**

                                ```bash
                                # 1. Declare the incident in the channel

                                # 2. Look at the gateway
                                curl -fsS localhost:9090/health
                                ```
                                """)));

        assertThat(desk.room().checklist().selected().orElseThrow().title())
                .isEqualTo("Look at the gateway");
    }

    @Test
    void aRunbookThatIsGoneStaysUpAsItWasRead() {
        desk.select("Look at the gateway").signal(Signal.LibraryRead.of(Library.EMPTY));

        assertThat(desk.room().checklist().selected().orElseThrow().title())
                .isEqualTo("Look at the gateway");
        assertThat(desk.room().choosing()).isFalse();
    }

    @Test
    void aRunbookThatIsGoneBeforeItsIncidentIsOpenedAgainIsNamed() {
        Signal opened = new Signal.JournalOpened(desk.incident());
        Signal read = Signal.LibraryRead.of(Library.EMPTY);
        String said =
                "P1: Checkout answers 5xx is gone from runbooks/checkout.md. Put it back, or open"
                        + " another; what was done is kept.";

        Desk first = Desk.bare(120, 30).signal(new Signal.LayoutsRead(Practice.layouts()));
        assertThat(first.signal(read).signal(opened).room().notice()).isEqualTo(Notice.bad(said));
        assertThat(first.room().choosing()).isTrue();
        assertThat(first.room().withoutRunbook()).contains(said);

        Desk then = Desk.bare(120, 30).signal(new Signal.LayoutsRead(Practice.layouts()));
        assertThat(then.signal(opened).room().notice().text()).startsWith("INC-");
        assertThat(then.signal(read).room().notice()).isEqualTo(Notice.bad(said));
        then.signal(Signal.LibraryRead.of(Practice.library()));
        assertThat(then.room().choosing()).isFalse();
        assertThat(then.room().withoutRunbook()).isEmpty();
    }

    @Test
    void runbooksThatAreReadAfterTheIncidentWasOpenedAreFound() {
        Desk early =
                Desk.bare(120, 30)
                        .signal(new Signal.LayoutsRead(Practice.layouts()))
                        .signal(new Signal.JournalOpened(desk.incident()));
        assertThat(early.room().checklist().runbook()).isEmpty();

        early.signal(Signal.LibraryRead.of(Practice.library()));
        assertThat(early.room().checklist().selected()).isPresent();
    }

    @Test
    void thePersonIsToldAndSeesTheDifference() {
        Desk walk = Desk.walking(120, 30, "# Walk\n\n1. Look\n2. Act\n").type("x").clear();
        walk.signal(
                Signal.LibraryRead.of(
                        RunbookReader.read(
                                "runbooks/walk.md", "# Walk\n\n1. Look\n2. Wait\n3. Act\n")));

        assertThat(walk.room().notice().text())
                .isEqualTo("runbooks/walk.md has changed: 1 line new, 0 gone. D shows what.");
        assertThat(walk.incident().state(walk.room().checklist().steps().getFirst().id()).settled())
                .isTrue();
        assertThat(walk.here()).isEqualTo("Act");
        walk.type("D");
        assertThat(walk.room().question())
                .map(it -> ((Question.Reading) it).lines())
                .hasValueSatisfying(
                        lines ->
                                assertThat(lines)
                                        .contains(Notice.good("+ Wait"), Notice.plain("  Act")));
    }

    @Test
    void aFileThatWasOnlySavedAgainIsNoNews() {
        desk.clear().signal(Signal.LibraryRead.of(Practice.library()));

        assertThat(desk.events()).isEmpty();
        assertThat(desk.room().checklist().changed()).isEmpty();
    }

    @Test
    void whatWasPickedAndWhatHeldStaysSoUnderAnotherHeading() {
        String text =
                """
                # Walk

                **%s:**

                **Option 1: Stay**

                1. Stay where you are

                **Option 2: Go**

                1. Go away

                **Expected:**

                - Nobody is lost
                """;
        Desk walk = Desk.walking(120, 30, text.formatted("Look"));
        Checklist before = walk.room().checklist();
        String expected =
                before.spots().all().stream()
                        .filter(Spot.OfExpectation.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .id();
        Picked go = before.optionOf(before.steps().getLast()).orElseThrow();
        walk.record(
                new IncidentEvent.OptionChosen(go.choice().id(), go.option().id(), "Go", "no way"));
        walk.record(
                new IncidentEvent.ExpectationChecked(
                        expected, "Nobody is lost", true, false, "counted"));

        walk.signal(
                Signal.LibraryRead.of(
                        RunbookReader.read("runbooks/walk.md", text.formatted("First of all"))));

        Checklist after = walk.room().checklist();
        assertThat(
                        after.optionOf(after.steps().getLast())
                                .orElseThrow()
                                .isPickedIn(walk.incident()))
                .isTrue();
        assertThat(after.passedOver(after.steps().getFirst(), walk.incident())).isTrue();
        assertThat(
                        after.spots().all().stream()
                                .filter(Spot.OfExpectation.class::isInstance)
                                .allMatch(it -> walk.incident().walk().check(it.id()).isPresent()))
                .isTrue();
    }

    @Test
    void whatIsFinishedStaysFinishedUnderAnotherHeadingAndTitle() {
        Desk walk =
                Desk.walking(
                        120, 30, "# Walk\n\n**Look:**\n\n1. Ask\n\n```bash\n# 2. Look\nls\n```\n");
        walk.goTo("Look").press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "fine");
        walk.goTo("Ask").type("x").clear();
        walk.signal(
                Signal.LibraryRead.of(
                        RunbookReader.read(
                                "runbooks/walk.md",
                                "# Walk\n\n**First:**\n\n1. Ask\n\n"
                                        + "```bash\n# 2. Look around\nls\n```\n")));

        assertThat(walk.room().checklist().steps())
                .extracting(Step::title)
                .containsExactly("Ask", "Look around");
        assertThat(walk.room().checklist().steps())
                .allMatch(it -> walk.incident().state(it.id()).settled());
        assertThat(walk.incident().newest().orElseThrow().outcome()).isPresent();
    }
}
