package dev.warroom.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

class ToldTest {

    private final Desk desk = Desk.inIncident();

    @Test
    void aNewFactIsToldOnceWithItsTimeAndPerson() {
        Room before = desk.room();
        desk.press(Key.character('a'));
        assertThat(news(before)).contains("02:14:00 ana: acknowledged");
        assertThat(news(desk.room())).isEmpty();
    }

    @Test
    void outputIsToldWhereItWasLeftOff() {
        String run = started();
        Room empty = desk.room();
        desk.signal(new Signal.OutputArrived(run, List.of("one", "two"), 0));
        assertThat(news(empty)).containsExactly("| one", "| two");
        Room two = desk.room();
        desk.signal(new Signal.OutputArrived(run, List.of("three"), 0));
        assertThat(news(two)).containsExactly("| three");
    }

    @Test
    void outputThatIsTooMuchToTellIsCounted() {
        String run = started();
        Room empty = desk.room();
        List<String> flood =
                IntStream.range(0, Told.MOST_LINES + 7).mapToObj(it -> "l" + it).toList();
        desk.signal(new Signal.OutputArrived(run, flood, 5));
        assertThat(news(empty))
                .hasSize(Told.MOST_LINES + 1)
                .startsWith("| … 12 lines of output are not shown; the file has them all")
                .endsWith("| l" + (Told.MOST_LINES + 6));
    }

    @Test
    void aTargetThatDoesNotAnswerIsToldWithTheTimeAndThatItDoesAgain() {
        String run = started();
        Room before = desk.room();
        desk.signal(new Signal.RunLost(run, "it does not answer"));
        assertThat(news(before))
                .containsExactly(
                        "! Look at the disks: outcome unknown since 02:14: it does not answer. It"
                                + " is asked again until it answers.");
        Room lost = desk.room();
        desk.signal(new Signal.RunFound(run));
        assertThat(news(lost)).containsExactly("* Look at the disks: it answers again");
    }

    private String started() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        return desk.incident().running().getFirst().run();
    }

    private List<String> news(Room before) {
        return Told.news(before, desk.room(), ZoneOffset.UTC);
    }
}
