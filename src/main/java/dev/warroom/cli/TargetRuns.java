package dev.warroom.cli;

import dev.warroom.execution.Left;
import dev.warroom.execution.Order;
import dev.warroom.execution.Place;
import dev.warroom.execution.RunEnd;
import dev.warroom.execution.RunListener;
import dev.warroom.execution.Runs;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;
import dev.warroom.room.Carried;
import dev.warroom.room.Launch;
import dev.warroom.room.Signal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs of steps, here and at other targets. */
final class TargetRuns implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Path state;
    private final Path folder;
    private final Place local;
    private final SshPlaces hosts;
    private final RunListener listener;
    private final Runs runs;
    private final StepTerminal terminal;
    private Optional<String> mark = Optional.empty();

    /** Those that are made ready at their place, for somebody at a terminal to start. */
    private final Set<String> preparing = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /**
     * @param state the state folder
     * @param folder the workspace's, where steps run on this machine
     */
    TargetRuns(Path state, Path folder, RunListener listener) {
        this(state, folder, listener, SshPlaces.ofRuns());
    }

    /**
     * @param terminal for steps that want one
     */
    TargetRuns(Path state, Path folder, RunListener listener, StepTerminal terminal) {
        this(state, folder, listener, SshPlaces.ofRuns(), terminal);
    }

    /**
     * @param hosts the ways to other hosts
     */
    TargetRuns(Path state, Path folder, RunListener listener, SshPlaces hosts) {
        this(
                state,
                folder,
                listener,
                hosts,
                new TmuxSplit(System.getenv(), folder.toAbsolutePath()));
    }

    TargetRuns(
            Path state, Path folder, RunListener listener, SshPlaces hosts, StepTerminal terminal) {
        this.terminal = terminal;
        this.folder = folder.toAbsolutePath();
        this.state = state.toAbsolutePath();
        this.local = Place.local(state);
        this.hosts = hosts;
        this.listener = listener;
        this.runs = new Runs(listener);
    }

    /**
     * @param secrets what of it whoever follows it later is not to show
     */
    void start(String run, Launch launch, List<String> secrets) {
        Order plain =
                Order.of(launch.script(), folder(launch))
                        .by(launch.shell())
                        .with(launch.environment())
                        .as(launch.where().as())
                        .fixed(launch.fixed())
                        .hiding(secrets);
        Order limited = launch.limit().map(plain::within).orElse(plain);
        boolean streams = launch.manner() == Launch.Manner.STREAM;
        Order order = going(streams ? limited.streaming() : limited, launch.carried());
        try {
            Place place = place(launch.where());
            if (launch.interactive()) {
                preparing.add(run);
                Thread.ofVirtual().start(() -> interactive(run, place, order));
            } else {
                runs.start(run, place, order);
            }
        } catch (IOException e) {
            notStarted(run, "there is no way to its target: " + e.getMessage());
        }
    }

    private void notStarted(String run, String why) {
        listener.ended(
                run,
                new RunEnd(
                        Outcome.FAILED,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Duration.ZERO,
                        0,
                        why));
    }

    /** Somebody at the terminal starts it; it is followed as any. */
    private void interactive(String run, Place place, Order order) {
        try {
            runs.prepare(run, place, order);
        } catch (IOException e) {
            if (preparing.remove(run)) {
                notStarted(run, e.getMessage());
            }
            return;
        }
        if (!preparing.remove(run)) {
            // It was stopped meanwhile, and is not to begin, whoever looks for it there.
            runs.stop(run, place, "");
            return;
        }
        listener.answered(run);
        try {
            terminal.give(place.terminal(run), () -> runs.join(run, place));
        } catch (IOException e) {
            notStarted(run, e.getMessage());
        }
    }

    private static Order going(Order order, Carried carried) {
        return carried.run()
                .map(it -> carried.resumes() ? order.resuming(it) : order.after(it))
                .orElse(order);
    }

    /** On this machine, what is not absolute is relative to the workspace. */
    private String folder(Launch launch) {
        boolean elsewhere = !launch.target().local() || launch.folder().startsWith("~");
        return elsewhere ? launch.folder() : folder.resolve(launch.folder()).toString();
    }

    /**
     * Opens the ways to hosts where something is about to run; does not wait.
     *
     * @param heard told of each, and why there is no way; empty where there is one
     */
    void reach(List<Where> hosts, int atOnce, BiConsumer<Where, String> heard) {
        Map<Place, List<Where>> places = new LinkedHashMap<>();
        for (Where where : hosts) {
            try {
                places.computeIfAbsent(place(where), _ -> new ArrayList<>()).add(where);
            } catch (IOException e) {
                heard.accept(where, e.getMessage());
            }
        }
        runs.reach(
                List.copyOf(places.keySet()),
                atOnce,
                (place, trouble) ->
                        places.get(place).forEach(where -> heard.accept(where, trouble)));
    }

    void find(String run, Where where) {
        once(run, where, it -> runs.find(run, it));
    }

    /** As {@link #find}, for a run that another room has recorded and is about to start. */
    void join(String run, Where where) {
        once(run, where, it -> runs.join(run, it));
    }

    void readOutput(String run, Where where) {
        try {
            runs.readOutput(run, place(where));
        } catch (IOException e) {
            listener.output(run, List.of("(its output cannot be read: " + e.getMessage() + ")"), 0);
        }
    }

    /** What a run has left to later ones; waits for it. */
    Signal.LeftRead left(String run, Where where) {
        try {
            Left left = runs.left(run, place(where));
            return new Signal.LeftRead(run, left.folder(), left.variables(), "");
        } catch (IOException e) {
            return new Signal.LeftRead(run, "", Map.of(), e.getMessage());
        }
    }

    /** What is not even ready at its place never begins; nobody waits for the way there. */
    void stop(String run, Where where) {
        if (preparing.remove(run)) {
            listener.ended(run, RunEnd.stoppedBefore());
            return;
        }
        try {
            runs.stop(run, place(where), where.as());
        } catch (IOException e) {
            listener.said(run, "It could not be stopped: " + e.getMessage());
        }
    }

    private Place place(Where where) throws IOException {
        return where.local() ? local : hosts.place(where).marked(mark());
    }

    /** Read once: each of many hosts asks for it. */
    private synchronized String mark() throws IOException {
        if (mark.isEmpty()) {
            mark = Optional.of(StateMark.of(state));
        }
        return mark.get();
    }

    /** A way that is not there now may be there later: nothing is known of the run until then. */
    private void once(String run, Where where, Consumer<Place> then) {
        try {
            then.accept(place(where));
        } catch (IOException e) {
            listener.lost(run, "there is no way to look there: " + e.getMessage());
            Thread.ofVirtual().start(() -> again(run, where, then));
        }
    }

    private void again(String run, Where where, Consumer<Place> then) {
        while (!closed) {
            try {
                Thread.sleep(LOOK_AGAIN);
                Place place = place(where);
                listener.found(run);
                then.accept(place);
                return;
            } catch (IOException e) {
                // As before.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The command line of a shell for the logs there, through the connection that steps use. */
    List<String> shell(Where where) throws IOException {
        return hosts.shell(where);
    }

    @Override
    public void close() {
        closed = true;
        runs.close();
        hosts.close();
    }
}
