package dev.warroom.cli;

import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.JournalException;
import dev.warroom.room.Signal;
import dev.warroom.share.Claim;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The starts of steps that are on their way to the room's stream: each is recorded, and its run
 * begins, when it is there. Its methods are for the thread of {@code order}.
 */
final class Claims {

    private final ExecutorService order;
    private final Function<StepStarted, Claim.Turn> turns;
    private final Consumer<Signal> answers;
    private final Set<String> runs = new HashSet<>();

    /**
     * @param order everything that is done with the journal is done there, one after the other
     * @param turns what is to be done with a start, behind all that is known
     */
    Claims(
            ExecutorService order,
            Function<StepStarted, Claim.Turn> turns,
            Consumer<Signal> answers) {
        this.order = order;
        this.turns = turns;
        this.answers = answers;
    }

    /**
     * @param room brings a claim to the room's stream; does not wait
     */
    void bring(StepStarted start, Consumer<Claim> room) {
        runs.add(start.run());
        room.accept(
                new Claim() {
                    @Override
                    public Turn turn() {
                        return inOrder(() -> turnOf(start));
                    }

                    @Override
                    public void unconfirmed(String why) {
                        inOrder(() -> ask(start, why));
                    }
                });
    }

    private Claim.Turn turnOf(StepStarted start) {
        try {
            return turns.apply(start);
        } catch (JournalException e) {
            if (settled(start)) {
                answers.accept(new Signal.RecordFailed(start, e.getMessage()));
            }
            return new Claim.Turn.Settled();
        }
    }

    private Claim.Turn ask(StepStarted start, String why) {
        if (settled(start)) {
            answers.accept(new Signal.ClaimUnconfirmed(start, why));
        }
        return new Claim.Turn.Settled();
    }

    boolean pending(StepStarted start) {
        return runs.contains(start.run());
    }

    /** It is on its way no longer; whether it was. */
    boolean settled(StepStarted start) {
        return runs.remove(start.run());
    }

    void clear() {
        runs.clear();
    }

    private Claim.Turn inOrder(Callable<Claim.Turn> what) {
        try {
            return order.submit(what).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Claim.Turn.Settled();
        } catch (ExecutionException | RejectedExecutionException e) {
            // The room is being left.
            return new Claim.Turn.Settled();
        }
    }
}
