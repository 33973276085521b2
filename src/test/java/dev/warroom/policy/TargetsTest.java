package dev.warroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a name that somebody types leads to. */
class TargetsTest {

    private static final Target APP =
            new Target(
                    "app-1",
                    "10.0.0.5",
                    Optional.of("deploy"),
                    Optional.of("/srv/shop"),
                    Map.of("STAGE", "live"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Target.PRODUCTION));

    private static final Target OTHER =
            new Target(
                    "app-2",
                    "10.0.0.6",
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    private static final TargetGroup LIVE =
            new TargetGroup(
                    "live", List.of("app-2", "db-1"), 20, false, List.of(Target.PRODUCTION));

    private final Targets targets = new Targets(List.of(APP, OTHER), List.of(LIVE), 5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-1",
                "ben@app-1",
                "10.0.0.5",
                "ben@10.0.0.5",
                "app-2",
                "10.0.0.6",
                "ben@app-2",
                "db-1",
                "ben@db-1"
            })
    void productionIsProductionByWhateverNameItIsReached(String name) {
        assertThat(targets.named(name).orElseThrow().production()).isTrue();
        assertThat(targets.named(name).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void aKnownTargetAsAnotherUserIsThatMachine() {
        Target ben = targets.named("ben@app-1").orElseThrow();

        assertThat(ben.address()).isEqualTo("ben@10.0.0.5");
        assertThat(ben.folder()).contains("/srv/shop");
        assertThat(ben.environment()).containsEntry("STAGE", "live");
    }

    @Test
    void whatTheFileSaysNothingOfIsAsSshKnowsIt() {
        assertThat(targets.named("web-9").orElseThrow().production()).isFalse();
        assertThat(targets.named("ben@web-9").orElseThrow().address()).isEqualTo("ben@web-9");
        assertThat(targets.named(Target.LOCAL)).contains(Target.HERE);
        assertThat(targets.named("::1").orElseThrow().address()).isEqualTo("::1");
        assertThat(targets.named("-oProxyCommand=x")).isEmpty();
    }
}
