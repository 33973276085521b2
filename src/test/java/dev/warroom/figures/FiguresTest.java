package dev.warroom.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.history.Trend;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.Severity;
import dev.warroom.policy.Check;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures that were worked out by hand; docs/metrics.md says how. */
class FiguresTest {

    private static final Resolved DONE = new Resolved("a cause", "a cure");

    private final List<Incident> journals = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Policy policy =
            Policy.usual()
                    .probing(
                            List.of(
                                    new Probe(
                                            "api",
                                            new Check.Tcp("127.0.0.1", 80),
                                            Duration.ofSeconds(10),
                                            Duration.ofSeconds(2))));

    /** The facts of an incident, each with its time. */
    private final class Told {
        private final List<Fact> facts = new ArrayList<>();

        Told at(String time, IncidentEvent event) {
            facts.add(new Fact(facts.size() + 1L, Instant.parse(time), "ana", "app-1", event));
            return this;
        }

        void over() {
            journals.add(Incident.replay("INC-" + (journals.size() + 1), facts));
        }
    }

    private Told told() {
        return new Told();
    }

    private static Declared declared(Severity severity) {
        return new Declared(severity, "it is down", "shop", "/srv/shop");
    }

    private Figures of(String from, String to) {
        List<Figures.Span> ever =
                journals.stream()
                        .filter(it -> it.severity().isPresent())
                        .map(it -> new Figures.Span(it.beganAt().orElseThrow(), it.endedAt()))
                        .toList();
        return Figures.of(
                new Period(Instant.parse(from), Instant.parse(to)),
                policy,
                journals,
                ever,
                History.of(slots, 0));
    }

    private Figure march(String id) {
        return figure(of("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"), id);
    }

