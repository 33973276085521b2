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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs of steps, here and at other targets. */
final class TargetRuns implements AutoCloseable {

    private final Path state;
    private final Path folder;
    private final Place local;
    private final SshPlaces hosts;
    private final RunListener listener;
    private final Runs runs;

    /**
     * @param state the state folder
     * @param folder the workspace's, where steps run on this machine
     */
    TargetRuns(Path state, Path folder, RunListener listener) {
        this.folder = folder.toAbsolutePath();
        this.state = state.toAbsolutePath();
        this.local = Place.local(state);
        this.hosts = SshPlaces.ofRuns();
        this.listener = listener;
        this.runs = new Runs(listener);
    }

    void start(String run, Launch launch) {
        Order plain =
                Order.of(launch.script(), folder(launch))
                        .by(launch.shell())
                        .with(launch.environment())
                        .as(launch.where().as())
                        .fixed(launch.fixed());
        Order order = going(launch.limit().map(plain::within).orElse(plain), launch.carried());
        at(run, launch.where(), Outcome.FAILED)
                .ifPresent(
                        it -> {
                            if (launch.interactive()) {
                                Thread.ofVirtual().start(() -> interactive(run, it, order));
                            } else {
                                runs.start(run, it, order);
                            }
                        });
    }

    /** Somebody at the terminal starts it; it is followed as any. */
    private void interactive(String run, Place place, Order order) {
        try {
            runs.prepare(run, place, order);
            new TmuxSplit(System.getenv(), folder).open(place.terminal(run));
            runs.join(run, place);
        } catch (IOException e) {
            listener.ended(
                    run,
                    new RunEnd(
                            Outcome.FAILED,
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            Duration.ZERO,
                            0,
                            e.getMessage()));
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

    void find(String run, Where where) {
        at(run, where).ifPresent(it -> runs.find(run, it));
    }

    /** As {@link #find}, for a run that another room has recorded and is about to start. */
    void join(String run, Where where) {
        at(run, where).ifPresent(it -> runs.join(run, it));
    }

    void readOutput(String run, Where where) {
        at(run, where).ifPresent(it -> runs.readOutput(run, it));
    }

    /** What a run has left to later ones; waits for it. */
    Signal.LeftRead left(String run, Where where) {
        try {
            Place place = where.local() ? local : host(where);
            Left left = runs.left(run, place);
            return new Signal.LeftRead(run, left.folder(), left.variables(), "");
        } catch (IOException e) {
            return new Signal.LeftRead(run, "", Map.of(), e.getMessage());
        }
    }

    void stop(String run, Where where) {
        at(run, where).ifPresent(it -> runs.stop(run, it, where.as()));
    }

    private Place host(Where where) throws IOException {
        return hosts.place(where).marked(StateMark.of(state));
    }

    private Optional<Place> at(String run, Where where) {
        return at(run, where, Outcome.UNKNOWN);
    }

    /**
     * @param lost how a run has ended as far as anybody can know that no way leads to
     */
    private Optional<Place> at(String run, Where where, Outcome lost) {
        if (where.local()) {
            return Optional.of(local);
        }
        try {
            return Optional.of(host(where));
        } catch (IOException e) {
            // What was started before is not lost: a later sitting finds it.
            listener.ended(
                    run,
                    new RunEnd(
                            lost,
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            Duration.ZERO,
                            0,
                            "there is no way to look there: " + e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
