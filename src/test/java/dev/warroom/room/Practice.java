package dev.warroom.room;

import dev.warroom.layout.Layout;
import dev.warroom.policy.Check;
import dev.warroom.policy.ListedLog;
import dev.warroom.policy.Patience;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Secrets;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Step;
import dev.warroom.workspace.LayoutReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small workspace to try the room on: two runbooks, four probes, and the layouts as shipped. */
public final class Practice {

    private static final String INCIDENT_FILE =
            """
            # P1: Checkout answers 5xx

            Customers cannot pay. Say so early.

            **First look (0-5 minutes):**

            ```bash
            # 1. Declare the incident in the channel

            # 2. Look at the disks
            df -h /

            # 3. Look at the gateway
            curl -fsS localhost:8080/health
            ```

            **Diagnosis (5-15 minutes):**

            ```bash
            # 1. Read the errors of the last deployment
            grep ERROR logs/<service>.log | tail -20

            # 2. Watch the queue
            tail -f logs/queue.log

            # 3. Look at the database
            psql -c 'select 1'
            ```

            **Resolution (15-60 minutes):**

            **Option 1: Restart**

            ```bash
            # 1. Restart the service
            systemctl restart <service>
            ```

            **Option 2: Rollback**

            ```bash
            # 1. Roll back
            ./rollback.sh <previous-version> --force
            ```

            **Expected Results:**

            - Error rate < 0.1%
            """;

    private static final String CHECKLIST_FILE =
            """
            # Morning checks

            - [ ] Read the night's alerts
            - [ ] Look at the dashboards
            """;

    /** It never changes, so it is read once for all who ask for it. */
    private static final Library LIBRARY =
            Library.join(
                    List.of(
                            RunbookReader.read("runbooks/checkout.md", INCIDENT_FILE),
                            RunbookReader.read("runbooks/morning.md", CHECKLIST_FILE)));

    private Practice() {}

    /** Both runbooks. */
    public static Library library() {
        return LIBRARY;
    }

    /** The runbook that is bound to P1. */
    public static Runbook incidentRunbook() {
        return library().runbooks().getFirst();
    }

    /** The step of the incident's runbook whose title begins with {@code title}. */
    public static Step step(String title) {
        return incidentRunbook().steps().stream()
                .filter(it -> it.title().startsWith(title))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        title
                                                + " is none of "
                                                + incidentRunbook().steps().stream()
                                                        .map(Step::title)
                                                        .toList()));
    }

    /** The layouts that come with the program. */
    public static Map<String, Layout> layouts() {
        return Map.of("war-room", layout("war-room"), "narrow", layout("narrow"));
    }

    private static Layout layout(String name) {
        Path file = Path.of("layouts", name + ".yaml");
        try {
            return LayoutReader.parse(name, file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Four probes and one log. */
    public static Policy policy() {
        return new Policy(
                "checkout",
                List.of(ListedLog.of("logs/*.log")),
                List.of(
                        probe("gateway", new Check.Http(URI.create("http://localhost:8080/"), 0)),
                        probe("database", new Check.Tcp("db-1", 5432)),
                        probe("disk", new Check.Command("./check-disk.sh")),
                        probe("queue", new Check.Command("./check-queue.sh"))),
                Policy.USUAL_RESPONSES,
                Rules.USUAL);
    }

    private static Probe probe(String name, Check check) {
        return new Probe(name, check, Duration.ofSeconds(10), Duration.ofSeconds(5))
                .with(Patience.NONE);
    }

    /** A machine without rules of its own. */
    public static Target machine(
            String name, String host, Map<String, String> environment, String... tags) {
        return new Target(
                name,
                host,
                Optional.empty(),
                Optional.empty(),
                environment,
                Optional.empty(),
                Optional.empty(),
                List.of(tags));
    }

    /** {@code policy} with other targets and rules for steps, and no secrets of its own. */
    public static Policy with(Policy policy, Targets targets, StepRules steps) {
        return new Policy(
                policy.service(),
                policy.logs(),
                policy.probes(),
                policy.responses(),
                policy.rules(),
                targets,
                Secrets.USUAL,
                steps);
    }
}