    private static Figure figure(Figures figures, String id) {
        return figures.all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** Each minute from {@code from} on in one state. */
    private void minutes(String probe, String from, int many, Tally.Kind kind) {
        for (int i = 0; i < many; i++) {
            Instant at = Instant.parse(from).plus(Duration.ofMinutes(i));
            Slot slot = Slot.empty(probe, at, Slot.MINUTE).watched(kind, 60_000);
            slots.add(slot);
        }
    }

    @Test
    void withoutIncidentsThereIsNothingToMeasureAndNothingIsMissed() {
        Figures figures = of("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
        assertThat(figures.all())
                .extracting(Figure::id, Figure::words, Figure::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("uptime", "nobody watched", "–"),
                        org.assertj.core.groups.Tuple.tuple("errors", "not known", "–"),
                        org.assertj.core.groups.Tuple.tuple("response", "not known", "–"),
                        org.assertj.core.groups.Tuple.tuple("mtta", "no incident", "–"),
                        org.assertj.core.groups.Tuple.tuple("mttr", "no incident ended", "–"),
                        org.assertj.core.groups.Tuple.tuple("mtbf", "not two incidents yet", "–"),
                        org.assertj.core.groups.Tuple.tuple(
                                "cadence", "no incident asked for them", "–"));
        assertThat(figures.bySeverity().values()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void theMeansAreOverWhatHappenedInThePeriod() {
        told().at("2026-03-02T10:00:00Z", declared(Severity.P1))
                .at("2026-03-02T10:04:00Z", new Acknowledged())
                .at("2026-03-02T10:20:00Z", DONE)
                .over();
        told().at("2026-03-05T10:00:00Z", declared(Severity.P3))
                .at("2026-03-05T10:10:00Z", new Acknowledged())
                .at("2026-03-05T10:50:00Z", DONE)
                .over();
        // (4 + 10) / 2, and (20 + 50) / 2.
        assertThat(march("mtta").words()).isEqualTo("7 min");
        assertThat(march("mtta").met()).contains(true);
        assertThat(march("mttr").words()).isEqualTo("35 min");
        assertThat(march("mttr").met()).contains(false);
        assertThat(of("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z").bySeverity())
                .containsEntry(Severity.P1, 1L)
                .containsEntry(Severity.P3, 1L)
                .containsEntry(Severity.P2, 0L);
    }

    @Test
    void exactlyTheTargetIsNotLessThanIt() {
        told().at("2026-03-02T10:00:00Z", declared(Severity.P1))
                .at("2026-03-02T10:15:00Z", new Acknowledged())
                .at("2026-03-02T10:30:00Z", DONE)
                .over();
        assertThat(march("mttr").met()).contains(false);
        // An acknowledgment "within" 15 min may take all of them.
        assertThat(march("mtta").met()).contains(true);
    }

    @Test
    void anOpenIncidentIsCountedAsOpenAndItsLengthIsNotGuessed() {
        told().at("2026-03-31T23:00:00Z", declared(Severity.P1)).over();
        assertThat(march("mttr").words()).isEqualTo("no incident ended");
        assertThat(march("mttr").note()).isEqualTo("0 ended, 1 open");
        assertThat(march("mtta").note()).isEqualTo("0 of 1 acknowledged, 1 late or never");
        assertThat(march("mtta").met()).contains(false);
        // At 23:10 there were five minutes left.
        Figure early = figure(of("2026-03-31T00:00:00Z", "2026-03-31T23:10:00Z"), "mtta");
        assertThat(early.note()).isEqualTo("0 of 1 acknowledged");
    }

    @Test
    void anIncidentOverAMonthsEndIsDeclaredInOneAndEndsInTheOther() {
        told().at("2026-03-31T23:50:00Z", declared(Severity.P2))
                .at("2026-03-31T23:55:00Z", new Acknowledged())
                .at("2026-04-01T00:10:00Z", DONE)
                .over();
        Figures march = of("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
        assertThat(march.declared()).hasSize(1);
        assertThat(march.open()).hasSize(1);
        assertThat(figure(march, "mttr").words()).isEqualTo("no incident ended");
        Figures april = of("2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");
        assertThat(april.declared()).isEmpty();
        assertThat(april.open()).isEmpty();
        assertThat(figure(april, "mttr").words()).isEqualTo("20 min");
    }

    @Test
    void betweenFailuresIsFromOneEndToTheNextDeclaration() {
        told().at("2026-01-30T10:00:00Z", declared(Severity.P1))
                .at("2026-01-30T11:00:00Z", DONE)
                .over();
        told().at("2026-03-02T11:00:00Z", declared(Severity.P1))
                .at("2026-03-02T12:00:00Z", DONE)
                .over();
        // 31 days are 744 hours.
        assertThat(march("mtbf").words()).isEqualTo("744 h");
        assertThat(march("mtbf").met()).contains(true);
        told().at("2026-03-03T12:00:00Z", declared(Severity.P4))
                .at("2026-03-03T13:00:00Z", DONE)
                .over();
        // (744 + 24) / 2.
        assertThat(march("mtbf").words()).isEqualTo("384 h");
        assertThat(march("mtbf").met()).contains(false);
    }

    @Test
    void incidentsThatOverlapAreOneFailure() {
        told().at("2026-02-01T00:00:00Z", declared(Severity.P1))
                .at("2026-02-01T01:00:00Z", DONE)
                .over();
        told().at("2026-03-02T10:00:00Z", declared(Severity.P1))
                .at("2026-03-02T14:00:00Z", DONE)
                .over();
        told().at("2026-03-02T11:00:00Z", declared(Severity.P2))
                .at("2026-03-02T12:00:00Z", DONE)
                .over();
        told().at("2026-03-02T14:00:00Z", declared(Severity.P2))
                .at("2026-03-02T15:00:00Z", DONE)
                .over();
        // Only the time from 1 February 01:00 to 2 March 10:00, which is 29 d 9 h.
        assertThat(march("mtbf").words()).isEqualTo("705 h");
        assertThat(march("mtbf").note()).isEqualTo("1 time without an incident");
        // Each still has its own length: (4 + 1 + 1) / 3.
        assertThat(march("mttr").words()).isEqualTo("2 h");
    }

    @Test
    void aQuietMonthSaysForHowLongItHasBeenQuiet() {
        told().at("2026-02-01T00:00:00Z", declared(Severity.P1))
                .at("2026-02-01T01:00:00Z", DONE)
                .over();
        assertThat(march("mtbf").words()).isEqualTo("none for 1415 h");
        assertThat(march("mtbf").met()).contains(true);
        Figure week = figure(of("2026-02-01T12:00:00Z", "2026-02-08T12:00:00Z"), "mtbf");
        assertThat(week.words()).isEqualTo("none for 179 h");
        assertThat(week.met()).isEmpty();
    }

    @Test
    void aReopenedIncidentEndsWithItsLastEnd() {
        told().at("2026-03-02T10:00:00Z", declared(Severity.P1))
                .at("2026-03-02T10:10:00Z", DONE)
                .at("2026-03-02T11:00:00Z", new Reopened("it came back"))
                .at("2026-03-02T11:20:00Z", DONE)
                .over();
        assertThat(march("mttr").words()).isEqualTo("1 h 20 min");
    }

    @Test
    void updatesAreKeptWhereNoSilenceWasTooLong() {
        told().at("2026-03-02T10:00:00Z", declared(Severity.P1))
                .at("2026-03-02T10:15:00Z", new StatusUpdated("we look"))
                .at("2026-03-02T10:29:00Z", new StatusUpdated("we know"))
                .at("2026-03-02T10:40:00Z", DONE)
                .over();
        assertThat(march("cadence").words()).isEqualTo("1 of 1 incident");
        assertThat(march("cadence").note()).isEqualTo("longest silence 15 min");
        told().at("2026-03-03T10:00:00Z", declared(Severity.P1))
                .at("2026-03-03T10:15:01Z", new StatusUpdated("late"))
                .at("2026-03-03T10:20:00Z", DONE)
                .over();
        assertThat(march("cadence").words()).isEqualTo("1 of 2 incidents");
        assertThat(march("cadence").met()).contains(false);
    }

    @Test
    void theCadenceIsThatOfTheSeverityAtTheTimeAndStandsWhileItIsResolved() {
        told().at("2026-03-02T08:00:00Z", declared(Severity.P3))
                .at("2026-03-02T10:00:00Z", new SeverityChanged(Severity.P3, Severity.P1, "worse"))
                .at("2026-03-02T10:10:00Z", DONE)
                .at("2026-03-02T10:20:00Z", new StatusUpdated("after the end"))
                .at("2026-03-02T13:00:00Z", new Reopened("it came back"))
                .at("2026-03-02T13:12:00Z", DONE)
                .over();
        assertThat(march("cadence").met()).contains(true);
        assertThat(march("cadence").note()).isEqualTo("longest silence 12 min");
        told().at("2026-03-03T08:00:00Z", declared(Severity.P3))
                .at("2026-03-03T20:00:00Z", DONE)
                .over();
        // A P3 asks for no updates.
        assertThat(march("cadence").words()).isEqualTo("1 of 1 incident");
    }

    @Test
    void uptimeIsOfTheTimeThatSomebodyWatchedAndThatCounted() {
        minutes(Slot.SERVICE, "2026-03-02T00:00:00Z", 996, Tally.Kind.OK);
        minutes(Slot.SERVICE, "2026-03-02T16:36:00Z", 3, Tally.Kind.WARNING);
        minutes(Slot.SERVICE, "2026-03-02T16:39:00Z", 1, Tally.Kind.CRITICAL);
        minutes(Slot.SERVICE, "2026-03-02T16:40:00Z", 100, Tally.Kind.SILENT);
        minutes(Slot.SERVICE, "2026-03-02T18:20:00Z", 50, Tally.Kind.UNKNOWN);
        Figure day = figure(of("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"), "uptime");
        // 999 of 1000 minutes are 99.9 %, which is not more than 99.9 %; 1150 of 1440 were watched.
        assertThat(day.words()).isEqualTo("99.900 %");
        assertThat(day.met()).contains(false);
        assertThat(day.note()).isEqualTo("down for 1 min; 79.8 % of the time watched");
    }

    @Test
    void whatIsNotWholeNeverReadsWhole() {
        minutes(Slot.SERVICE, "2026-03-01T00:00:00Z", 44_639, Tally.Kind.OK);
        slots.add(
                Slot.empty(Slot.SERVICE, Instant.parse("2026-03-31T23:59:00Z"), Slot.MINUTE)
                        .watched(Tally.Kind.OK, 59_999)
                        .watched(Tally.Kind.CRITICAL, 1));
        assertThat(march("uptime").words()).isEqualTo("99.999 %");
        assertThat(march("uptime").note()).startsWith("down for 1 ms; 100.0 % of the time");
    }

    @Test
    void aDayOnWhichTheClocksAreChangedHas23Or25Hours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        minutes(Slot.SERVICE, "2026-03-28T23:00:00Z", 23 * 60, Tally.Kind.OK);
        minutes(Slot.SERVICE, "2026-10-24T22:00:00Z", 25 * 60, Tally.Kind.OK);
        for (LocalDate day : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
            Figures figures =
                    of(
                            day.atStartOfDay(berlin).toInstant().toString(),
                            day.plusDays(1).atStartOfDay(berlin).toInstant().toString());
            assertThat(figure(figures, "uptime").note())
                    .isEqualTo("never down; 100.0 % of the time watched");
            assertThat(figures.curves().getFirst().points())
                    .hasSize(day.getMonthValue() == 3 ? 23 * 4 : 25 * 4)
                    .allSatisfy(it -> assertThat(it.value()).hasValue(0));
        }
    }

    @Test
    void errorsAndTimesAreThoseOfTheProbesThatAskAsUsersDo() {
        looks("api", 199, 1, 480);
        looks("disk", 0, 50, 9_000);
        assertThat(march("errors").words()).isEqualTo("0.500 %");
        assertThat(march("errors").note()).isEqualTo("1 of 200 looks failed");
        assertThat(march("errors").met()).contains(false);
        assertThat(march("response").words()).isEqualTo("480 ms");
        assertThat(march("response").met()).contains(true);
    }

    private void looks(String probe, long ok, long critical, long millis) {
        Spread took = Spread.NONE;
        for (long i = 0; i < ok + critical; i++) {
            took = took.plus(Spread.of(Duration.ofMillis(millis)));
        }
        slots.add(
                new Slot(
                        probe,
                        Instant.parse("2026-03-02T00:00:00Z"),
                        Slot.MINUTE,
                        Tally.NONE,
                        new Tally(ok, 0, critical, 0, 0),
                        took,
                        Trend.NONE));
    }

    @Test
    void deploymentsAndSecurityEventsAreThoseThatWereNotedInThePeriod() {
        told().at("2026-03-02T10:00:00Z", new ChecklistStarted("Deploy", "/srv/shop"))
                .at("2026-03-02T10:10:00Z", new KindNoted("deployment", "1.4.2"))
                .at("2026-04-01T00:00:00Z", new KindNoted("deployment", "1.4.3"))
                .over();
        told().at("2026-03-03T10:00:00Z", declared(Severity.P1))
                .at("2026-03-03T10:10:00Z", new KindNoted("security", "a key was leaked"))
                .over();
        Figures march = of("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
        assertThat(march.deployments())
                .extracting(Fact::event)
                .containsExactly(new KindNoted("deployment", "1.4.2"));
        assertThat(march.security()).hasSize(1);
        assertThat(march.declared()).hasSize(1);
    }

    @Test
    void aClockThatWasSetBackMakesNoNegativeTimes() {
        told().at("2026-03-02T10:00:00Z", declared(Severity.P1))
                .at("2026-03-02T09:58:00Z", new Acknowledged())
                .at("2026-03-02T09:59:00Z", DONE)
                .over();
        assertThat(march("mtta").value().orElseThrow()).isZero();
        assertThat(march("mttr").value().orElseThrow()).isZero();
    }

    @Test
    void aCurveHasGapsWhereNobodyWatched() {
        minutes(Slot.SERVICE, "2026-03-02T00:00:00Z", 30, Tally.Kind.OK);
        minutes(Slot.SERVICE, "2026-03-02T01:00:00Z", 3, Tally.Kind.CRITICAL);
        minutes(Slot.SERVICE, "2026-03-02T01:03:00Z", 9, Tally.Kind.OK);
        Curve down = of("2026-03-02T00:00:00Z", "2026-03-02T02:00:00Z").curves().getFirst();
        assertThat(down.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(down.points()).hasSize(120);
        assertThat(down.points().get(29).value()).hasValue(0);
        assertThat(down.points().get(30).value()).isEmpty();
        assertThat(down.points().get(62).value()).hasValue(100);
        Curve day = of("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z").curves().getFirst();
        assertThat(day.step()).isEqualTo(Duration.ofMinutes(15));
        assertThat(day.points().get(2).value()).isEmpty();
        assertThat(day.points().get(4).value().orElseThrow()).isCloseTo(25, within(1e-9));
        assertThat(Optional.of(down.target()).orElseThrow()).isCloseTo(0.1, within(1e-9));
    }
}
