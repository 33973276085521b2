package dev.warroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Escalation.Level;
import dev.warroom.policy.Escalation.Rule;
import dev.warroom.policy.Escalation.Trigger;
import dev.warroom.policy.Hook;
import dev.warroom.policy.Maintenance.Window;
import dev.warroom.policy.MetricTargets;
import dev.warroom.policy.Recurrence;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Rules.Phase;
import dev.warroom.policy.Schedule;
import dev.warroom.policy.Template;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class RulesReaderTest {

    @TempDir Path folder;

    private static Rules rules(String yaml) {
        return WorkspaceReader.policy("warroom.yaml", yaml).rules();
    }

    /** Place and message of every problem. */
    private static List<String> problems(String yaml) {
        ProblemsException wrong = catchThrowableOfType(ProblemsException.class, () -> rules(yaml));
        assertThat(wrong).as("nothing was found wrong").isNotNull();
        assertThat(wrong.problems()).allMatch(it -> !it.hint().isBlank());
        return wrong.problems().stream().map(RulesReaderTest::line).toList();
    }

    private static String line(Problem problem) {
        return problem.location().line()
                + ":"
                + problem.location().column()
                + " "
                + problem.message();
    }

    @Test
    void aFileThatSaysNothingHasTheUsualNumbers() {
        Rules rules = rules("service: api\n");
        assertThat(rules).isEqualTo(Rules.USUAL);
        assertThat(rules.roles()).containsExactly("Commander", "Communicator", "Technician");
        assertThat(rules.phases(Severity.P1))
                .extracting(it -> it.to().toMinutes())
                .containsExactly(5L, 15L, 60L, 1440L);
        assertThat(rules.escalation().levels())
                .extracting(it -> it.respond().toMinutes())
                .containsExactly(15L, 30L, 60L, 120L);
        assertThat(rules.escalation().level(3).orElseThrow().handles()).contains(Severity.P1);
        assertThat(rules.targets())
                .isEqualTo(
                        new MetricTargets(
                                99.9,
                                0.1,
                                Duration.ofMillis(500),
                                Duration.ofMinutes(30),
                                Duration.ofHours(720),
                                List.of(),
                                Optional.empty()));
        assertThat(rules.schedules())
                .extracting(Schedule::at)
                .containsExactly(LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(rules.maintenance().approvals())
                .containsEntry(Severity.P1, "immediate")
                .containsEntry(Severity.P2, "Manager");
    }

    @Test
    void everyPartIsRead() {
        Rules rules =
                rules(
                        """
                        roles: [Lead, Scribe]
                        severities:
                          P2: {phases: [{name: Look, to: 10m}, {name: Mend, from: 20m, to: 1h}]}
                        escalation:
                          levels:
                            - {name: On-call, respond: 5m, handles: [P3], authority: restart, contacts: [a@b.c, "+1"]}
                            - {name: Boss, respond: 1h, handles: [P1, P2]}
                          rules:
                            - {to: 2, after: 20m, severities: [P1]}
                            - {to: 2, down: 10m}
                            - {to: 2, when: money is lost}
                        maintenance:
                          windows:
                            - {name: Weekly, rule: FREQ=WEEKLY;BYDAY=TU, at: "03:30", lasts: 30m, zone: Europe/Berlin, notices: [1d, 7d], silence: [db]}
                          emergency: {P1: Boss}
                        schedules:
                          - {runbook: Round, at: "08:15", days: [mon, Fri], zone: UTC}
                        metrics: {uptime: 99.5%, error-rate: 1, response-time: 2s, mttr: 1h, mtbf: 100h}
                        hooks:
                          - {name: pager, on: [escalation], command: ./page.sh, timeout: 3s, attempts: 1}
                          - {name: chat, post: "https://chat.example.com/x", secret: CHAT_TOKEN}
                        probes: [{name: db, tcp: "db:1"}]
                        """);
        assertThat(rules.roles()).containsExactly("Lead", "Scribe");
        assertThat(rules.phases(Severity.P2))
                .containsExactly(
                        new Phase("Look", Duration.ZERO, Duration.ofMinutes(10)),
                        new Phase("Mend", Duration.ofMinutes(20), Duration.ofHours(1)));
        assertThat(rules.phases(Severity.P1)).isEqualTo(Rules.USUAL.phases(Severity.P1));
        assertThat(rules.escalation().levels())
                .containsExactly(
                        new Level(
                                1,
                                "On-call",
                                Duration.ofMinutes(5),
                                Set.of(Severity.P3),
                                "restart",
                                List.of("a@b.c", "+1")),
                        new Level(
                                2,
                                "Boss",
                                Duration.ofHours(1),
                                Set.of(Severity.P1, Severity.P2),
                                "",
                                List.of()));
        assertThat(rules.escalation().rules())
                .containsExactly(
                        new Rule(2, new Trigger.After(Duration.ofMinutes(20)), Set.of(Severity.P1)),
                        new Rule(
                                2,
                                new Trigger.Down(Duration.ofMinutes(10)),
                                EnumSet.allOf(Severity.class)),
                        new Rule(
                                2,
                                new Trigger.Asked("money is lost"),
                                EnumSet.allOf(Severity.class)));
        assertThat(rules.maintenance().windows())
                .containsExactly(
                        new Window(
                                "Weekly",
                                Recurrence.of(
                                        "FREQ=WEEKLY;BYDAY=TU",
                                        LocalTime.of(3, 30),
                                        ZoneId.of("Europe/Berlin")),
                                Duration.ofMinutes(30),
                                List.of(Duration.ofDays(7), Duration.ofDays(1)),
                                List.of(),
                                List.of("db")));
        assertThat(rules.maintenance().approvals())
                .containsEntry(Severity.P1, "Boss")
                .containsEntry(Severity.P3, "Engineering Lead");
        assertThat(rules.schedules())
                .containsExactly(
                        new Schedule(
                                "Round",
                                LocalTime.of(8, 15),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                Optional.of(ZoneId.of("UTC"))));
        assertThat(rules.targets().uptimePercent()).isEqualTo(99.5);
        assertThat(rules.hooks())
                .containsExactly(
                        new Hook(
                                "pager",
                                Set.of("escalation"),
                                new Hook.Command("./page.sh"),
                                Duration.ofSeconds(3),
                                1),
                        new Hook(
                                "chat",
                                Set.of(),
                                new Hook.Post(
                                        URI.create("https://chat.example.com/x"),
                                        Optional.of("CHAT_TOKEN")),
                                Hook.USUAL_TIMEOUT,
                                3));
    }

    @Test
    void contradictingRulesAreFoundWithTheirPlaces() {
        assertThat(
                        problems(
                                """
                                escalation:
                                  rules:
                                    - {to: 2, after: 30m}
                                    - {to: 3, after: 20m}
                                    - {to: 2, after: 10m, severities: [P1]}
                                    - {to: 3, when: it burns}
                                    - {to: 4, when: it burns}
                                    - {to: 4, after: 5m, severities: [P4]}
                                """))
                .containsExactly(
                        "4:7 level 3 is called before level 2 (line 3)",
                        "5:7 level 2 has two times, and can have only one (line 3)",
                        "7:7 the same condition calls level 3 and level 4 (line 6)",
                        "8:7 level 4 is called before level 2 (line 3)",
                        "8:7 level 4 is called before level 3 (line 4)");
    }

    @Test
    void aSeverityThatIsWorseAndWaitsLongerIsFound() {
        assertThat(
                        problems(
                                """
                                severities:
                                  P1: {acknowledge: 2h}
                                  P3: {acknowledge: 5m}
                                """))
                .containsExactly(
                        "2:3 P2 is acknowledged within 1h, sooner than P1 with 2h",
                        "3:3 P3 is acknowledged within 5m, sooner than P2 with 1h");
    }

    @Test
    void phasesThatOverlapOrRunBackwardsAreFound() {
        assertThat(
                        problems(
                                """
                                severities:
                                  P1:
                                    phases:
                                      - {name: A, to: 10m}
                                      - {name: B, from: 5m, to: 20m}
                                      - {name: C, from: 30m, to: 25m}
                                      - {name: A, from: 40m, to: 50m}
                                      - {from: 1h}
                                """))
                .containsExactly(
                        "5:25 B begins at 5m, before the phase ahead of it ends at 10m",
                        "6:34 C ends at 25m, and begins at 30m",
                        "7:16 two phases have the name \"A\"",
                        "8:9 a phase needs a name and an end");
    }

    @Test
    void rolesThatDifferInTheCaseOfLettersAreOne() {
        assertThat(problems("roles: [Lead, Scribe, lead]\n"))
                .containsExactly(
                        "1:8 two roles have the name \"lead\", which may be typed in letters of any"
                                + " case");
    }

    @Test
    void everyMistakeIsNamedInItsPlace() {
        assertThat(
                        problems(
                                """
                                roles: [Lead, Lead]
                                escalation:
                                  levels:
                                    - {respond: 15m, handles: [P1, P7]}
                                    - {name: B, respond: soon, handles: [P1]}
                                  rules:
                                    - {after: 5m}
                                    - {to: 9, after: 5m}
                                    - {to: 2}
                                    - {to: 2, after: 6m, down: 5m}
                                maintenance:
                                  windows:
                                    - {name: M, rule: "every Sunday", at: 25:00, zone: Mars, silence: [dp], notices: [soon]}
                                  emergency: {P9: x}
                                schedules:
                                  - {runbook: Round}
                                  - {at: "9 am", days: [someday]}
                                metrics: {uptime: 120, mttr: -5m}
                                hooks:
                                  - {command: a, post: b}
                                  - {name: x, command: a, secret: S}
                                  - {name: x, post: "http://chat.example.com/", secret: "abc 123"}
                                  - {name: y, post: "ftp://x"}
                                probes: [{name: db, tcp: "db:1"}]
                                """))
                .anyMatch(it -> it.startsWith("1:15 \"Lead\" is in the list already"))
                .anyMatch(it -> it.equals("4:7 the level has no name"))
                .anyMatch(it -> it.equals("4:31 \"P7\" is not a severity"))
                .anyMatch(it -> it.startsWith("5:26 \"respond\" must be a length of time"))
                .anyMatch(it -> it.startsWith("5:41 P1 is handled by two levels"))
                .anyMatch(it -> it.equals("7:7 the rule does not say to which level"))
                .anyMatch(it -> it.startsWith("8:12 \"to\" must be a whole number from 1 to 2"))
                .anyMatch(it -> it.equals("9:7 the rule does not say when"))
                .anyMatch(it -> it.startsWith("10:26 the rule has after and down"))
                .anyMatch(it -> it.startsWith("13:23 \"rule\" is not a recurrence rule"))
                .anyMatch(it -> it.startsWith("13:43 \"at\" must be a time of day"))
                .anyMatch(it -> it.startsWith("13:56 \"zone\" must be a time zone"))
                .anyMatch(it -> it.equals("13:71 there is no probe \"dp\""))
                .anyMatch(it -> it.startsWith("13:86 a notice must be a length of time"))
                .anyMatch(it -> it.startsWith("14:15 \"P9\" is not a key"))
                .anyMatch(it -> it.equals("16:5 the schedule has no time"))
                .anyMatch(it -> it.equals("17:5 \"runbook\" is missing"))
                .anyMatch(it -> it.startsWith("17:10 \"at\" must be a time of day"))
                .anyMatch(it -> it.equals("17:24 \"someday\" is not a day"))
                .anyMatch(it -> it.startsWith("18:19 \"uptime\" must be a number of percent"))
                .anyMatch(it -> it.startsWith("18:30 \"mttr\" must be a length of time"))
                .anyMatch(it -> it.equals("20:5 the hook has no name"))
                .anyMatch(it -> it.startsWith("20:5 the hook has command and post"))
                .anyMatch(it -> it.startsWith("21:27 \"secret\" goes with post only"))
                .anyMatch(it -> it.startsWith("22:12 two hooks have the name \"x\""))
                .anyMatch(it -> it.startsWith("22:21 \"post\" must be an https URL"))
                .anyMatch(it -> it.startsWith("22:57 \"secret\" must be the name of an"))
                .anyMatch(it -> it.startsWith("23:21 \"post\" must be an https URL"));
    }

    @Test
    void templatesOfTheWorkspaceTakeThePlaceOfTheUsual() throws Exception {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("warroom.yaml"), "service: api\n");
        Files.writeString(folder.resolve("templates/status-update.txt"), "Hello\r\n{status}\r\n");
        Files.writeString(folder.resolve("templates/customers.md"), "Dear {name}\n");
        Files.writeString(folder.resolve("templates/notes.pdf"), "no\n");
        Rules rules = WorkspaceReader.read(folder).policy().rules();
        assertThat(rules.template("status-update").map(Template::text))
                .contains("Hello\n{status}\n");
        assertThat(rules.template("customers")).isPresent();
        assertThat(rules.template("declaration")).isPresent();
        assertThat(rules.template("notes")).isEmpty();
        Files.write(folder.resolve("templates/bad.txt"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> WorkspaceReader.read(folder)).hasMessageContaining("bad.txt");
    }
}
