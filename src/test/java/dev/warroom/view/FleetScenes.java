package dev.warroom.view;

import dev.warroom.incident.Outcome;
import dev.warroom.policy.Policy;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Practice;
import dev.warroom.room.Signal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A step in the midst of its thousand hosts. */
final class FleetScenes {

    private static final int HOSTS = 1_000;
    private static final int AT_ONCE = 40;
    private static final int ENDED = 300;

    private FleetScenes() {}

    /** Most are well, some are not, in several ways; one does not answer; most wait. */
    static Desk fleet(int columns, int rows) {
        List<String> members =
                IntStream.rangeClosed(1, HOSTS).mapToObj("web-%04d"::formatted).toList();
        TargetGroup group = new TargetGroup("web", members, AT_ONCE, false, List.of());
        Policy policy =
                Practice.with(
                        Practice.policy(),
                        new Targets(List.of(), List.of(group), HOSTS),
                        StepRules.USUAL);
        Desk desk =
                Desk.walking(
                                columns,
                                rows,
                                policy,
                                """
                                # Web

                                ## Look at the web servers

                                1. Look everywhere

                                   ```bash {target=web}
                                   ./health-check.sh
                                   ```
                                """)
                        .press(Key.Kind.ENTER)
                        .press(Key.Kind.ENTER);
        for (int i = 1; i <= ENDED; i++) {
            if (i != 17) {
                ends(desk, i);
            }
        }
        return desk.signal(new Signal.RunLost("RUN-1-17", "it does not answer"))
                .press(Key.character('2'));
    }

    private static void ends(Desk desk, int host) {
        String run = "RUN-1-" + host;
        int exit = host % 50 == 7 ? 3 : host % 100 == 99 ? 127 : 0;
        String said =
                switch (exit) {
                    case 0 -> host % 40 == 0 ? "well, and slow" : "well";
                    case 3 -> "web-%04d has no space left".formatted(host);
                    default -> "health-check.sh: not found";
                };
        desk.signal(new Signal.OutputArrived(run, List.of(said), 0));
        desk.signal(
                new Signal.RunEnded(
                        run,
                        exit == 0 ? Outcome.PASSED : Outcome.FAILED,
                        OptionalInt.of(exit),
                        OptionalInt.empty(),
                        Duration.ofMillis(700),
                        said.length(),
                        ""));
    }

    /** A step whose host has not answered yet. */
    static Desk connecting(int columns, int rows) {
        Target host = Practice.machine("web-0001", "web-0001.eu.example.com", Map.of());
        Policy policy =
                Practice.with(
                        Practice.policy(),
                        new Targets(List.of(host), List.of(), HOSTS),
                        StepRules.USUAL);
        return Desk.walking(
                        columns,
                        rows,
                        policy,
                        """
                        # Web

                        ## Look at a web server

                        1. Look at one

                           ```bash {target=web-0001}
                           ./health-check.sh
                           ```
                        """)
                .far()
                .press(Key.Kind.ENTER)
                .press(Key.Kind.ENTER)
                .pass(Duration.ofSeconds(3))
                .press(Key.character('2'));
    }

    /** Somebody types a part of a host's name. */
    static Desk sought(int columns, int rows) {
        return fleet(columns, rows).press(Key.character('/')).type("025");
    }
}
