package dev.warroom.share;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks the room on another machine for the output of a run, message after message from its end
 * backwards, until all is there that it has or as much as is kept here.
 */
final class OutputReading {

    /** How long a room may take to give a piece. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    static final String SILENT = "its room does not answer";

    private static final int MOST_LINES = 2_000;
    private static final int MOST_PIECES = 12;
    private static final int ID_BYTES = 12;

    private final String who;
    private final String subject;
    private final Members members;
    private final Progress progress;
    private final Sharing.Listener listener;
    private final ExecutorService work;
    private final SecureRandom chance = new SecureRandom();

    /**
     * @param who this room's person, and where
     * @param subject on which rooms ask
     * @param work what waits for the other room is done there
     */
    OutputReading(
            String who,
            String subject,
            Members members,
            Progress progress,
            Sharing.Listener listener,
            ExecutorService work) {
        this.who = who;
        this.subject = subject;
        this.members = members;
        this.progress = progress;
        this.listener = listener;
        this.work = work;
    }

    /** Asks; the listener is told. Does not wait. */
    void read(String run) {
        try {
            work.execute(() -> listener.outputRead(asked(run)));
        } catch (RejectedExecutionException e) {
            // The room is being left.
            return;
        }
    }

    private OutputRead asked(String run) {
        List<String> lines = new ArrayList<>();
        long before = 0;
        try {
            for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
                OutputPiece piece = piece(run, before);
                if (!piece.refusal().isEmpty()) {
                    return new OutputRead(
                            run, List.of(), 0, "its room does not give it: " + piece.refusal());
                }
                lines.addAll(0, piece.lines());
                long earlier = Math.max(0, piece.first() - piece.least()) + piece.missing();
                boolean all = piece.first() <= piece.least() || piece.lines().isEmpty();
                if (all || lines.size() >= MOST_LINES || pieces == MOST_PIECES - 1) {
                    return new OutputRead(run, lines, earlier, "");
                }
                before = piece.first();
            }
            throw new IllegalStateException("the last piece is always the end");
        } catch (CutOffException e) {
            return new OutputRead(run, List.of(), 0, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OutputRead(run, List.of(), 0, "interrupted");
        }
    }

    private OutputPiece piece(String run, long before)
            throws CutOffException, InterruptedException {
        Optional<Progress.End> end = progress.end();
        if (end.isEmpty()) {
            String why = progress.trouble();
            throw new CutOffException(why.isEmpty() ? Sharing.SLOW : why, null);
        }
        NatsLink link = end.get().link();
        OutputQuestion question = new OutputQuestion(id(), who, false, run, before);
        byte[] message = SignedWords.message(subject, OutputWords.question(question), link.key());
        return link.ask(subject, message, PATIENCE, it -> answer(it, question))
                .orElseThrow(() -> new CutOffException(SILENT, null));
    }

    /** What somebody else says in the name of that room is passed over. */
    private Optional<OutputPiece> answer(byte[] message, OutputQuestion question) {
        SignedWords words = SignedWords.read(message);
        return OutputWords.answer(words.text(), question)
                .filter(it -> !members.listed() || members.says(words, subject, it.who()))
                .map(OutputWords.Answer::piece);
    }

    private String id() {
        byte[] id = new byte[ID_BYTES];
        chance.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
