package dev.warroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class TargetReaderTest {

    private static Targets targets(String yaml) {
        return WorkspaceReader.policy("warroom.yaml", yaml).targets();
    }

    private static List<String> problems(String yaml) {
        ProblemsException wrong =
                catchThrowableOfType(ProblemsException.class, () -> targets(yaml));
        assertThat(wrong).as("nothing was found wrong").isNotNull();
        assertThat(wrong.problems()).allMatch(it -> !it.hint().isBlank());
        return wrong.problems().stream().map(Problem::message).toList();
    }

    @Test
    void everyPartIsRead() {
        Targets targets =
                targets(
                        """
                        targets:
                          - {name: app-1, host: 10.0.0.5, user: deploy, cwd: /srv/app,
                             env: {STAGE: live}, shell: sh, sudo: true, tags: [production]}
                          - {name: db-1, sudo: postgres}
                        """);
        assertThat(targets.hosts())
                .containsExactly(
                        new Target(
                                "app-1",
                                "10.0.0.5",
                                Optional.of("deploy"),
                                Optional.of("/srv/app"),
                                Map.of("STAGE", "live"),
                                Optional.of("sh"),
                                Optional.of("root"),
                                List.of("production")),
                        new Target(
                                "db-1",
                                "db-1",
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                Optional.of("postgres"),
                                List.of()));
        assertThat(targets.hosts().getFirst().as()).isEqualTo("sudo -n");
        assertThat(targets.hosts().getLast().as()).isEqualTo("sudo -n -u postgres");
        assertThat(targets.names()).containsExactly("local", "app-1", "db-1");
    }

    @Test
    void whatNoWorkspaceNamesIsAHostOfSshAndThisMachineIsAlwaysThere() {
        assertThat(Targets.NONE.named("local")).contains(Target.HERE);
        assertThat(Targets.NONE.named("deploy@web-7").orElseThrow().user()).contains("deploy");
        assertThat(Targets.NONE.named("deploy@web-7").orElseThrow().host()).isEqualTo("web-7");
    }

    @Test
    void noNameIsTakenForAnOptionOfAProgram() {
        assertThat(Targets.NONE.named("-oProxyCommand=sh")).isEmpty();
        assertThat(Targets.NONE.named("-x@web-7")).isEmpty();
        assertThat(Targets.NONE.named("web 7")).isEmpty();
        assertThat(problems("targets: [{name: web, host: \"-oProxyCommand=sh\"}]"))
                .containsExactly(
                        "\"host\" must be letters, digits, . _ and -, beginning with a letter or a"
                                + " digit, and is \"-oProxyCommand=sh\"");
    }

    @Test
    void thisMachineCanHaveSettingsAndNoHost() {
        Target here = targets("targets: [{name: local, env: {A: b}}]").named("local").orElseThrow();
        assertThat(here.local()).isTrue();
        assertThat(here.environment()).containsEntry("A", "b");
        assertThat(problems("targets: [{name: local, host: app-1}]"))
                .containsExactly("\"local\" is this machine, and has no host and no user");
    }

    @Test
    void groupsHaveTheirHostsAndTags() {
        Targets targets =
                targets(
                        """
                        targets:
                          - {name: app-1, host: 10.0.0.5, tags: [blue]}
                          - {name: app, hosts: [app-1, app-2], at-once: 1, on-failure: stop,
                             tags: [production]}
                          - {name: all, hosts: [app-1]}
                        blast-radius: 3
                        """);
        assertThat(targets.groups())
                .containsExactly(
                        new TargetGroup(
                                "app", List.of("app-1", "app-2"), 1, true, List.of("production")),
                        new TargetGroup("all", List.of("app-1"), 20, false, List.of()));
        assertThat(targets.blastRadius()).isEqualTo(3);
        assertThat(targets.members(targets.groups().getFirst()))
                .extracting(Target::host)
                .containsExactly("10.0.0.5", "app-2");
        assertThat(targets.members(targets.groups().getFirst()))
                .allMatch(Target::production)
                .first()
                .satisfies(it -> assertThat(it.tags()).containsExactly("blue", "production"));
        assertThat(targets.names()).containsExactly("local", "app-1", "app", "all");
    }

    @Test
    void aGroupThatCannotBeIsSaidToBeSo() {
        assertThat(
                        problems(
                                """
                                targets:
                                  - {name: a, hosts: []}
                                  - {name: b, hosts: [-x, b, b], on-failure: retry, at-once: 0}
                                  - {name: c, hosts: [x], user: deploy}
                                blast-radius: none
                                """))
                .containsExactly(
                        "the group has no hosts",
                        "\"-x\" cannot be the name of a host",
                        "\"b\" is in the group already",
                        "\"on-failure\" must be stop or go-on, and is \"retry\"",
                        "\"at-once\" must be a whole number from 1 to 500, and is \"0\"",
                        "\"user\" is not a key of a group of targets",
                        "\"blast-radius\" must be a whole number from 1 to 2000, and is \"none\"");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(
                        problems(
                                """
                                targets:
                                  - {host: app-1}
                                  - {name: app-1, cwd: srv}
                                  - {name: app-1, env: {1A: b}}
                                  - {name: app-2, port: 22}
                                """))
                .containsExactly(
                        "a target has no name",
                        "\"cwd\" must begin with / or ~/, and is \"srv\"",
                        "another target is called \"app-1\" already",
                        "\"1A\" is not the name of a variable",
                        "\"port\" is not a key of a target");
    }
}
