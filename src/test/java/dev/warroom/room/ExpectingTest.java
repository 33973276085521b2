package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ExpectationChecked;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Whether what must hold does. */
class ExpectingTest {

    private static final String RUNBOOK =
            """
            # Morning

            ```bash
            # 1. Look at the disks
            df -h

            # 2. Count the errors
            ./errors.sh
            ```

            **Expected Results:**

            - Disk usage < 80%
            - Error rate < 0.1%
            - The database answers
            """;

    private final Desk desk = Desk.walking(120, 30, RUNBOOK);

    private Desk runs(String step) {
        return desk.goTo(step).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    private List<ExpectationChecked> checked() {
        return desk.events().stream()
                .filter(ExpectationChecked.class::isInstance)
                .map(ExpectationChecked.class::cast)
                .toList();
    }

    @Test
    void whatAStepPrintsIsHeldAgainstTheNumberAndKept() {
        runs("Look at the disks")
                .prints(
                        0,
                        "Filesystem  Size  Used Avail Use% Mounted on",
                        "/dev/sda1   100G   91G    9G  91% /",
                        "/dev/sdb1   100G   12G   88G  12% /data");

        assertThat(checked())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.words()).isEqualTo("Disk usage < 80%");
                            assertThat(it.holds()).isFalse();
                            assertThat(it.machine()).isTrue();
                            assertThat(it.evidence()).contains("/dev/sda1", "91%");
                        });
        assertThat(desk.room().notice().text()).startsWith("Does not hold: Disk usage < 80%");
    }

    @Test
    void whatTheNextRunPrintsCountsInPlaceOfIt() {
        runs("Count the errors").prints(0, "error rate: 4.2 %");
        assertThat(checked()).extracting(ExpectationChecked::holds).containsExactly(false);

        runs("Count the errors").prints(0, "error rate: 0.04 %");
        assertThat(checked()).extracting(ExpectationChecked::holds).containsExactly(true);
        assertThat(desk.incident().walk().checks()).hasSize(1);
        assertThat(desk.incident().walk().checks().values())
                .allMatch(it -> it.holds() && it.evidence().contains("0.04"));
    }

    @Test
    void outputThatDoesNotSayItLeavesItToBeAsked() {
        runs("Count the errors").prints(0, "all is well", "17");
        assertThat(checked()).isEmpty();

        desk.goTo("Error rate").press(Key.Kind.ENTER);
        assertThat(desk.room().question()).containsInstanceOf(Question.Holds.class);
    }

    @Test
    void aPersonSaysWhetherItHoldsAndWhatShowsIt() {
        desk.goTo("The database answers").press(Key.Kind.ENTER).type("n");
        desk.type("timeout after 3 s").press(Key.Kind.ENTER);

        assertThat(checked())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.words()).isEqualTo("The database answers");
                            assertThat(it.holds()).isFalse();
                            assertThat(it.machine()).isFalse();
                            assertThat(it.evidence()).isEqualTo("timeout after 3 s");
                        });
    }

    @Test
    void aNoteOnItMayBeLeftOutAndXSaysYesAtOnce() {
        desk.goTo("The database answers").press(Key.Kind.ENTER).type("y").press(Key.Kind.ENTER);
        desk.goTo("Error rate").type("x");

        assertThat(checked()).extracting(ExpectationChecked::holds).containsExactly(true, true);
    }

    @Test
    void nothingIsSaidWhereThePersonGoesBack() {
        desk.goTo("The database answers").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
        desk.press(Key.Kind.ENTER).type("y").press(Key.Kind.ESCAPE);

        assertThat(desk.events()).isEmpty();
        assertThat(desk.room().question()).isEmpty();
    }

    @Test
    void whatTheFenceExpectsIsLookedForInTheOutputOfItsStep() {
        Desk walk =
                Desk.walking(
                        120,
                        30,
                        """
                        # Check

                        ```bash {"name":"health","expect":"all systems up"}
                        ./health.sh
                        ```
                        """);
        walk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "db: up", "all systems up");

        assertThat(walk.incident().walk().checks().values())
                .singleElement()
                .satisfies(it -> assertThat(it.evidence()).isEqualTo("all systems up"));
    }

    @Test
    void theWalkGoesOnToWhatIsExpectedWhenTheStepsAreDone() {
        runs("Look at the disks").prints(0);
        runs("Count the errors").prints(0, "error rate: 0.01 %");

        assertThat(desk.here()).isEqualTo("Disk usage < 80%");
        desk.type("x");
        assertThat(desk.here()).isEqualTo("The database answers");
    }
}
