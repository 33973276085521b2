package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.CommandEvent.FollowUpAdded;
import dev.warroom.incident.CommandEvent.FollowUpDone;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.PostMortemScheduled;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.Severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class CommandingTest {

    private final Desk desk = Desk.inIncident();

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    private String said() {
        return desk.room().notice().text();
    }

    @Test
    void aRoleIsTakenGivenToSomebodyAndGivenUp() {
        assertThat(command("role commander").events())
                .containsExactly(new RoleAssigned("Commander", "ana"));
        assertThat(command("role Comm ben ray").events())
                .containsExactly(new RoleAssigned("Commander", "ben ray"));
        assertThat(desk.incident().command().roles()).containsEntry("Commander", "ben ray");

        command("role Commander -");
        assertThat(desk.incident().command().roles()).isEmpty();
    }

    @Test
    void aRoleThatThePolicyDoesNotHaveIsNamedWithThoseItHas() {
        assertThat(command("role Captain ana").events()).isEmpty();
        assertThat(said()).contains("Commander, Communicator, Technician");
    }

    @Test
    void aChangeOfSeverityHasAReasonAndBringsItsOwnDeadlines() {
        assertThat(command("severity P3").events()).isEmpty();
        assertThat(said()).contains("needs a reason");
        assertThat(command("severity p3 one tenant only").events())
                .containsExactly(new SeverityChanged(Severity.P1, Severity.P3, "one tenant only"));

        assertThat(Clocks.of(desk.room()))
                .filteredOn(it -> it.id().equals(Clocks.ACKNOWLEDGE))
                .extracting(Clocks.Clock::left)
                .containsExactly(Duration.ofHours(4));
        assertThat(Clocks.of(desk.room())).noneMatch(it -> it.id().equals(Clocks.UPDATE));
    }

    @Test
    void aChangeOfSeverityNamesTheRunbookOfTheNewOneWhereAnotherIsWalked() {
        Desk other =
                Desk.walking(
                                120,
                                30,
                                "# P1: Down\n\n1. Look\n\n# P2: Slow\n\n1. Measure\n2. Tune\n")
                        .type("no page loads")
                        .press(Key.Kind.ENTER);
        other.type(":severity P2 only slow").press(Key.Kind.ENTER);
        assertThat(other.room().notice().text())
                .isEqualTo("It is P2 now. Its runbook is \"P2: Slow\": r finds it.");

        other.type(":severity P1 all down").press(Key.Kind.ENTER);
        assertThat(other.room().notice().text()).isEqualTo("It is P1 now.");
        other.type(":severity P3 nearly well").press(Key.Kind.ENTER);
        assertThat(other.room().notice().text()).isEqualTo("It is P3 now.");
    }

    @Test
    void itIsMitigatedResolvedAndReopenedWithAReason() {
        assertThat(command("mitigate rolled back").events())
                .containsExactly(new Mitigated("rolled back"));
        assertThat(command("reopen it is not over").events()).isEmpty();
        assertThat(said()).isEqualTo("INC-1 is not over.");

        command("resolve");
        desk.type("cause").press(Key.Kind.ENTER).type("cure").press(Key.Kind.ENTER).clear();
        assertThat(desk.incident().open()).isFalse();
        assertThat(command("reopen errors again").events())
                .containsExactly(new Reopened("errors again"));
        assertThat(desk.incident().open()).isTrue();
        assertThat(desk.incident().command().mitigatedAt()).isEmpty();
    }

    @Test
    void followUpsHaveNumbersAndOwnersAndAreDoneOnce() {
        assertThat(command("followup ben write a test").events())
                .containsExactly(new FollowUpAdded(1, "write a test", "ben"));
        command("followup").clear();
        assertThat(said()).contains("an owner and what to do");
        assertThat(command("done 2").events()).isEmpty();
        assertThat(said()).contains("open are 1");
        assertThat(command("done 1").events()).containsExactly(new FollowUpDone(1));
        assertThat(command("done 1").events()).isEmpty();
        assertThat(said()).contains("no follow-up is open");
    }

    @ParameterizedTest
    @CsvSource({
        "+24h, 2026-03-02T02:14:00Z",
        "2026-03-02 10:00, 2026-03-02T10:00:00Z",
        "2026-03-02T10:00Z, 2026-03-02T10:00:00Z"
    })
    void thePostMortemIsScheduled(String when, Instant at) {
        assertThat(command("postmortem " + when).events())
                .containsExactly(new PostMortemScheduled(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30 10:00, is not a time",
        "2026-02-28 10:00, is over already",
        "tomorrow, is not a time",
        "+24, is not a time"
    })
    void anImpossibleTimeIsNamed(String when, String why) {
        assertThat(command("postmortem " + when).events()).isEmpty();
        assertThat(said()).contains("\"" + when + "\"").contains(why);
    }

    @Test
    void factsAreAmendedAndStay() {
        assertThat(command("amend 1 it was checkout, not search").events())
                .containsExactly(new Amended(1, "it was checkout, not search"));
        assertThat(desk.incident().facts().getFirst().event()).isInstanceOf(Declared.class);
        assertThat(command("amend 99 x").events()).isEmpty();
        assertThat(said()).contains("facts are numbered 1 to ");
    }

    @Test
    void deploymentsAndSecurityEventsAreNotedForTheReports() {
        command("deployment 1.4.3");
        command("security key rotated");

        assertThat(desk.events())
                .containsExactly(
                        new KindNoted("deployment", "1.4.3"),
                        new KindNoted("security", "key rotated"));
    }

    @Test
    void anIncidentIsDeclaredWithItsRunbookFromTheCommandLine() {
        Desk empty = Desk.ready().keys();
        empty.type(":declare P1 checkout is down").press(Key.Kind.ENTER);

        assertThat(empty.incident().severity()).contains(Severity.P1);
        assertThat(empty.incident().title()).isEqualTo("checkout is down");
        assertThat(empty.room().checklist().runbook())
                .map(it -> it.title())
                .contains("P1: Checkout answers 5xx");
    }

    @ParameterizedTest
    @CsvSource({
        "declare P1, An incident needs a title",
        "declare P9 x, \"P9\" is not a severity",
        "declare, is not a severity"
    })
    void whatCannotBeDeclaredIsNamed(String line, String why) {
        Desk empty = Desk.ready().keys().type(":" + line).press(Key.Kind.ENTER);

        assertThat(empty.incident().begun()).isFalse();
        assertThat(empty.room().notice().text()).contains(why);
    }

    @Test
    void aTitleOfAMegabyteIsRefusedWithItsLength() {
        Desk empty = Desk.ready().keys().type(":declare P1 ");
        empty.signal(new Signal.Pasted("a".repeat(1_000_000))).press(Key.Kind.ENTER);

        assertThat(empty.incident().begun()).isFalse();
        assertThat(empty.room().notice().text()).contains("may have 200");
    }

    @Test
    void extendingNeedsATimeAndAReasonAndCountsFromNowWhereTheClockIsOver() {
        assertThat(command("extend 10m").events()).isEmpty();
        desk.pass(Duration.ofMinutes(20)).clear();
        command("extend 10m on the phone");

        assertThat(desk.events())
                .containsExactly(
                        new DeadlineExtended(
                                "acknowledge", Duration.ofMinutes(15), "on the phone"));
        assertThat(Clocks.of(desk.room()).getFirst().left()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aCommandThatNeedsWordsSaysHowItIsWritten() {
        desk.type(":mitigate").press(Key.Kind.ENTER);
        assertThat(said()).isEqualTo("Write :mitigate HOW (the words go into the record).");
    }

    @Test
    void tabGoesOnAsFarAsThereIsOneWay() {
        desk.type(":sev").press(Key.Kind.TAB);
        assertThat(typed()).isEqualTo("severity ");
        desk.type("P").press(Key.Kind.TAB);
        assertThat(typed()).isEqualTo("severity P");
        assertThat(ways()).containsExactly("P1", "P2", "P3", "P4");
        desk.press(Key.Kind.ESCAPE).type(":role t").press(Key.Kind.TAB);
        assertThat(typed()).isEqualTo("role Technician ");
        desk.type("a").press(Key.Kind.TAB);
        assertThat(typed()).isEqualTo("role Technician ana ");
        desk.type("zzz").press(Key.Kind.TAB);
        assertThat(typed()).isEqualTo("role Technician ana zzz");
        assertThat(ways()).isEmpty();
    }

    @Test
    void beforeAnythingIsTypedAllCommandsAreWays() {
        desk.type(":").press(Key.Kind.TAB);

        assertThat(ways()).startsWith("ack", "note", "filter");
        assertThat(typed()).isEmpty();
    }

    private List<String> ways() {
        return Completing.ways(
                desk.room(), ((Question.Text) desk.room().question().orElseThrow()).line());
    }

    private String typed() {
        return ((Question.Text) desk.room().question().orElseThrow()).line().text();
    }
}
