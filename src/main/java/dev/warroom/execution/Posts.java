package dev.warroom.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The shells at places. One that has done its work is used again, for a while; one that is silent
 * for too long is given up.
 */
final class Posts implements AutoCloseable {

    /** A shell that follows a run gives a sign of life at least every few seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Duration SURELY_THERE = Duration.ofSeconds(1);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(90);
    private static final Duration LEAVING = Duration.ofSeconds(2);

    /** One step, and the few that somebody runs beside it, are no crowd. */
    private static final int MANY = 4;

    /**
     * Shells kept without work, at all places together: each is a process here and one there, and a
     * step on a thousand hosts must not leave a thousand behind.
     */
    private static final int MOST_IDLE = 128;

    /** Those without work, the one that is longest so first. */
    private final Set<Post> resting = new LinkedHashSet<>();

    private final Map<Place, ArrayDeque<Post>> idle = new HashMap<>();
    private final Set<Post> open = new HashSet<>();
    private final Set<Place> visited = new HashSet<>();

    /** Places whose way is being opened ahead: whoever wants to go there waits for that. */
    private final Map<Place, CompletableFuture<Void>> opening = new HashMap<>();

    private final ScheduledExecutorService round =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("posts").factory());
    private final int mostIdle;
    private int starting;
    private boolean closed;

    Posts() {
        this(MOST_IDLE);
    }

    /**
     * @param mostIdle shells kept without work
     */
    Posts(int mostIdle) {
        this.mostIdle = mostIdle;
        round.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * A shell at {@code place} that answers, for one thread, until it is given back or closed.
     *
     * @throws UnreachableException where there is none
     */
    Post take(Place place) throws UnreachableException {
        awaitOpening(place);
        return there(place);
    }

    private Post there(Place place) throws UnreachableException {
        for (Optional<Post> old = idleAt(place); old.isPresent(); old = idleAt(place)) {
            // It has answered just now: to ask again would cost each of many steps a way there and
            // back.
            if (old.get().idleNanos() < SURELY_THERE.toNanos() || old.get().answers()) {
                return old.get();
            }
            close(old.get());
        }
        Post post = start(place);
        try {
            post.ready();
            return post;
        } catch (UnreachableException e) {
            close(post);
            throw e;
        }
    }

    /**
     * Opens the way to {@code place} for whoever goes there next, where it is not open or does not
     * answer any more; waits for that. As many are kept open as shells without work.
     *
     * @throws UnreachableException where there is no way
     */
    void openAhead(Place place) throws UnreachableException {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        CompletableFuture<Void> before;
        synchronized (this) {
            if (!idle.containsKey(place)
                    && open.stream().anyMatch(it -> it.place().equals(place))) {
                // Somebody is at work there, so there is a way.
                return;
            }
            before = opening.putIfAbsent(place, opened);
        }
        if (before != null) {
            awaitOpening(place);
            return;
        }
        try {
            giveBack(there(place));
            leaveOpening(place);
            opened.complete(null);
        } catch (UnreachableException e) {
            leaveOpening(place);
            opened.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized void leaveOpening(Place place) {
        opening.remove(place);
    }

    private void awaitOpening(Place place) throws UnreachableException {
        CompletableFuture<Void> there;
        synchronized (this) {
            there = opening.get(place);
        }
        if (there == null) {
            return;
        }
        try {
            there.join();
        } catch (CompletionException e) {
            throw new UnreachableException(e.getCause().getMessage());
        }
    }

    private Post start(Place place) throws UnreachableException {
        boolean crowded;
        synchronized (this) {
            // So many at work, together, could keep a person waiting. Those of a step on many hosts
            // start at the same moment, so each counts from here on.
            crowded = open.size() - resting.size() + starting >= MANY;
            starting++;
        }
        try {
            Post post = Post.open(place, crowded);
            synchronized (this) {
                if (closed) {
                    post.close();
                    throw new UnreachableException("the war room is closing");
                }
                open.add(post);
                visited.add(place);
            }
            return post;
        } finally {
            synchronized (this) {
                starting--;
            }
        }
    }

    /** As {@link #take}, where that costs no new connection. */
    Optional<Post> takeOpen(Place place) throws UnreachableException {
        if (place.socket().isEmpty()) {
            return Optional.of(take(place));
        }
        Optional<Post> kept = idleAt(place);
        if (kept.isPresent() && !kept.get().answers()) {
            close(kept.get());
            return Optional.empty();
        }
        return kept;
    }

    /** It has done its work, and its last request has its last answer. */
    synchronized void giveBack(Post post) {
        post.rest();
        idle.computeIfAbsent(post.place(), it -> new ArrayDeque<>()).addLast(post);
        resting.add(post);
        if (resting.size() > mostIdle) {
            leave(resting.iterator().next());
        }
    }

    private void leave(Post post) {
        ArrayDeque<Post> there = idle.get(post.place());
        there.remove(post);
        if (there.isEmpty()) {
            idle.remove(post.place());
        }
        resting.remove(post);
        open.remove(post);
        post.leave();
    }

    void close(Post post) {
        synchronized (this) {
            open.remove(post);
        }
        post.close();
    }

    private synchronized Optional<Post> idleAt(Place place) {
        Optional<Post> last = Optional.ofNullable(idle.get(place)).map(ArrayDeque::pollLast);
        last.ifPresent(resting::remove);
        return last;
    }

    private synchronized void round() {
        for (Post post : new ArrayList<>(open)) {
            if (post.silentNanos() > LONGEST_SILENCE.toNanos()) {
                open.remove(post);
                post.close();
            } else if (post.idleNanos() > LONGEST_IDLE.toNanos() && resting.contains(post)) {
                leave(post);
            }
        }
    }

    /** Leaves all places; what runs there goes on. */
    @Override
    public void close() {
        List<Place> places;
        List<Post> posts;
        synchronized (this) {
            closed = true;
            round.shutdownNow();
            posts = List.copyOf(open);
            places = visited.stream().filter(it -> it.socket().isPresent()).toList();
        }
        // Before the shells: one that is the connection as well takes its socket away with it.
        List<Thread> leaving =
                places.stream().map(it -> Thread.startVirtualThread(it::leave)).toList();
        try {
            for (Thread each : leaving) {
                each.join(LEAVING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            posts.forEach(Post::close);
        }
    }
}
