package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Tally;
import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.CriterionAnswered;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.EscalationAnswered;
import dev.warroom.room.Reading.Health;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class EscalatingTest {

    private final Desk desk = Desk.inIncident();

    private List<String> due() {
        return Escalating.due(desk.room()).stream()
                .map(it -> it.level().number() + " " + it.reason())
                .toList();
    }

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    @Test
    void timeAloneCallsTheSecondLevelAfterHalfAnHourAndTheThirdAfterAnHour() {
        desk.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(due()).isEmpty();

        desk.pass(Duration.ofSeconds(1));
        assertThat(due()).containsExactly("2 not resolved in 30 min");

        desk.pass(Duration.ofMinutes(30));
        assertThat(due()).containsExactly("3 not resolved in 1 h", "2 not resolved in 30 min");
    }

    @Test
    void aProbeThatIsDownForHalfAnHourCallsTheFourth() {
        desk.probe("gateway", Health.CRITICAL, "503").pass(Duration.ofMinutes(29));
        assertThat(due()).isEmpty();
        desk.pass(Duration.ofMinutes(1));
        assertThat(due()).contains("4 gateway down for 30 min");

        desk.probe("gateway", Health.OK, "200").probe("gateway", Health.CRITICAL, "503");
        assertThat(due()).noneMatch(it -> it.startsWith("4"));
    }

    @Test
    void howLongAProbeIsDownIsCountedOverSittings() {
        Instant opened = desk.room().now();
        List<Slot> minutes =
                IntStream.rangeClosed(1, 25)
                        .mapToObj(
                                it ->
                                        Slot.empty(
                                                        "gateway",
                                                        opened.minus(Duration.ofMinutes(it)),
                                                        Slot.MINUTE)
                                                .watched(Tally.Kind.CRITICAL, 60_000))
                        .toList();
        desk.signal(new Signal.PastRead(new Past(History.NONE, History.of(minutes, 0))))
                .probe("gateway", Health.CRITICAL, "503")
                .pass(Duration.ofMinutes(4));
        assertThat(due()).isEmpty();

        desk.pass(Duration.ofMinutes(1));
        assertThat(due()).containsExactly("4 gateway down for 30 min");

        desk.probe("gateway", Health.OK, "200");
        assertThat(due()).isEmpty();
    }

    @Test
    void whatOnlyAPersonKnowsIsAskedOneAfterTheOther() {
        command("criteria");
        assertThat(desk.room().question())
                .contains(new Question.Criterion("it requires code changes"));
        desk.clear().type("n").type("y");

        assertThat(desk.events())
                .containsExactly(
                        new CriterionAnswered("it requires code changes", false),
                        new CriterionAnswered("it affects several systems", true));
        assertThat(due()).containsExactly("2 it affects several systems");
        assertThat(desk.room().question())
                .contains(new Question.Criterion("customers are hit severely"));
    }

    @Test
    void escalatingRecordsTheReasonAndStartsThatLevelsClock() {
        desk.pass(Duration.ofMinutes(31)).clear().type("U");
        desk.press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);

        assertThat(desk.events())
                .containsExactly(
                        new Escalated(
                                2,
                                "Senior Engineer",
                                "not resolved in 30 min",
                                Duration.ofMinutes(30)));
        assertThat(due()).isEmpty();
        assertThat(clock("L2 answers").left()).isEqualTo(Duration.ofMinutes(30));

        command("answered ben");
        assertThat(desk.events()).containsExactly(new EscalationAnswered(2, "ben"));
        assertThat(clock("L3").left()).isEqualTo(Duration.ofMinutes(29));
        command("answered ben");
        assertThat(desk.room().notice().text()).contains("No call of a level waits");
    }

    @Test
    void aLevelThatIsDueIsProposedWithItsReasonOnOneKey() {
        desk.type("a").probe("gateway", Health.CRITICAL, "503");
        for (int i = 0; i < 3; i++) {
            desk.pass(Duration.ofMinutes(10)).update("we work on it");
        }
        desk.select("Roll back").type("s").type("it was tried").press(Key.Kind.ENTER);
        desk.pass(Duration.ofSeconds(2));
        assertThat(Proposal.of(desk.room()).orElseThrow().words())
                .isEqualTo(
                        "Level 4 is due, gateway down for 30 min 2 s: c escalate to CTO, C more");

        desk.clear().type("c").press(Key.Kind.ENTER);
        assertThat(desk.events())
                .containsExactly(
                        new ClockAnswered("escalation to level 4", "escalate"),
                        new Escalated(
                                4, "CTO", "gateway down for 30 min 2 s", Duration.ofHours(2)));
        assertThat(Proposal.of(desk.room())).isEmpty();
    }

    @Test
    void aCallNeedsAReasonAndALevelThatThereIs() {
        desk.type("U").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("Escalating needs a reason");
        desk.press(Key.Kind.ESCAPE);

        command("escalate 4");
        desk.type("the data centre burns").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
        assertThat(desk.incident().command().level()).isEqualTo(4);
        desk.type("U");
        assertThat(desk.room().notice().text()).contains("There is no level to escalate to");
        command("escalate 9");
        assertThat(desk.room().notice().text()).contains("There is no level 9");
    }

    private Clocks.Clock clock(String words) {
        return Clocks.of(desk.room()).stream()
                .filter(it -> it.words().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
