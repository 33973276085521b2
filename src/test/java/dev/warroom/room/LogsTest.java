package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.layout.Pane;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LogsTest {

    private final Desk desk = Desk.ready().keys().type("2");

    private void arrive(int from, int count) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            lines.add(new LogLine("app", LogLevel.NONE, "line " + i));
        }
        desk.signal(new Signal.LogArrived(lines, 0));
    }

    private String newest() {
        return desk.room().logs().shown().window(desk.room().logs().fromEnd(), 1).getFirst().text();
    }

    @Test
    void onlySoManyLinesAreKept() {
        for (int i = 0; i < 25; i++) {
            arrive(i * 1000, 1000);
        }

        assertThat(desk.room().logs().kept().size()).isEqualTo(Logs.LIMIT);
        assertThat(desk.room().logs().kept().gone()).isEqualTo(5_000);
        assertThat(newest()).isEqualTo("line 24999");
    }

    @Test
    void whatIsLookedAtStaysWhereItIsWhileLinesArrive() {
        arrive(0, 100);
        desk.type("kkk");
        assertThat(newest()).isEqualTo("line 96");

        arrive(100, 50);
        assertThat(newest()).isEqualTo("line 96");
        assertThat(desk.room().logs().following()).isFalse();

        desk.type("G");
        assertThat(newest()).isEqualTo("line 149");
        assertThat(desk.room().logs().following()).isTrue();
    }

    @Test
    void linesThatTheFilterHidesDoNotMoveWhatIsLookedAt() {
        arrive(0, 100);
        desk.type("fline .*5").press(Key.Kind.ENTER).type("k");
        assertThat(newest()).isEqualTo("line 85");

        arrive(100, 20);
        assertThat(newest()).isEqualTo("line 85");
    }

    @Test
    void thePaneFullOfTheOldestLinesIsTheLimitOfScrollingBack() {
        arrive(0, 10);
        desk.type("g");
        assertThat(newest()).isEqualTo("line 9");

        arrive(10, 190);
        int rows = desk.room().screen().arrangement().place(Pane.LOGS).orElseThrow().rows() - 2;
        desk.type("g");
        assertThat(newest()).isEqualTo("line " + (rows - 1));

        desk.type("k");
        assertThat(newest()).isEqualTo("line " + (rows - 1));
    }

    @Test
    void equalsHoldsStillAndFollowsAgain() {
        arrive(0, 10);
        desk.type("=");
        arrive(10, 10);
        assertThat(newest()).isEqualTo("line 8");

        desk.type("=");
        assertThat(newest()).isEqualTo("line 19");
    }

    private String meant() {
        return desk.room().logs().meant().orElseThrow().text();
    }

    private void arriveWithErrorAt50() {
        arrive(0, 50);
        LogLine error = new LogLine("app", LogLevel.ERROR, "line 50");
        desk.signal(new Signal.LogArrived(List.of(error), 0));
        arrive(51, 100);
    }

    @Test
    void fromTheLineThatWasJumpedToOneGoesOnLineByLine() {
        arriveWithErrorAt50();
        desk.type("E");
        assertThat(meant()).isEqualTo("line 50");

        desk.type("mkkmjm");
        assertThat(meant()).isEqualTo("line 49");
        assertThat(desk.room().logs().look().marks().stream().map(LogLine::text))
                .containsExactly("line 50", "line 48", "line 49");

        desk.type("j".repeat(80));
        assertThat(meant()).isEqualTo("line 129");
        assertThat(newest()).isEqualTo("line 129");

        desk.type("k".repeat(110));
        assertThat(meant()).isEqualTo("line 19");

        desk.type("j".repeat(200));
        assertThat(desk.room().logs().following()).isTrue();
    }

    @Test
    void theOldestLinesAreMarkedOneByOneToo() {
        arrive(0, 100);
        desk.type("g");
        String lowest = meant();
        desk.type("mkm");
        assertThat(desk.room().logs().look().marks()).hasSize(2);
        assertThat(meant()).isNotEqualTo(lowest);
    }

    @Test
    void aLineThatIsNotInSightIsNotMeant() {
        arriveWithErrorAt50();
        desk.type("E").press(Key.Kind.PAGE_DOWN).press(Key.Kind.PAGE_DOWN);
        assertThat(meant()).isEqualTo(newest());
    }

    @Test
    void droppedLinesAreCountedNeverSilent() {
        desk.signal(new Signal.LogArrived(List.of(), 7))
                .signal(new Signal.LogArrived(List.of(), 5));

        assertThat(desk.room().logs().dropped()).isEqualTo(12);
    }

    @Test
    void aSourceThatIsLostReadsLost() {
        desk.signal(
                new Signal.LogSourceChanged(
                        new LogSource("app.log", LogSource.State.FOLLOWING, "")));
        LogSource lost = new LogSource("app.log", LogSource.State.LOST, "permission denied");
        desk.signal(new Signal.LogSourceChanged(lost));

        assertThat(desk.room().logs().sources().values()).containsExactly(lost);
    }
}
