package dev.warroom.cli;

import dev.warroom.execution.KeptRun;
import dev.warroom.execution.Place;
import dev.warroom.execution.Runs;
import dev.warroom.incident.Where;
import dev.warroom.journal.Journals;
import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.runbook.Runbook;
import dev.warroom.text.Counted;
import dev.warroom.text.Sanitiser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what runs have left behind here and on hosts, and removes it. */
@Command(
        name = "clean",
        description = {
            "List the files of runs whose incident is over, here and on the targets that"
                    + " warroom.yaml and the runbooks name, and remove them.",
            "Asks first; without a terminal it only lists. What still runs, and what belongs to an"
                    + " open incident or to another state folder, stays. The journals stay.",
            "Exit code 1 where a target does not answer or something could not be removed."
        },
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {

    private static final int AT_ONCE = 20;
    private static final String GOES = "can be removed";
    private static final String NO_MARK = "none";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--target",
            paramLabel = "T",
            description =
                    "Look there only: local, a target or a group of warroom.yaml, an ssh host; may"
                            + " be given several times (default: all that is known).")
    private List<String> names = List.of();

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    /** What is kept at one place, or why nobody knows. */
    private record Found(String name, Place place, List<KeptRun> runs, String trouble) {}

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Boolean> open = new HashMap<>();
        Journals.list(state.folder()).forEach(it -> open.put(it.id(), it.open()));
        boolean well = true;
        // Nobody is told of runs here: none is started, followed or stopped.
        try (Runs runs = new Runs((run, end) -> {})) {
            List<Found> all = look(runs);
            int count = 0;
            for (Found found : all) {
                well &= found.trouble().isEmpty();
                count += tell(found, open);
            }
            if (count > 0 && agreed(count)) {
                for (Found found : all) {
                    well &= remove(runs, found, open);
                }
            } else if (count == 0) {
                out().println("Nothing is left of incidents that are over.");
            }
        }
        out().flush();
        return well ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private List<Found> look(Runs runs) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        List<Future<Found>> asked = new ArrayList<>();
        List<Found> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Map.Entry<String, Place> each : places().entrySet()) {
                asked.add(
                        threads.submit(
                                () -> {
                                    places.acquire();
                                    try {
                                        return look(runs, each.getKey(), each.getValue());
                                    } finally {
                                        places.release();
                                    }
                                }));
            }
            for (Future<Found> each : asked) {
                all.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static Found look(Runs runs, String name, Place place) {
        try {
            return new Found(name, place, runs.kept(place), "");
        } catch (IOException e) {
            return new Found(name, place, List.of(), e.getMessage());
        }
    }

    /** Everywhere, each once, by the name it is told by. */
    private Map<String, Place> places() {
        Targets targets = WorkspacePolicy.of(workspace.folder()).targets();
        Set<String> wanted = new LinkedHashSet<>(names);
        if (wanted.isEmpty()) {
            wanted.addAll(targets.names());
            Runbooks.each(
                    workspace.folder(),
                    library ->
                            library.runbooks().stream()
                                    .flatMap(CleanCommand::named)
                                    .filter(it -> usable(targets, it))
                                    .forEach(wanted::add));
        }
        Map<String, Place> places = new LinkedHashMap<>();
        SshPlaces hosts = SshPlaces.ofRuns();
        for (String name : wanted) {
            for (String each : targets.membersOf(name)) {
                Target target =
                        targets.named(each)
                                .orElseThrow(
                                        () ->
                                                new Failure(
                                                        "--target \""
                                                                + each
                                                                + "\" cannot be the name of a host."
                                                                + " Targets of the workspace: "
                                                                + String.join(
                                                                        " ", targets.names())));
                Where where = new Where(target.host(), target.user().orElse(""), "");
                if (places.containsKey(each)) {
                    continue;
                }
                try {
                    Place place =
                            target.local()
                                    ? Place.local(state.folder())
                                    : hosts.place(where).marked(mark());
                    if (!places.containsValue(place)) {
                        places.put(each, place);
                    }
                } catch (IOException e) {
                    throw new Failure("no connection can be made: " + e.getMessage());
                }
            }
        }
        return places;
    }

    private static Stream<String> named(Runbook runbook) {
        return Stream.concat(
                runbook.settings().target().stream(),
                runbook.steps().stream().flatMap(it -> it.attributes().target().stream()));
    }

    /** Where nothing has been run yet, nothing there is of this state folder. */
    private String mark() throws IOException {
        return Files.isDirectory(state.folder()) ? StateMark.of(state.folder()) : NO_MARK;
    }

    /** A runbook may name what can be no host. */
    private static boolean usable(Targets targets, String name) {
        return targets.group(name).isPresent() || targets.named(name).isPresent();
    }

    /** Says what is there; answers how much of it can go. */
    private int tell(Found found, Map<String, Boolean> open) {
        if (!found.trouble().isEmpty()) {
            out().println(found.name() + ": " + Sanitiser.line(found.trouble()));
            return 0;
        }
        Map<String, List<KeptRun>> byFate =
                found.runs().stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> fate(it, open),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byFate.forEach(
                (fate, runs) ->
                        out().println(
                                        "%s: %s, %s: %s"
                                                .formatted(
                                                        found.name(),
                                                        Counted.of(runs.size(), "run"),
                                                        size(runs),
                                                        fate)));
        return byFate.getOrDefault(GOES, List.of()).size();
    }

    private static String fate(KeptRun run, Map<String, Boolean> open) {
        if (run.goes()) {
            return "running, stays";
        }
        if (run.journal().isEmpty()) {
            return "of another state folder, stays";
        }
        Boolean known = open.get(run.journal().get());
        return known == null
                ? "of no known incident, stays"
                : known ? run.journal().get() + " is open, stays" : GOES;
    }

    private static String size(List<KeptRun> runs) {
        long bytes = runs.stream().mapToLong(KeptRun::bytes).sum();
        return bytes < 10_000
                ? bytes + " bytes"
                : bytes < 10_000_000 ? bytes / 1_000 + " KB" : bytes / 1_000_000 + " MB";
    }

    private boolean agreed(int count) {
        if (yes) {
            return true;
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            out().println("Nothing was removed: --yes removes what can be.");
            return false;
        }
        out().flush();
        String answer = console.readLine("Remove %s? [y/N] ", Counted.of(count, "run"));
        return answer != null && answer.strip().matches("(?i)y|yes");
    }

    private boolean remove(Runs runs, Found found, Map<String, Boolean> open) {
        int removed = 0;
        boolean well = true;
        for (KeptRun run : found.runs()) {
            if (!fate(run, open).equals(GOES)) {
                continue;
            }
            try {
                runs.remove(run.name(), found.place());
                removed++;
            } catch (IOException e) {
                well = false;
                out().println(
                                found.name()
                                        + ": "
                                        + Sanitiser.line(run.name() + ": " + e.getMessage()));
            }
        }
        if (removed > 0) {
            out().println(found.name() + ": " + removed + " removed");
        }
        return well;
    }
}
