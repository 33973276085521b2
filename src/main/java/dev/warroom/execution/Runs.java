package dev.warroom.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * Runs of steps, on this machine and on others, all in the same way: a shell at the place does what
 * {@code post.sh} says. Each runs under a small supervisor in a session of its own, its output and
 * its exit code in files there, so that nothing that happens to this program touches it, and any
 * later one finds it again.
 */
public final class Runs implements AutoCloseable {

    /** How long a run may take to end after SIGTERM before it is killed. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    /** Bytes read of an environment; there is hardly ever a hundredth of it. */
    private static final long MOST_LEFT = 1 << 20;

    private final RunListener listener;
    private final Duration grace;
    private final Posts posts = new Posts();
    private final Outliving outliving;
    private final Reaching reaching = new Reaching(posts, Reaching.MOMENT);

    /** Those that were begun here and have not ended, by run id. */
    private final Map<String, Following> beginning = new ConcurrentHashMap<>();

    /**
     * The thread of a run that has ended is that of the next one: to make one costs as much as the
     * rest of what is done here for a short step. One without work ends by itself.
     */
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().stackSize(256 << 10).name("run").factory());

    public Runs(RunListener listener) {
        this(listener, GRACE, Outliving.USUAL_QUIET);
    }

    /**
     * @param grace how long a stopped run may take to end after each signal before SIGKILL
     * @param quiet for how long none must have ended at a place where it is looked what outlives
     *     them
     */
    Runs(RunListener listener, Duration grace, Duration quiet) {
        this.listener = listener;
        this.grace = grace;
        this.outliving = new Outliving(quiet);
    }

    /**
     * Opens the ways to where something is about to run, so that it need not wait for them; does
     * not wait itself. Only the places of the last call count, which may be none.
     *
     * @param atOnce at most so many connections are being made at a time
     * @param heard told of each place, by another thread, and why it does not answer; empty where
     *     it does
     */
    public void reach(List<Place> places, int atOnce, BiConsumer<Place, String> heard) {
        reaching.begin(places, atOnce, heard);
    }

    /**
     * Starts a run; answered by the listener. However often it is asked for, a run of one name
     * starts once at most.
     */
    public void start(String run, Place place, Order order) {
        Following following = Following.starting(posts, place, run, order, listener);
        // The first is the one on its way: a later one finds that the run has begun.
        beginning.putIfAbsent(run, following);
        thread(
                run,
                () -> {
                    try {
                        following.run();
                    } finally {
                        beginning.remove(run, following);
                    }
                    if (outliving.ended(place, run)) {
                        Thread.ofVirtual().start(() -> nameOutliving(run, place));
                    }
                });
    }

    /**
     * Looks for a run that was started earlier, perhaps by another room; answered by the listener.
     * One that was never started never will be.
     */
    public void find(String run, Place place) {
        thread(run, Following.finding(posts, place, run, listener));
    }

    /**
     * As {@link #find}, for a run that another room has recorded and is about to start: it has half
     * a minute for that, from when its place answers here.
     */
    public void join(String run, Place place) {
        thread(run, Following.joining(posts, place, run, listener));
    }

    /** What a step has started on purpose, as a service, goes on; somebody should know of it. */
    private void nameOutliving(String run, Place place) {
        try {
            List<String> ended = outliving.whenQuiet(place);
            // To connect again would cost each of many hosts as much as its step did.
            Optional<Post> open = posts.takeOpen(place);
            if (open.isEmpty()) {
                return;
            }
            ask(
                    open.get(),
                    Requests.outlived(ended.stream().map(place::kept).toList()),
                    (post, answer) -> {
                        if (answer instanceof Answer.Left(String process)) {
                            listener.said(run, "Its step has ended, and this goes on: " + process);
                        }
                    });
        } catch (IOException e) {
            // The place does not answer, or the room is closing: nothing can be said.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the end of a run's output again; answered by {@link RunListener#output} only. */
    public void readOutput(String run, Place place) {
        thread(
                run,
                () -> {
                    OutputLines lines = new OutputLines();
                    try {
                        tell(run, place, lines);
                        lines.end();
                        listener.output(run, lines.take(), lines.takeDropped());
                    } catch (IOException e) {
                        listener.output(
                                run,
                                List.of("(its output cannot be read: " + e.getMessage() + ")"),
                                0);
                    }
                });
    }

    private void tell(String run, Place place, OutputLines lines) throws IOException {
        byte[] buffer = new byte[64 << 10];
        ask(
                place,
                Requests.tell(place.kept(run)),
                (post, answer) -> {
                    switch (answer) {
                        case Answer.Bytes(long at, long count) -> {
                            for (long left = count; left > 0; ) {
                                int piece = (int) Math.min(left, buffer.length);
                                post.bytes(buffer, piece);
                                lines.add(buffer, piece);
                                left -= piece;
                            }
                        }
                        case Answer.PassedOver(long at, long to, long ends) -> lines.passOver(ends);
                        case Answer.Secrets(int count) -> listener.secrets(run, post.lines(count));
                        default -> {}
                    }
                });
    }

    /**
     * Makes all ready for a run that somebody at a terminal starts with {@link Place#terminal};
     * waits for it. What becomes of it is found by {@link #join}.
     */
    public void prepare(String run, Place place, Order order) throws IOException {
        ask(
                place,
                Requests.prepare(place.kept(run), order.inTerminal().at(place), GRACE),
                (post, answer) -> {});
    }

    /** Reads what a run has left to later ones; waits for it. */
    public Left left(String run, Place place) throws IOException {
        List<String> texts = new ArrayList<>();
        ask(
                place,
                Requests.left(place.kept(run)),
                (post, answer) -> {
                    if (answer instanceof Answer.Bytes(long at, long count)) {
                        byte[] bytes = new byte[Math.toIntExact(Math.min(count, MOST_LEFT))];
                        post.bytes(bytes, bytes.length);
                        byte[] more = new byte[4096];
                        for (long rest = count - bytes.length; rest > 0; ) {
                            int piece = (int) Math.min(rest, more.length);
                            post.bytes(more, piece);
                            rest -= piece;
                        }
                        texts.add(new String(bytes, StandardCharsets.UTF_8));
                    }
                });
        return Left.of(texts.getFirst(), texts.getLast());
    }

    /**
     * Stops a run and all it started: SIGTERM to its process group, SIGKILL after {@link #GRACE}.
     * What has left it and goes on is named. One that has not begun never will, however late its
     * start arrives; where that is still on its way from here, nobody waits for the way.
     *
     * @param as what stands before {@code kill} there, such as {@code sudo -n}; may be empty
     */
    public void stop(String run, Place place, String as) {
        thread(
                run,
                () -> {
                    Following following = beginning.get(run);
                    if (following != null && following.withdraw()) {
                        return;
                    }
                    try {
                        ask(
                                place,
                                Requests.stop(place.kept(run), grace, as),
                                (post, answer) -> {
                                    if (answer instanceof Answer.Left(String process)) {
                                        listener.escaped(run, process);
                                    }
                                });
                    } catch (IOException e) {
                        listener.said(run, "It could not be stopped: " + e.getMessage());
                    }
                });
    }

    /**
     * The runs that are kept at {@code place}, those of other state folders too.
     *
     * @throws IOException where it does not answer; the message says why
     */
    public List<KeptRun> kept(Place place) throws IOException {
        List<KeptRun> kept = new ArrayList<>();
        ask(
                place,
                Requests.list(),
                (post, answer) -> {
                    if (answer instanceof Answer.Kept(String name, String state, long bytes)) {
                        boolean goes = state.equals("begun") || state.equals("going");
                        kept.add(new KeptRun(name, place.ours(name), goes, bytes));
                    }
                });
        return List.copyOf(kept);
    }

    /**
     * Removes a run's files, unless it goes on.
     *
     * @param name as {@link KeptRun#name}
     * @throws IOException where that is not so; the message says why
     */
    public void remove(String name, Place place) throws IOException {
        ask(place, Requests.remove(name), (post, answer) -> {});
    }

    /** What does something with an answer. */
    @FunctionalInterface
    private interface Heard {
        void of(Post post, Answer answer) throws IOException;
    }

    /** Asks, and hears all answers to the last. */
    private void ask(Place place, String request, Heard heard) throws IOException {
        ask(posts.take(place), request, heard);
    }

    private void ask(Post post, String request, Heard heard) throws IOException {
        try {
            post.ask(request);
            while (true) {
                Answer answer = post.next();
                if (answer instanceof Answer.Done || answer instanceof Answer.Refused) {
                    posts.giveBack(post);
                    if (answer instanceof Answer.Refused(String why)) {
                        throw new UnreachableException(why);
                    }
                    return;
                }
                heard.of(post, answer);
            }
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            String why = post.lastWords();
            posts.close(post);
            throw new UnreachableException(why);
        }
    }

    private void thread(String run, Runnable work) {
        threads.execute(
                () -> {
                    Thread.currentThread().setName("run " + run);
                    work.run();
                });
    }

    /** Leaves all runs; they go on. */
    @Override
    public void close() {
        posts.close();
    }
}
