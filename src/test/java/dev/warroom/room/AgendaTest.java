package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Recurrence;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Schedule;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

class AgendaTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Library library =
            RunbookReader.read(
                    "daily.md",
                    """
                    # Daily

                    ## Morning Checklist

                    **Time: 9:00 AM**

                    - [ ] Look around

                    ## Backup check

                    **Time: 11:30 AM**

                    - [ ] Look at the backup
                    """);
    private final List<KnownIncident> walks = new ArrayList<>();
    private Policy policy = Policy.usual();

    private Agenda at(String time) {
        return Agenda.of(policy, library, walks, Instant.parse(time), BERLIN);
    }

    private List<String> due(String time) {
        return at(time).waiting().stream().map(Duty::title).toList();
    }

    private void rules(Maintenance maintenance, Schedule... schedules) {
        Rules usual = Rules.USUAL;
        policy =
                new Policy(
                        "shop",
                        List.of(),
                        List.of(),
                        Policy.USUAL_RESPONSES,
                        new Rules(
                                usual.roles(),
                                usual.phases(),
                                usual.escalation(),
                                maintenance,
                                schedules.length == 0 ? usual.schedules() : List.of(schedules),
                                usual.targets(),
                                usual.hooks(),
                                usual.templates()));
    }

    private void walked(String title, String began, boolean open) {
        walks.add(
                new KnownIncident(
                        "RUN-1", Optional.empty(), title, "/srv", Instant.parse(began), open));
    }

    @Test
    void aChecklistIsDueFromItsTimeInTheOperatorsZoneToTheEndOfTheDay() {
        assertThat(due("2026-03-02T07:59:59Z")).isEmpty();
        assertThat(due("2026-03-02T08:00:00Z")).containsExactly("Morning Checklist");
        assertThat(due("2026-03-02T10:30:00Z"))
                .containsExactly("Morning Checklist", "Backup check");
        assertThat(due("2026-03-02T22:59:59Z")).hasSize(2);
        assertThat(due("2026-03-02T23:00:00Z")).isEmpty();
    }

    @Test
    void afterTheClocksAreChangedNineIsStillNine() {
        assertThat(due("2026-03-29T06:59:59Z")).isEmpty();
        assertThat(due("2026-03-29T07:00:00Z")).containsExactly("Morning Checklist");
    }

    @Test
    void whatWasWalkedIsDoneAndWhatIsBeingWalkedDoesNotWait() {
        walked("Morning Checklist", "2026-03-02T07:30:00Z", true);
        assertThat(due("2026-03-02T09:00:00Z")).isEmpty();
        assertThat(at("2026-03-02T09:00:00Z").duties())
                .singleElement()
                .satisfies(it -> assertThat(it.begun()).contains("RUN-1"));

        walks.clear();
        walked("Morning Checklist", "2026-03-02T07:30:00Z", false);
        assertThat(at("2026-03-02T09:00:00Z").duties()).isEmpty();
    }

    @Test
    void whatWasWalkedYesterdayOrLongBeforeItsTimeIsNotDone() {
        walked("Morning Checklist", "2026-03-01T08:30:00Z", false);
        walked("Morning Checklist", "2026-03-02T06:30:00Z", false);
        assertThat(due("2026-03-02T09:00:00Z")).containsExactly("Morning Checklist");
    }

    @Test
    void whatThePolicySaysGoesBeforeTheRunbooksOwnTime() {
        rules(
                Maintenance.USUAL,
                new Schedule(
                        "morning checklist",
                        LocalTime.of(7, 0),
                        EnumSet.of(DayOfWeek.MONDAY),
                        Optional.of(ZoneOffset.UTC)));
        assertThat(due("2026-03-02T07:00:00Z")).containsExactly("Morning Checklist");
        assertThat(due("2026-03-03T09:00:00Z")).isEmpty();
    }

    @Test
    void aScheduleWithoutItsRunbookIsDueAllTheSame() {
        rules(
                Maintenance.USUAL,
                new Schedule(
                        "Water the plants",
                        LocalTime.of(7, 0),
                        EnumSet.allOf(DayOfWeek.class),
                        Optional.empty()));
        assertThat(due("2026-03-02T07:00:00Z")).containsExactly("Water the plants");
    }

    @Test
    void noticesAreDueTwoWeeksAndTwoDaysBeforeForADayEach() {
        Maintenance.Window monthly = Maintenance.USUAL.windows().getFirst();
        rules(new Maintenance(List.of(monthly), Maintenance.USUAL.approvals()));
        // The second Sunday of March 2026 is the 8th.
        assertThat(due("2026-02-22T01:59:59Z")).isEmpty();
        assertThat(due("2026-02-22T02:00:00Z"))
                .containsExactly(
                        "Tell people of \"Scheduled maintenance\", Sun 2026-03-08 03:00, in 14 d");
        assertThat(due("2026-02-23T02:00:00Z")).isEmpty();
        assertThat(due("2026-03-06T02:00:00Z")).singleElement().asString().endsWith("in 2 d");
        assertThat(due("2026-03-07T02:00:00Z")).isEmpty();
    }

    @Test
    void aWindowGoesOnFromItsFirstMomentToBeforeItsEnd() {
        Maintenance.Window monthly = Maintenance.USUAL.windows().getFirst();
        rules(new Maintenance(List.of(monthly), Maintenance.USUAL.approvals()));
        assertThat(at("2026-03-08T01:59:59Z").maintenance()).isEmpty();
        assertThat(at("2026-03-08T02:00:00Z").maintenance()).isPresent();
        assertThat(at("2026-03-08T03:59:59Z").maintenance()).isPresent();
        assertThat(at("2026-03-08T04:00:00Z").maintenance()).isEmpty();
    }

    @Test
    void theUsualWindowsOfATeamThatHasWrittenNoneGiveNoNotice() {
        assertThat(due("2026-02-22T02:00:00Z")).isEmpty();
        assertThat(at("2026-03-08T02:00:00Z").maintenance()).isEmpty();
    }

    @Test
    void windowsThatOverlapComeInTheOrderOfTheirBeginning() {
        Maintenance two =
                new Maintenance(List.of(window("late", 3), window("early", 2)), java.util.Map.of());
        assertThat(two.next(Instant.parse("2026-03-01T02:30:00Z"), 3))
                .extracting(it -> it.window().name() + " " + it.from())
                .containsExactly(
                        "early 2026-03-01T02:00:00Z",
                        "late 2026-03-01T03:00:00Z",
                        "early 2026-03-02T02:00:00Z");
    }

    private static Maintenance.Window window(String name, int hour) {
        return new Maintenance.Window(
                name,
                Recurrence.of("FREQ=DAILY", LocalTime.of(hour, 0), ZoneOffset.UTC),
                Duration.ofHours(2),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void theRoomOffersWhatIsDueFirst() {
        Desk desk = Desk.ready();
        assertThat(desk.room().catalog().entries(false))
                .first()
                .isInstanceOfSatisfying(
                        Catalog.OpenRunbook.class,
                        it -> assertThat(it.runbook().title()).startsWith("P1"));
        desk.signal(new Signal.LibraryRead(library, Catalog.Index.of(library)))
                .pass(Duration.ofHours(8))
                .signal(new Signal.CalendarTurned(List.of(), ZoneOffset.UTC));
        assertThat(desk.room().catalog().entries(false))
                .first()
                .isEqualTo(new Catalog.OpenRunbook(library.runbooks().getFirst(), "is due"));
        assertThat(desk.room().catalog().entries(true))
                .noneMatch(
                        it ->
                                it instanceof Catalog.OpenRunbook open
                                        && open.because().equals("is due"));
    }
}
