package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.Origin;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Whoever joins late. */
class CatchingUpTest {

    private final Desk desk = Desk.inIncident().signal(new Signal.SharedAs(Together.as("a1")));

    private void learn(String text, Duration ago) {
        desk.signal(
                new Signal.Learned(
                        new Fact(
                                desk.incident().facts().size() + 1L,
                                desk.room().now().minus(ago),
                                "ben",
                                "app-2",
                                new NoteAdded(text),
                                new Origin("b2", 1, Duration.ZERO))));
    }

    private List<String> shown() {
        return desk.room().question().orElseThrow() instanceof Question.Reading reading
                ? reading.lines().stream().map(Notice::text).toList()
                : List.of();
    }

    @Test
    void whatOthersDidInTheLastMinutesIsShownBeforeTheLiveRoom() {
        learn("long ago", Duration.ofMinutes(13));
        learn("restarted the queue", Duration.ofMinutes(2));
        desk.signal(
                new Signal.ElsewhereSeen(
                        List.of(new Elsewhere("ben@app-2", desk.room().now(), "the logs"))));
        desk.signal(new Signal.CaughtUp());

        assertThat(shown())
                .anyMatch(it -> it.contains("ben: note: restarted the queue"))
                .anyMatch(it -> it.contains("ben@app-2, since ") && it.endsWith(": the logs"))
                .anyMatch(it -> it.contains("ana (you)"))
                .noneMatch(it -> it.contains("long ago"));
        desk.press(Key.Kind.ENTER);
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void whoIsSeenALittleLaterStandsThereTooBeforeOneGoesOn() {
        learn("restarted the queue", Duration.ofMinutes(2));
        desk.signal(new Signal.CaughtUp());
        assertThat(shown()).noneMatch(it -> it.contains("ben@app-2"));
        desk.signal(
                new Signal.ElsewhereSeen(
                        List.of(new Elsewhere("ben@app-2", desk.room().now(), "the logs"))));

        assertThat(shown()).anyMatch(it -> it.contains("ben@app-2"));
    }

    @Test
    void whoeverHasWorkedAloneIsShownNothing() {
        desk.signal(new Signal.CaughtUp());

        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void whoeverIsInTheMiddleOfSomethingIsNotDisturbed() {
        learn("restarted the queue", Duration.ofMinutes(2));
        desk.type("t").signal(new Signal.CaughtUp());

        assertThat(desk.room().question()).get().isInstanceOf(Question.Text.class);
    }

    @Test
    void asManyMinutesAsOneWants() {
        learn("long ago", Duration.ofMinutes(13));
        desk.type(":recent").press(Key.Kind.ENTER);
        assertThat(shown()).noneMatch(it -> it.contains("long ago"));
        desk.press(Key.Kind.ESCAPE).type(":recent 30").press(Key.Kind.ENTER);
        assertThat(shown()).anyMatch(it -> it.contains("long ago"));
        desk.press(Key.Kind.ESCAPE).type(":recent soon").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("Write :recent and how many minutes");
    }
}
