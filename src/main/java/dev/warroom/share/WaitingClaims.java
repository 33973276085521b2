package dev.warroom.share;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts of steps that are not in the room's stream yet, oldest first. */
final class WaitingClaims {

    /** How long a claim waits for its confirmation before the operator is asked. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ArrayDeque<Waiting> claims = new ArrayDeque<>();

    private record Waiting(Claim claim, long until) {}

    synchronized void add(Claim claim) {
        claims.add(new Waiting(claim, System.nanoTime() + PATIENCE.toNanos()));
    }

    synchronized Optional<Claim> first() {
        return Optional.ofNullable(claims.peek()).map(Waiting::claim);
    }

    synchronized boolean isEmpty() {
        return claims.isEmpty();
    }

    /** It is there, or makes no sense any more. */
    synchronized void settled(Claim claim) {
        claims.removeIf(it -> it.claim() == claim);
    }

    private synchronized Optional<Claim> late() {
        boolean due = !claims.isEmpty() && System.nanoTime() - claims.peek().until() >= 0;
        return due ? Optional.of(claims.remove().claim()) : Optional.empty();
    }

    /** Gives up those that have waited long enough. */
    void expire(Supplier<String> why) {
        for (Optional<Claim> late = late(); late.isPresent(); late = late()) {
            late.get().unconfirmed(why.get());
        }
    }
}
