package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A room whose server is away, full, lost or does not let it in. */
class CutOffTest {

    private static final String AWAY = "the room's server cannot be reached (app-9:4222)";

    private final Desk desk = Desk.inIncident().signal(new Signal.SharedAs(Together.as("a1")));

    private Desk stands(int waiting, String trouble) {
        return desk.signal(
                new Signal.SharingStands(
                        waiting,
                        waiting == 0 ? Optional.empty() : Optional.of(desk.room().now()),
                        trouble));
    }

    private String said() {
        return desk.room().notice().text();
    }

    private List<String> who() {
        desk.type(":who").press(Key.Kind.ENTER);
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        desk.press(Key.Kind.ESCAPE);
        return reading.lines().stream().map(Notice::text).toList();
    }

    @Test
    void whyIsSaidInOneLineWhenItBegins() {
        stands(0, AWAY);
        assertThat(desk.room().notice()).isEqualTo(Notice.bad("Cut off from the room: " + AWAY));

        stands(2, "the room's server is full (account): let it keep more");
        assertThat(said())
                .isEqualTo("Not shared: the room's server is full (account): let it keep more");
    }

    @Test
    void whileNothingElseIsInTheWayOtherWordsStayAndWhoSaysIt() {
        stands(0, AWAY);
        desk.type(":who").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
        desk.type(":recent soon").press(Key.Kind.ENTER);
        String other = said();
        stands(1, AWAY);

        assertThat(said()).isEqualTo(other).startsWith("Write :recent");
        assertThat(who()).first().isEqualTo("Not shared: " + AWAY);
    }

    @Test
    void whenItIsOverThatIsSaidWhereTheTroubleStillStands() {
        stands(0, AWAY);
        stands(0, "");
        assertThat(desk.room().notice()).isEqualTo(Notice.good("The room is reached again."));

        stands(1, AWAY);
        desk.type(":recent soon").press(Key.Kind.ENTER);
        String other = said();
        stands(1, "");
        assertThat(said()).isEqualTo(other);
    }

    @Test
    void whereAllIsSharedThereIsNothingToSay() {
        assertThat(who()).noneMatch(it -> it.contains("server"));
        stands(3, "");
        assertThat(said()).isEmpty();
        assertThat(who()).noneMatch(it -> it.contains("hared"));
        stands(0, AWAY);
        stands(0, "");
        assertThat(who()).noneMatch(it -> it.contains("server"));
    }
}
