package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Where;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.TargetGroup;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ways to hosts, opened while it is read what will run there. */
class WaysTest extends TargetsTestBase {

    private static final String RUNBOOK =
            """
            # Shop

            ## Slow shop

            1. Look everywhere

               ```bash {target=app}
               uptime
               ```

            2. Look at one

               ```bash {target=app-1}
               date
               ```

            3. Look here

               ```bash
               date
               ```
            """;

    WaysTest() {
        super(desk(StepRules.USUAL, 6));
    }

    private static Desk desk(StepRules rules, int many) {
        List<String> hosts = IntStream.rangeClosed(1, many).mapToObj(it -> "app-" + it).toList();
        return at(group(9, new TargetGroup("app", hosts, 3, false, List.of())), rules, RUNBOOK);
    }

    private static Where host(int number) {
        return new Where("app-" + number, "", "");
    }

    private List<Effect.Reach> reached() {
        return desk.asked().stream()
                .filter(Effect.Reach.class::isInstance)
                .map(Effect.Reach.class::cast)
                .toList();
    }

    private String words() {
        return desk.room()
                .launches()
                .ways()
                .words(preview().aim())
                .map(Ways.Words::text)
                .orElse("");
    }

    private void answers(int number, String trouble) {
        desk.signal(new Signal.Reached(host(number), trouble));
    }

    @Test
    void thePreviewOfAStepOnHostsConnectsToThemAsTheStepWould() {
        open("Look everywhere");
        assertThat(reached())
                .containsExactly(
                        new Effect.Reach(
                                IntStream.rangeClosed(1, 6).mapToObj(WaysTest::host).toList(), 3));
    }

    @Test
    void thePreviewSaysHowFarItIs() {
        open("Look at one");
        assertThat(words()).isEqualTo("connecting …");
        answers(1, "");
        assertThat(words()).isEqualTo("connected");

        desk.press(Key.Kind.ESCAPE);
        open("Look everywhere");
        assertThat(words()).isEqualTo("connected to 0 of 6 …");
        IntStream.rangeClosed(1, 6).forEach(it -> answers(it, ""));
        assertThat(words()).isEqualTo("connected to 6 of 6");
    }

    @Test
    void whoCannotBeReachedIsNamedWithTheReason() {
        open("Look at one");
        answers(1, "Permission denied (publickey).");
        assertThat(words()).isEqualTo("no connection to app-1: Permission denied (publickey).");

        desk.press(Key.Kind.ESCAPE);
        open("Look everywhere");
        answers(1, "refused");
        assertThat(words()).isEqualTo("connected to 0 of 6 …, not to app-1: refused");
        IntStream.rangeClosed(2, 5).forEach(it -> answers(it, "timed out"));
        answers(6, "");
        assertThat(words())
                .isEqualTo(
                        "connected to 1 of 6, not to app-1: refused; app-2: timed out;"
                                + " app-3: timed out; and 2 more");
    }

    @Test
    void ofVeryManyHostsOnlyTheFirstAreConnectedToAndThatIsSaid() {
        desk = desk(StepRules.USUAL, Ways.MOST + 1);
        open("Look everywhere");
        assertThat(reached().getFirst().hosts()).hasSize(Ways.MOST);
        assertThat(words()).isEqualTo("connected to 0 of the first 100 …");
    }

    @Test
    void anAnswerOfAnEarlierPreviewChangesNothing() {
        open("Look everywhere");
        desk.press(Key.Kind.ESCAPE);
        open("Look at one");
        answers(2, "refused");
        assertThat(words()).isEqualTo("connecting …");
    }

    @Test
    void whoBeginsTheStepOrTurnsFromItConnectsToNobodyElse() {
        Effect.Reach nobody = new Effect.Reach(List.of(), 1);
        open("Look at one");
        assertThat(reached()).doesNotContain(nobody);
        desk.press(Key.Kind.ESCAPE);
        assertThat(reached()).containsExactly(nobody);

        enter("Look at one");
        assertThat(reached()).hasSize(2).endsWith(nobody);
        desk.press(Key.Kind.UP);
        assertThat(reached()).isEmpty();
    }

    @Test
    void nobodyIsConnectedToWhereNothingIsAboutToRunThere() {
        open("Look here");
        assertThat(reached()).isEmpty();
        assertThat(words()).isEmpty();

        desk.press(Key.Kind.ESCAPE).signal(new Signal.ModeGiven(Mode.DRY_RUN));
        open("Look everywhere");
        assertThat(reached()).isEmpty();
        assertThat(words()).isEmpty();
    }

    @Test
    void aTeamMayWantToConnectOnlyWhenTheStepRuns() {
        desk = desk(new StepRules(Optional.empty(), Map.of(), false), 6);
        open("Look everywhere");
        assertThat(reached()).isEmpty();
        assertThat(words()).isEmpty();
    }
}
