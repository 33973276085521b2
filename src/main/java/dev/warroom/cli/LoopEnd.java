package dev.warroom.cli;

import java.util.Optional;

/** How the loop ends: it is made after those who may end it. */
final class LoopEnd {
    private Optional<EventLoop> loop = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    synchronized void of(EventLoop ending) {
        loop = Optional.of(ending);
    }

    synchronized void now() {
        loop.ifPresent(EventLoop::end);
    }

    synchronized void failed(Throwable first) {
        failure = failure.or(() -> Optional.of(first));
        now();
    }

    synchronized void rethrow() {
        if (failure.isPresent()) {
            throw new IllegalStateException("a part of the room failed", failure.get());
        }
    }
}
