package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

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
    void runbooksThatAreReadAfterTheIncidentWasOpenedAreFound() {
        Desk early =
                Desk.bare(120, 30)
                        .signal(new Signal.LayoutsRead(Practice.layouts()))
                        .signal(new Signal.JournalOpened(desk.incident()));
        assertThat(early.room().checklist().runbook()).isEmpty();

        early.signal(Signal.LibraryRead.of(Practice.library()));
        assertThat(early.room().checklist().selected()).isPresent();
    }
}
