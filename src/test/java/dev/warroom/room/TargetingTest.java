package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Where;
import dev.warroom.policy.Target;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class TargetingTest extends TargetsTestBase {

    private static final String RUNBOOK =
            """
            ---
            target: web-1
            ---
            # Shop

            ## Slow shop

            1. Look at the shop

               ```bash
               uptime
               ```

            2. Look at the database

               ```bash {target=db-1 cwd=data}
               df -h .
               ```

            **Behind the shop**

            <!-- target: back-9 -->

            1. Look behind

               ```bash
               ls
               ```
            """;

    TargetingTest() {
        super(at(machines(target("web-1", "10.0.0.1"), target("db-1", "10.0.0.2")), RUNBOOK));
    }

    private static Target target(String name, String host) {
        return new Target(
                name,
                host,
                Optional.of("deploy"),
                Optional.of("/srv"),
                Map.of("STAGE", "live"),
                Optional.empty(),
                Optional.of("root"),
                List.of("production"));
    }

    private Launch shown() {
        return preview().aim().first();
    }

    private Launch shown(String step) {
        desk.press(Key.Kind.ESCAPE);
        open(step);
        return shown();
    }

    @Test
    void theRunbookTheStepAndTheSectionNameTheirTargets() {
        assertThat(shown("Look at the shop").target().name()).isEqualTo("web-1");
        assertThat(shown("Look at the database").target().name()).isEqualTo("db-1");
        assertThat(shown("Look behind").target().host()).isEqualTo("back-9");
    }

    @Test
    void foldersAreBelowTheTargets() {
        assertThat(shown("Look at the shop").folder()).isEqualTo("/srv");
        assertThat(shown("Look at the database").folder()).isEqualTo("/srv/data");
        assertThat(shown("Look behind").folder()).isEmpty();
    }

    @Test
    void theFolderOfABlockIsBelowThatOfItsFile() {
        Desk walk =
                Desk.walking(
                        120,
                        30,
                        """
                        ---
                        cwd: /srv/shop
                        ---
                        # Shop

                        ```bash {cwd=logs}
                        # 1. Look at the logs
                        ls
                        ```

                        ```bash {cwd=/tmp}
                        # 1. Look elsewhere
                        ls
                        ```
                        """);
        walk.goTo("Look at the logs").press(Key.Kind.ENTER);
        assertThat(folder(walk)).isEqualTo("/srv/shop/logs");

        walk.press(Key.Kind.ESCAPE).goTo("Look elsewhere").press(Key.Kind.ENTER);
        assertThat(folder(walk)).isEqualTo("/tmp");
    }

    private static String folder(Desk walk) {
        return ((Question.Preview) walk.room().question().orElseThrow()).aim().first().folder();
    }

    @Test
    void theStartIsRecordedWithTheWayThereAndStartedThere() {
        shown("Look at the shop");
        desk.clear().press(Key.Kind.ENTER);

        Where where = new Where("10.0.0.1", "deploy", "sudo -n");
        List<Effect> asked = desk.asked();
        assertThat(asked)
                .contains(
                        new Effect.Record(
                                new StepStarted(
                                        "RUN-1-1",
                                        desk.incident().steps().keySet().iterator().next(),
                                        "Look at the shop",
                                        "uptime",
                                        "web-1",
                                        where,
                                        "")));
        assertThat(asked)
                .anyMatch(
                        it ->
                                it instanceof Effect.StartRun start
                                        && start.launch().target().host().equals("10.0.0.1"));
        Desk later = Desk.ready();
        later.slow().signal(new Signal.JournalOpened(desk.incident()));
        assertThat(later.asked())
                .containsExactly(
                        new Effect.FollowRun("RUN-1-1", where), new Effect.CountLogs(Desk.START));
    }

    @Test
    void tabTakesAnotherTargetForThisStepAndItIsKept() {
        shown("Look at the shop");
        desk.press(Key.Kind.TAB);
        assertThat(shown().target().name()).isEqualTo("db-1");
        desk.press(Key.Kind.TAB);
        assertThat(shown().target().local()).isTrue();
        assertThat(shown().folder()).isEmpty();
        assertThat(shown("Look at the database").target().name()).isEqualTo("db-1");
        assertThat(shown("Look at the shop").target().local()).isTrue();
        assertThat(started()).isFalse();
    }

    @Test
    void aChosenTargetIsForStepsThatNameNone() {
        desk.type(":target db-1").press(Key.Kind.ENTER);
        assertThat(shown("Look at the shop").target().name()).isEqualTo("db-1");
        assertThat(shown("Look behind").target().name()).isEqualTo("back-9");
        desk.press(Key.Kind.ESCAPE).type(":target").press(Key.Kind.ENTER);
        assertThat(shown("Look at the shop").target().name()).isEqualTo("web-1");
    }

    @Test
    void namesOfTargetsAreCompleted() {
        desk.type(":target d").press(Key.Kind.TAB).press(Key.Kind.ENTER);
        assertThat(desk.room().launches().chosen()).contains("db-1");
    }

    @Test
    void whatCanBeNoHostIsRefused() {
        desk.type(":target -oProxyCommand=x").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text())
                .contains("cannot be the name of a host", "local web-1 db-1");
        assertThat(desk.room().launches().chosen()).isEmpty();
    }
}
