package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.IncidentEvent.Acknowledged;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class ClocksTest {

    private final Desk desk = Desk.inIncident();

    private Clocks.Clock clock(String words) {
        return Clocks.of(desk.room()).stream()
                .filter(it -> it.words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private List<String> words() {
        return Clocks.of(desk.room()).stream().map(Clocks.Clock::words).toList();
    }

    @Test
    void aP1IsToBeAcknowledgedAndUpdatedWithinAQuarterOfAnHour() {
        assertThat(words()).containsExactly("acknowledge", "update", "First look", "L2");
        assertThat(clock("acknowledge").left()).isEqualTo(Duration.ofMinutes(15));
        assertThat(clock("update").left()).isEqualTo(Duration.ofMinutes(15));

        desk.pass(Duration.ofMinutes(12));
        assertThat(clock("acknowledge").left()).isEqualTo(Duration.ofMinutes(3));
        assertThat(clock("acknowledge").soon()).isFalse();

        desk.pass(Duration.ofSeconds(1));
        assertThat(clock("acknowledge").soon()).isTrue();
        assertThat(clock("acknowledge").over()).isFalse();
    }

    @Test
    void aClockThatHasRunOutIsOverdue() {
        desk.pass(Duration.ofMinutes(15));
        assertThat(clock("update").over()).isFalse();

        desk.pass(Duration.ofSeconds(2));
        assertThat(clock("update").over()).isTrue();
        assertThat(clock("update").left()).isEqualTo(Duration.ofSeconds(-2));
    }

    @Test
    void acknowledgingEndsItsClockAndCannotBeDoneTwice() {
        desk.pass(Duration.ofSeconds(48)).clear().type("a");

        assertThat(desk.events()).containsExactly(new Acknowledged());
        assertThat(words()).doesNotContain("acknowledge");
        assertThat(Clocks.acknowledged(desk.incident())).contains(Duration.ofSeconds(48));

        desk.type("a");
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().notice().text()).isEqualTo("It is acknowledged already.");
    }

    @Test
    void anUpdateStartsItsClockAgain() {
        desk.pass(Duration.ofMinutes(20)).update("we are rolling back");

        assertThat(clock("update").left()).isEqualTo(Duration.ofMinutes(15));
        assertThat(desk.room().notice().tone()).isEqualTo(Notice.Tone.GOOD);
    }

    @Test
    void anUpdateThatIsWrittenAndNotSentIsNone() {
        desk.pass(Duration.ofMinutes(5)).clear().type("u  ").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);

        assertThat(desk.asked()).isEmpty();
        assertThat(clock("update").left()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theTimeBoxIsThatOfThePhaseInWhichSomethingWasDoneLast() {
        desk.select("Look at the database")
                .type("s")
                .type("no access")
                .press(Key.Kind.ENTER)
                .pass(Duration.ofMinutes(10));

        assertThat(clock("Diagnosis").left()).isEqualTo(Duration.ofMinutes(5));
        assertThat(clock("Diagnosis").whole()).isEqualTo(Duration.ofMinutes(15));
        assertThat(words()).doesNotContain("First look");
    }

    @Test
    void clocksGoOnFromWhatWasWhereTheMachinesClockIsSetBackOrForward() {
        for (Duration by : List.of(Duration.ofHours(-3), Duration.ofHours(3))) {
            Desk set = Desk.inIncident().pass(Duration.ofMinutes(4)).type("a").update("looking");
            set.pass(Duration.ofMinutes(3)).type(":extend 10m on the phone");
            set.press(Key.Kind.ENTER);
            List<Duration> before = left(set);

            assertThat(left(set.setClock(by))).isEqualTo(before);
            assertThat(set.incident().elapsed(set.room().now())).isEqualTo(Duration.ofMinutes(7));
            assertThat(Clocks.acknowledged(set.incident())).contains(Duration.ofMinutes(4));
            assertThat(Proposal.of(set.room())).isEmpty();
            assertThat(set.room().notice().text())
                    .startsWith(
                            "The clock of app-1 was set " + (by.isNegative() ? "back" : "forward"));

            assertThat(left(set.pass(Duration.ofMinutes(2))))
                    .isEqualTo(before.stream().map(it -> it.minus(Duration.ofMinutes(2))).toList());
        }
    }

    private static List<Duration> left(Desk desk) {
        return Clocks.of(desk.room()).stream().map(Clocks.Clock::left).toList();
    }

    @Test
    void anExtensionOfTheUpdateClockEndsWithTheUpdate() {
        desk.type(":extend 10m on the phone").press(Key.Kind.ENTER);
        desk.pass(Duration.ofMinutes(20)).update("we are rolling back");

        assertThat(clock("update").left()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whereARunbookHasNoTimeBoxesThoseOfThePolicyHold() {
        Desk plain = plain();
        assertThat(phase(plain)).isEqualTo("Immediate actions 5 min");
        plain.pass(Duration.ofMinutes(4));
        assertThat(phase(plain)).isEqualTo("Immediate actions 1 min");

        plain.type(":mitigate rolled back").press(Key.Kind.ENTER);
        assertThat(Clocks.of(plain.room())).noneMatch(it -> it.id().startsWith(Clocks.PHASE));
    }

    /** The time goes on whether somebody answers or not: one phase at most waits for an answer. */
    @Test
    void whenAPhaseOfThePolicyRunsOutThatIsAnsweredAndTheNextBegins() {
        Desk plain = plain().pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(Proposal.of(plain.room()).orElseThrow().words())
                .isEqualTo(
                        "Immediate actions ran out 1.0 s ago: c go on to the next phase, C more");

        plain.clear().type("c");
        assertThat(plain.events())
                .containsExactly(
                        new ClockAnswered("phase Immediate actions", "go on to the next phase"));
        assertThat(phase(plain)).isEqualTo("Diagnosis 9 min 59 s");
        assertThat(plain.room().notice().text())
                .isEqualTo("Diagnosis now, for another 9 min 59 s.");

        plain.pass(Duration.ofMinutes(56));
        assertThat(phase(plain)).isEqualTo("Resolution -1 min 1 s");
    }

    private static Desk plain() {
        return Desk.walking(120, 30, "# P1: Down\n\n1. Look\n2. Mend it\n")
                .type("no page loads")
                .press(Key.Kind.ENTER)
                .type("a")
                .clear();
    }

    private static String phase(Desk desk) {
        Clocks.Clock clock =
                Clocks.of(desk.room()).stream()
                        .filter(it -> it.id().startsWith(Clocks.PHASE))
                        .findFirst()
                        .orElseThrow();
        boolean over = clock.left().isNegative();
        return clock.words() + (over ? " -" : " ") + DurationWords.of(clock.left().abs());
    }

    @Test
    void aChecklistHasNoClocks() {
        Desk checklist = Desk.ready().keys().type("G").press(Key.Kind.ENTER);

        assertThat(checklist.incident().id()).isEqualTo("RUN-1");
        assertThat(Clocks.of(checklist.room())).isEmpty();
        checklist.clear().type("a");
        assertThat(checklist.asked()).isEmpty();
        assertThat(checklist.room().notice().text()).isEqualTo("A checklist has no such clock.");
    }

    @Test
    void whatIsResolvedHasNoClocks() {
        desk.type(":resolve").press(Key.Kind.ENTER);
        desk.type("cause").press(Key.Kind.ENTER).type("cure").press(Key.Kind.ENTER);

        assertThat(Clocks.of(desk.room())).isEmpty();
    }
}
