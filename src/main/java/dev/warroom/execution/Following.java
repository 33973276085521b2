package dev.warroom.execution;

import dev.warroom.incident.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Follows one run from its start, or from where it is found, to its end, however often the way to
 * it is cut.
 */
final class Following implements Runnable {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_AT_ONCE = 64 << 10;

    private final Posts posts;
    private final Place place;
    private final String run;
    private final Optional<Order> order;
    private final String manner;
    private final RunListener listener;
    private final Contact contact;
    private final OutputLines lines = new OutputLines();
    private byte[] buffer = new byte[0];
    private long offset;
    private boolean asked;
    private boolean withdrawn;

    private Following(
            Posts posts,
            Place place,
            String run,
            Optional<Order> order,
            String manner,
            RunListener listener) {
        this.posts = posts;
        this.place = place;
        this.run = run;
        this.order = order;
        this.manner = manner;
        this.listener = listener;
        boolean elsewhere = place.socket().isPresent();
        this.contact = new Contact(run, order.isPresent() && elsewhere, listener);
    }

    /** One that is to be started. */
    static Following starting(
            Posts posts, Place place, String run, Order order, RunListener listener) {
        return new Following(posts, place, run, Optional.of(order), Requests.AGAIN, listener);
    }

    /** One that was started before, or never will be. */
    static Following finding(Posts posts, Place place, String run, RunListener listener) {
        return new Following(posts, place, run, Optional.empty(), Requests.AGAIN, listener);
    }

    /** One that somebody else is about to start. */
    static Following joining(Posts posts, Place place, String run, RunListener listener) {
        return new Following(posts, place, run, Optional.empty(), Requests.JOINING, listener);
    }

    /**
     * Sees to it that a run never begins that nothing was asked for yet, as where the way to its
     * host is not there; answers whether that was so. Then it has ended.
     */
    boolean withdraw() {
        synchronized (this) {
            if (order.isEmpty() || asked || withdrawn) {
                return false;
            }
            withdrawn = true;
        }
        listener.ended(run, RunEnd.stoppedBefore());
        return true;
    }

    @Override
    public void run() {
        try {
            Optional<RunEnd> end = Optional.empty();
            for (int tries = 0; end.isEmpty() && !isWithdrawn(); tries++) {
                pause(tries);
                end = attempt(tries);
            }
            if (end.isPresent() && !isWithdrawn()) {
                listener.ended(run, end.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first new attempt comes at once: mostly, only the way was cut. */
    private static void pause(int tries) throws InterruptedException {
        if (tries > 1) {
            long millis = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(tries - 2, 10));
            Thread.sleep(millis);
        }
    }

    private Optional<RunEnd> attempt(int tries) throws InterruptedException {
        Post post;
        try {
            post = posts.take(place);
        } catch (UnreachableException e) {
            if (failsUnasked()) {
                return Optional.of(RunEnd.neverRan(e.getMessage()));
            }
            contact.lost(e.getMessage());
            return Optional.empty();
        }
        Optional<String> request = request();
        if (request.isEmpty()) {
            posts.giveBack(post);
            return Optional.empty();
        }
        try {
            post.ask(request.get());
            RunEnd end = follow(post);
            posts.giveBack(post);
            return Optional.of(end);
        } catch (IOException e) {
            if (tries > 0) {
                contact.lost(post.lastWords());
            } else {
                contact.cut();
            }
            posts.close(post);
            return Optional.empty();
        }
    }

    /** Empty where nobody wants it any more. */
    private Optional<String> request() {
        boolean first;
        synchronized (this) {
            if (withdrawn) {
                return Optional.empty();
            }
            first = order.isPresent() && !asked;
            asked = true;
        }
        return Optional.of(
                first
                        ? Requests.begin(place.kept(run), order.get().at(place), Runs.GRACE)
                        : Requests.follow(place.kept(run), offset, manner));
    }

    /** Whether it never begins, as there is no way; from then on it cannot be withdrawn. */
    private synchronized boolean failsUnasked() {
        boolean fails = order.isPresent() && !asked;
        asked |= fails;
        return fails;
    }

    private synchronized boolean isWithdrawn() {
        return withdrawn;
    }

    private RunEnd follow(Post post) throws IOException {
        while (true) {
            Answer answer = post.next();
            contact.heard();
            switch (answer) {
                case Answer.Bytes(long at, long count) -> take(post, count);
                case Answer.PassedOver(long at, long to, long ends) -> {
                    lines.passOver(ends);
                    offset = to;
                }
                case Answer.Secrets(int count) -> listener.secrets(run, post.lines(count));
                case Answer.Over over -> {
                    rest();
                    return ended(over);
                }
                case Answer.Gone gone -> {
                    rest();
                    return gone(gone);
                }
                case Answer.Never(Answer.Why why) -> {
                    return why == Answer.Why.STOPPED
                            ? RunEnd.stoppedBefore()
                            : RunEnd.neverRan("it was never started");
                }
                case Answer.Refused(String why) -> {
                    return RunEnd.neverRan(why);
                }
                case Answer.Begun() -> {}
                case Answer.BegunBefore() -> {}
                case Answer.SignOfLife() -> {}
                case Answer.Done() -> {}
                case Answer.Left left -> {}
                case Answer.Kept kept -> {}
            }
        }
    }

    private void take(Post post, long count) throws IOException {
        int wanted = (int) Math.min(count, MOST_AT_ONCE);
        if (buffer.length < wanted) {
            // Most of many hosts print little.
            buffer = new byte[wanted];
        }
        for (long left = count; left > 0; ) {
            int piece = (int) Math.min(left, buffer.length);
            post.bytes(buffer, piece);
            lines.add(buffer, piece);
            offset += piece;
            left -= piece;
        }
        tell();
    }

    private void rest() {
        lines.end();
        tell();
    }

    private void tell() {
        if (!lines.empty()) {
            listener.output(run, lines.take(), lines.takeDropped());
        }
    }

    private RunEnd ended(Answer.Over over) {
        Outcome outcome =
                switch (over.why()) {
                    case STOPPED -> Outcome.STOPPED;
                    case LATE -> Outcome.FAILED;
                    case BY_ITSELF -> over.exit() == 0 ? Outcome.PASSED : Outcome.FAILED;
                };
        String late =
                over.why() == Answer.Why.LATE ? "it took longer than it may, and was ended" : "";
        String cut =
                over.cut() > 0
                        ? over.cut() + " bytes from the middle of its output were not kept"
                        : "";
        String detail = late.isEmpty() || cut.isEmpty() ? late + cut : late + "; " + cut;
        return new RunEnd(
                outcome,
                OptionalInt.of(over.exit()),
                over.line(),
                over.took(),
                over.bytes(),
                detail);
    }

    private static RunEnd gone(Answer.Gone gone) {
        boolean stopped = gone.why() == Answer.Why.STOPPED;
        return new RunEnd(
                stopped ? Outcome.STOPPED : Outcome.UNKNOWN,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Duration.ZERO,
                gone.bytes(),
                stopped
                        ? ""
                        : "it is gone and left no exit code: killed, or the machine was restarted"
                                + (gone.going() ? "; something that it started goes on" : ""));
    }
}
