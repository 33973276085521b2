package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Links between runbooks. */
class FollowingTest {

    private static final String DEPLOY =
            """
            # Deploy

            - [ ] Tell the team
            - [ ] If it fails, [roll back](rollback.md)
            - [ ] Look at the [dashboards](https://example.com) and the [notes](notes.md)
            - [ ] Say that it is done, see [below](#afterwards)

            ## Afterwards

            1. Sweep
            """;

    private static final String ROLLBACK =
            """
            # Rollback

            1. Pick the version
            2. Roll back, then go on with [the deployment](deploy.md)
            """;

    private final Desk desk = desk();

    private static Desk desk() {
        return opened(
                        RunbookReader.read("runbooks/deploy.md", DEPLOY),
                        RunbookReader.read("runbooks/rollback.md", ROLLBACK),
                        RunbookReader.read("runbooks/notes.md", "Just some words.\n"))
                .clear();
    }

    /** A room with the first runbook of these files on its checklist. */
    private static Desk opened(Library... files) {
        return Desk.bare(120, 30)
                .signal(new Signal.LayoutsRead(Practice.layouts()))
                .signal(Signal.LibraryRead.of(Library.join(List.of(files))))
                .press(Key.Kind.ENTER);
    }

    private String title() {
        return desk.room().checklist().runbook().orElseThrow().title();
    }

    @Test
    void whoOpensARunbookIsToldWhatTheGlanceAtItDidNotSee() {
        Library library =
                RunbookReader.outline(
                        "runbooks/lamp.md", "# Lamp\n\n```sh {timeout=soon}\ndate\n```\n");
        assertThat(library.problems()).isEmpty();

        Desk other =
                Desk.bare(120, 30)
                        .signal(new Signal.LayoutsRead(Practice.layouts()))
                        .signal(Signal.LibraryRead.of(library))
                        .press(Key.Kind.ENTER);

        assertThat(other.room().notice().text())
                .isEqualTo("runbooks/lamp.md: 1 thing looks wrong; warroom check says what.");
    }

    @Test
    void enterOnALinkOpensTheRunbookAndEscGoesBackToTheSameSpot() {
        desk.goTo("→ Rollback").press(Key.Kind.ENTER);
        assertThat(title()).isEqualTo("Rollback");
        assertThat(desk.here()).isEqualTo("Pick the version");

        desk.type("x").press(Key.Kind.ESCAPE);
        assertThat(title()).isEqualTo("Deploy");
        assertThat(desk.here()).isEqualTo("→ Rollback");
        assertThat(desk.events())
                .filteredOn(RunbookOpened.class::isInstance)
                .extracting(it -> ((RunbookOpened) it).title())
                .containsExactly("Rollback", "Deploy");
    }

    @Test
    void whatWasDoneOverThereIsStillDoneOnTheSecondVisit() {
        desk.goTo("→ Rollback").press(Key.Kind.ENTER).type("x").press(Key.Kind.ESCAPE);
        desk.press(Key.Kind.ENTER);

        assertThat(desk.here()).startsWith("Roll back, then go on");
    }

    @Test
    void enterOnAStepForAPersonFollowsItsLink() {
        desk.goTo("If it fails").press(Key.Kind.ENTER);

        assertThat(title()).isEqualTo("Rollback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[B](db/b)",
                "[[B]]",
                "[[b|the other]]",
                "[[the other|db/b]]",
                "[B]({{< ref \"b\" >}})"
            })
    void linksAsWikisHaveThemAreFollowedToo(String link) {
        Desk wiki =
                opened(
                        RunbookReader.read("runbooks/a.md", "# A\n\n1. As in " + link + "\n"),
                        RunbookReader.read("runbooks/db/b.md", "# B\n\n1. Act\n"));

        wiki.goTo("→ B").press(Key.Kind.ENTER);

        assertThat(wiki.room().checklist().runbook().orElseThrow().title()).isEqualTo("B");
    }

    @Test
    void aLinkBackGoesBackInsteadOfDeeper() {
        desk.goTo("→ Rollback").press(Key.Kind.ENTER).goTo("→ Deploy").press(Key.Kind.ENTER);
        assertThat(title()).isEqualTo("Deploy");

        assertThat(desk.room().checklist().wayBack()).isEmpty();
    }

    @Test
    void aLinkToWordsShowsThemOverTheChecklist() {
        desk.goTo("→ notes").press(Key.Kind.ENTER);
        assertThat(desk.room().question())
                .map(it -> ((Question.Reading) it).lines().getFirst().text())
                .contains("Just some words.");

        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.here()).isEqualTo("→ notes");
    }

    @Test
    void aLinkOutsideIsNoPlaceToGo() {
        assertThat(desk.room().checklist().spots().all())
                .filteredOn(Spot.OfLink.class::isInstance)
                .extracting(it -> ((Spot.OfLink) it).link().target())
                .doesNotContain("https://example.com");
    }

    @Test
    void whereTheJournalCannotBeWrittenNothingIsOpened() {
        desk.journalBreaks().goTo("→ Rollback").press(Key.Kind.ENTER);

        assertThat(title()).isEqualTo("Deploy");
        assertThat(desk.room().notice().text()).startsWith("NOT RECORDED");
    }

    @Test
    void aRunIsCalledByItsStepInAnyRunbook() {
        Desk walk =
                opened(
                        RunbookReader.read(
                                "runbooks/a.md",
                                "# A\n\n```bash\n# 1. Look\nls\n```\n\nSee [B](b.md).\n"),
                        RunbookReader.read("runbooks/b.md", "# B\n\n1. Act\n"));
        walk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).goTo("→ B").press(Key.Kind.ENTER);
        assertThat(walk.room().checklist().runbook().orElseThrow().title()).isEqualTo("B");

        walk.prints(0, "fine");
        assertThat(walk.room().notice().text()).isEqualTo("Look: passed");
    }

    @Test
    void behindTheLastStepStandsWhatFollowsInTheFile() {
        Desk walk =
                Desk.walking(
                        80,
                        24,
                        """
                        # Gates

                        ## 1. Close them

                        1. Look
                        2. Close

                        ## 2. Count the ships

                        1. Count

                        ## P1: Flood

                        1. Run
                        """);
        assertThat(walk.room().checklist().runbook().orElseThrow().under()).isEqualTo("Gates");

        walk.goTo("» 2. Count the ships").press(Key.Kind.ENTER);
        assertThat(walk.here()).isEqualTo("Count");

        walk.press(Key.character('j'));
        assertThat(walk.here()).as("nobody reads on to an emergency").isEqualTo("Count");

        walk.press(Key.Kind.ESCAPE);
        assertThat(walk.here()).isEqualTo("» 2. Count the ships");
        walk.press(Key.character('x'));
        assertThat(walk.room().notice().text()).contains("Enter opens it");
    }

    @Test
    void wordsThatAreTooLongForTheChecklistAreReadToTheirEnd() {
        String long1 =
                "One of many sentences that nobody reads at three in the morning. ".repeat(2);
        Desk walk = Desk.walking(80, 24, "# Long\n\n" + (long1 + "\n\n").repeat(20) + "1. Act\n");
        assertThat(walk.here()).isEqualTo("Act");

        walk.goTo("… ").press(Key.Kind.ENTER);
        for (int i = 0; i < 10; i++) {
            walk.press(Key.Kind.PAGE_DOWN);
        }
        assertThat(walk.room().question())
                .map(it -> ((Question.Reading) it).from())
                .hasValueSatisfying(it -> assertThat(it).isGreaterThan(40));
    }
}
