package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.drill.Scenario;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Every drill is really broken, can be won, and says afterwards what would have been quicker.
 * {@link GuidedIT} has them walked by a person.
 */
class DrillsIT {

    /** Each drill is four processes, so only some of them are played at a time. */
    private static final int AT_ONCE = 2;

    /** All but the one that PackageIT plays, as whoever has the package does. */
    private static final Set<Scenario> PLAYED =
            EnumSet.complementOf(EnumSet.of(Scenario.BAD_RELEASE));

    /** What breaks by traffic, and sooner with more of it; the others only cost more by it. */
    private static final Set<Scenario> BY_TRAFFIC =
            EnumSet.of(
                    Scenario.MEMORY_LEAK,
                    Scenario.FULL_DISK,
                    Scenario.POOL_EXHAUSTED,
                    Scenario.LOG_FLOOD);

    @TempDir Path temp;

    @Test
    void eachButThatOfThePackageIsWonByItsScriptedOperator() throws Exception {
        Account account = new Account(temp);
        Map<Scenario, Future<Ended>> drills = new LinkedHashMap<>();
        try (var players = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Scenario scenario : PLAYED) {
                String state = temp.resolve("state-" + scenario.key()).toString();
                drills.put(
                        scenario,
                        players.submit(
                                () ->
                                        account.warroom(
                                                "drill",
                                                scenario.key(),
                                                "--headless",
                                                "--speed",
                                                BY_TRAFFIC.contains(scenario) ? "3" : "1",
                                                "--state",
                                                state)));
            }
        }
        for (var drill : drills.entrySet()) {
            Ended ended = drill.getValue().get();
            assertThat(ended.exit()).as(drill.getKey() + "\n" + ended.said()).isZero();
            assertThat(ended.said())
                    .contains(drill.getKey().title())
                    // The first step does what makes it worse, and ends well only where it does.
                    .containsPattern("● .+, and see that .+")
                    .containsPattern("Healthy again +after ")
                    .matches(it -> it.replaceAll("\\s+", " ").contains(drill.getKey().quicker()));
        }
        // A supervisor that has just ended may have been in a pause of a second.
        Await.until(
                "the end of all that ran",
                () -> account.processes().isEmpty(),
                () -> account.processes().toString());
    }
}
