package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.layout.Pane;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class FocusTest {

    private final Desk desk = Desk.inIncident();

    private Pane focus() {
        return desk.room().screen().focus();
    }

    @Test
    void tabGoesRoundAndShiftTabBack() {
        for (Pane pane : List.of(Pane.LOGS, Pane.HEALTH, Pane.TIMELINE, Pane.CHECKLIST)) {
            desk.press(Key.Kind.TAB);
            assertThat(focus()).isEqualTo(pane);
        }
        desk.press(Key.Kind.BACK_TAB);
        assertThat(focus()).isEqualTo(Pane.TIMELINE);
    }

    @Test
    void eachPaneHasItsNumber() {
        for (Pane pane : Pane.values()) {
            desk.type(Integer.toString(pane.number()));
            assertThat(focus()).isEqualTo(pane);
        }
    }

    @Test
    void escClosesOneLayerAtATimeFromTheTop() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.PASSED, 0, Duration.ofSeconds(1));
        desk.type(":runbooks").press(Key.Kind.ENTER).press(Key.Kind.TAB).type("z?");
        Screen before = desk.room().screen();
        assertThat(before.help()).isPresent();
        assertThat(before.output()).isPresent();
        assertThat(before.choosing()).isTrue();
        assertThat(before.zoomed()).isTrue();

        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().screen().help()).isEmpty();
        assertThat(desk.room().screen().output()).isPresent();

        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().screen().output()).isEmpty();
        assertThat(desk.room().screen().choosing()).isTrue();

        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().screen().choosing()).isFalse();
        assertThat(desk.room().screen().zoomed()).isTrue();

        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().screen().zoomed()).isFalse();
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void theZoomedPaneHasTheWholeBody() {
        desk.type("2z");
        assertThat(desk.room().screen().arrangement().single()).isTrue();
        assertThat(desk.room().screen().arrangement().place(Pane.LOGS))
                .hasValueSatisfying(
                        it -> {
                            assertThat(it.columns()).isEqualTo(120);
                            assertThat(it.rows()).isEqualTo(27);
                        });

        desk.type("z");
        assertThat(desk.room().screen().arrangement().places()).hasSize(4);
    }

    @Test
    void theFocusedPaneIsVisibleOnASmallTerminal() {
        desk.signal(new Signal.Resized(80, 24));
        for (Pane pane : Pane.values()) {
            desk.type(Integer.toString(pane.number()));
            assertThat(desk.room().screen().arrangement().places()).containsOnlyKeys(pane);
        }
    }

    private void notes(int many) {
        for (int i = 0; i < many; i++) {
            desk.type("tnote").press(Key.Kind.ENTER);
        }
    }

    private int newer() {
        Timeline timeline = desk.room().timeline();
        return timeline.newer(timeline.shown(desk.incident().facts()));
    }

    private long meant() {
        return Recalling.meant(desk.room()).orElseThrow().number();
    }

    @Test
    void keysThatScrollGoToWhatHasTheFocus() {
        desk.type("1g").type("j");
        assertThat(desk.room().checklist().place()).isEqualTo(1);

        desk.type("3j");
        assertThat(desk.room().health().cursor()).isEqualTo(1);
        assertThat(desk.room().checklist().place()).isEqualTo(1);

        notes(60);
        desk.type("4jj").type("k");
        assertThat(meant()).isEqualTo(desk.incident().facts().size() - 1);
        assertThat(desk.room().health().cursor()).isEqualTo(1);
    }

    @Test
    void onTheTimelineThePaneFullOfTheOldestFactsIsTheLimit() {
        desk.type("4g");
        assertThat(newer()).isZero();

        notes(60);
        desk.type("4G");
        int rows = desk.room().screen().arrangement().place(Pane.TIMELINE).orElseThrow().rows() - 2;
        assertThat(newer()).isEqualTo(desk.incident().facts().size() - rows);
        assertThat(meant()).isEqualTo(1);

        desk.type("g");
        assertThat(newer()).isZero();
    }

    @Test
    void whatIsLookedAtOnTheTimelineStaysWhereItIsWhileFactsArrive() {
        notes(60);
        desk.type("4jj");
        int size = desk.incident().facts().size();
        long before = meant();
        int newer = newer();
        desk.type("tone more").press(Key.Kind.ENTER);

        assertThat(desk.incident().facts()).hasSize(size + 1);
        assertThat(meant()).isEqualTo(before).isEqualTo(size - 2);
        assertThat(newer()).isEqualTo(newer + 1);
    }

    @Test
    void aKeyWithoutAMeaningSaysWhereTheKeysAre() {
        desk.type("%");

        assertThat(desk.room().notice().text())
                .isEqualTo("% has no meaning here. ? shows the keys.");
    }

    @Test
    void whereOnePaneIsShownAtATimeItsKeyTakesTheOutputFromOverIt() {
        Desk narrow = Desk.walking(80, 24, "# Look\n\n1. Look\n\n   ```bash\n   uptime\n   ```\n");
        narrow.press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "up");
        narrow.type("o");
        assertThat(narrow.room().screen().output()).isPresent();

        narrow.type("4");
        assertThat(narrow.room().screen().output()).isEmpty();
        assertThat(narrow.room().screen().focus()).isEqualTo(Pane.TIMELINE);
    }

    @Test
    void whoLooksForARunbookSeesTheCatalogWhereAnOutputLay() {
        Desk narrow = Desk.walking(80, 24, "# Look\n\n1. Look\n\n   ```bash\n   uptime\n   ```\n");
        narrow.press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "up");
        for (String keys : List.of("r", ":runbooks look")) {
            narrow.type("o");
            assertThat(narrow.room().screen().outputHasKeys()).isTrue();

            narrow.type(keys);
            if (keys.startsWith(":")) {
                narrow.press(Key.Kind.ENTER);
            }
            assertThat(narrow.room().screen().outputHasKeys()).isFalse();
            assertThat(narrow.room().choosing()).isTrue();
            assertThat(narrow.room().typing()).isTrue();
            narrow.press(Key.Kind.ESCAPE).press(Key.Kind.ESCAPE);
        }
    }
}
