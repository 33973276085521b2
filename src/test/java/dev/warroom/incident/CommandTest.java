package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Command.FollowUp;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class CommandTest {

    private static Incident after(IncidentEvent... events) {
        return Incident.replay("INC-1", EveryEvent.facts(List.of(events)));
    }

    private static Instant second(int n) {
        return EveryEvent.START.plusSeconds(n);
    }

    @Test
    void everyKindOfCommandHasItsWords() {
        List<Fact> facts = EveryEvent.facts(EveryCommandEvent.events());
        assertThat(facts.stream().map(fact -> FactWords.words(fact, facts)))
                .containsExactly(
                        "ana is Commander",
                        "severity P2 becomes P1: it is all down",
                        "escalated to level 2, Senior Engineer (answer within 30 min): not resolved"
                                + " in 30 min",
                        "level 2 has answered: ben",
                        "requires code changes: yes",
                        "update extended by 10 min: in a call",
                        "Diagnosis ran out: chose to choose the next option",
                        "message status-update written to /tmp/m.txt",
                        "hook pager did not take status-update: exit 3: no route",
                        "amends 4: only tenants of the new schema",
                        "deployment: 1.4.2",
                        "ben drives",
                        "asks for the driver's seat (answer within 1 min)",
                        "keeps the driver's seat, for which ana asked",
                        "ana drives instead of ben: ben did not answer",
                        "mitigated: rolled back",
                        "follow-up 1 for cleo: test migrations",
                        "follow-up 1 is done",
                        "post-mortem scheduled for 2026-03-02 03:14 UTC",
                        "reopened: errors are back");
        Set<Class<?>> kinds = new HashSet<>();
        facts.forEach(it -> kinds.add(it.event().getClass()));
        assertThat(kinds).containsExactlyInAnyOrder(CommandEvent.class.getPermittedSubclasses());
    }

    @Test
    void rolesAreTakenHandedOverAndGivenUp() {
        Incident incident =
                after(
                        new CommandEvent.RoleAssigned("Commander", "ana"),
                        new CommandEvent.RoleAssigned("Technician", "ana"),
                        new CommandEvent.RoleAssigned("Commander", "ben"),
                        new CommandEvent.RoleAssigned("Technician", ""));
        assertThat(incident.command().roles())
                .containsOnly(java.util.Map.entry("Commander", "ben"));
        assertThat(incident.command().rolesOf("ana")).isEmpty();
        assertThat(incident.command().rolesOf("ben")).containsExactly("Commander");
    }

    @Test
    void aChangedSeverityIsTheIncidents() {
        assertThat(
                        after(
                                        new IncidentEvent.Declared(Severity.P3, "t", "", "/srv"),
                                        new CommandEvent.SeverityChanged(
                                                Severity.P3, Severity.P1, "worse"))
                                .severity())
                .contains(Severity.P1);
    }

    @Test
    void aReopenedIncidentIsOpenAndNotMitigated() {
        Incident ended =
                after(
                        new IncidentEvent.Declared(Severity.P1, "t", "", "/srv"),
                        new CommandEvent.Mitigated("rolled back"),
                        new IncidentEvent.Resolved("", ""));
        assertThat(ended.open()).isFalse();
        assertThat(ended.command().mitigatedAt()).contains(second(1));
        Incident again =
                ended.apply(new Fact(4, second(3), "ana", "a", new CommandEvent.Reopened("back")));
        assertThat(again.open()).isTrue();
        assertThat(again.command().mitigatedAt()).isEmpty();
        assertThat(again.elapsed(second(10))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theFirstAnswerOfACalledLevelCounts() {
        Incident incident =
                after(
                        new CommandEvent.Escalated(2, "Senior", "r", Duration.ofMinutes(30)),
                        new CommandEvent.EscalationAnswered(2, "ben"),
                        new CommandEvent.EscalationAnswered(2, "cleo"),
                        new CommandEvent.EscalationAnswered(3, "nobody was called"));
        assertThat(incident.command().level()).isEqualTo(2);
        Command.Escalation call = incident.command().escalations().get(2);
        assertThat(call.answeredAt()).contains(second(1));
        assertThat(call.due()).isEqualTo(second(0).plus(Duration.ofMinutes(30)));
        assertThat(incident.command().escalations()).containsOnlyKeys(2);
    }

    @Test
    void extensionsAddUp() {
        Incident incident =
                after(
                        new CommandEvent.DeadlineExtended("update", Duration.ofMinutes(5), "a"),
                        new CommandEvent.DeadlineExtended("update", Duration.ofMinutes(10), "b"));
        assertThat(incident.command().extensions())
                .containsOnly(java.util.Map.entry("update", Duration.ofMinutes(15)));
        assertThat(incident.command().answered().get("update").at()).isEqualTo(second(1));
    }

    @Test
    void anExtensionThatNamesWhenTheClockOfUpdatesBeganExtendsThatClock() {
        Incident incident =
                after(
                        new CommandEvent.DeadlineExtended(
                                "update since 2026-03-01T02:14:00Z", Duration.ofMinutes(5), "a"));
        assertThat(incident.command().extensions())
                .containsOnly(java.util.Map.entry("update", Duration.ofMinutes(5)));
        assertThat(incident.apply(update(2)).command().extensions()).isEmpty();
    }

    private static Fact update(long number) {
        return new Fact(
                number, second(1), "ana", "app-1", new IncidentEvent.StatusUpdated("looking"));
    }

    @Test
    void followUpsKeepTheirOwnersAndAreTicked() {
        Incident incident =
                after(
                        new CommandEvent.FollowUpAdded(1, "test migrations", "cleo"),
                        new CommandEvent.FollowUpAdded(2, "alert earlier", "ben"),
                        new CommandEvent.FollowUpDone(1),
                        new CommandEvent.FollowUpDone(9));
        assertThat(incident.command().followUps())
                .containsExactly(
                        new FollowUp(1, "test migrations", "cleo", true),
                        new FollowUp(2, "alert earlier", "ben", false));
    }

    @Test
    void theNewestAmendmentCountsAndTheFactStays() {
        Incident incident =
                after(
                        new IncidentEvent.NoteAdded("al tenants"),
                        new CommandEvent.Amended(1, "all tenants"),
                        new CommandEvent.Amended(1, "all tenants of eu"));
        assertThat(incident.command().amendments())
                .containsOnly(java.util.Map.entry(1L, "all tenants of eu"));
        assertThat(incident.facts().getFirst().event())
                .isEqualTo(new IncidentEvent.NoteAdded("al tenants"));
    }
}
