package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What is known of where log lines come from. */
class SourcingTest {

    private final Desk desk = Desk.inIncident();

    private void command(String line) {
        desk.type(":").type(line).press(Key.Kind.ENTER);
    }

    private List<String> listed() {
        command("sources");
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        return reading.lines().stream().map(Notice::text).toList();
    }

    @Test
    void eachSourceShowsItsStateItsRateHowFarBehindItIsAndWhatWasDropped() {
        long now = desk.room().now().toEpochMilli();
        desk.signal(
                new Signal.LogSourceChanged(
                        new LogSource(
                                "logs/api.log", LogSource.State.FOLLOWING, "rotated", "api")));
        desk.signal(
                new Signal.LogSourceChanged(
                        new LogSource("app-1:/db.log", LogSource.State.LOST, "no connection")));
        desk.signal(
                new Signal.LogsMeasured(
                        Map.of("api", new LogRate(now, 12.25, 340, now - 3000, 900, 1234))));

        assertThat(listed())
                .containsExactly(
                        "state       lines/s last line    behind  dropped  source",
                        "LOST              0         -         -        0  app-1:/db.log: no"
                                + " connection",
                        "following        12     3.0 s     0.3 s    1,234  logs/api.log (api):"
                                + " rotated");
    }

    @Test
    void aRateThatWasMeasuredLongAgoIsNone() {
        LogRate rate = new LogRate(1_000, 55, 0, 1_000, 1, 0);
        assertThat(rate.perSecondAt(3_000)).isEqualTo(55);
        assertThat(rate.perSecondAt(4_000)).isZero();
    }

    @Test
    void theOutputOfAStepBecomesASourceAndIsNoneAnyMoreWhenAskedAgain() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.signal(new Signal.OutputArrived("INC-1-1", List.of("so far"), 0));
        command("tail");

        assertThat(desk.logsAsked().getLast())
                .isEqualTo(
                        new Effect.ListenToRun(
                                "INC-1-1", "Look at the disks", true, List.of("so far")));
        command("tail");
        assertThat(desk.logsAsked().getLast())
                .isEqualTo(
                        new Effect.ListenToRun("INC-1-1", "Look at the disks", false, List.of()));
    }

    @Test
    void withoutAStepThatHasRunThereIsNothingToListenTo() {
        command("tail");
        assertThat(desk.room().notice().text()).startsWith("No step is running here");
    }
}
