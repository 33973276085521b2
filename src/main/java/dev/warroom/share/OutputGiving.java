package dev.warroom.share;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Hears what others ask of the outputs of this machine's runs, hands it on, and takes the answer
 * back to them. Whoever asks too much is not heard; a question that comes again is not answered
 * again.
 */
final class OutputGiving {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_A_SECOND = 20;
    private static final int MOST_KNOWN = 1_000;

    private final String mark;
    private final String who;
    private final String subject;
    private final Members members;
    private final Sharing.Listener listener;
    private final ExecutorService work;
    private final Allowance allowance =
            new Allowance(MOST_AT_ONCE, MOST_A_SECOND, System.nanoTime());
    private final Map<String, Optional<Asked>> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Asked>> eldest) {
                    return size() > MOST_KNOWN;
                }
            };

    private record Asked(OutputQuestion question, NatsLink link, String reply) {}

    /**
     * @param mark of the state folder, which the names of its runs end with
     * @param who this room's person, and where
     * @param subject on which rooms ask
     * @param work what waits for the server is done there
     */
    OutputGiving(
            String mark,
            String who,
            String subject,
            Members members,
            Sharing.Listener listener,
            ExecutorService work) {
        this.mark = mark;
        this.who = who;
        this.subject = subject;
        this.members = members;
        this.listener = listener;
        this.work = work;
    }

    /** Hears what is asked through {@code link}, as long as that lasts. */
    void at(NatsLink link) throws CutOffException {
        link.hear(subject, (words, reply) -> heard(link, words, reply));
    }

    private void heard(NatsLink link, byte[] message, String reply) {
        if (message.length > OutputWords.LONGEST_QUESTION + SignedWords.MOST_ADDED) {
            return;
        }
        SignedWords words = SignedWords.read(message);
        Optional<OutputQuestion> read =
                OutputWords.question(words.text()).filter(it -> it.run().endsWith("." + mark));
        if (read.isEmpty() || !allowance.take(System.nanoTime())) {
            return;
        }
        OutputQuestion asked = read.get();
        OutputQuestion question =
                new OutputQuestion(
                        asked.id(),
                        asked.who(),
                        members.says(words, subject, asked.who()),
                        asked.run(),
                        asked.before());
        synchronized (known) {
            if (known.putIfAbsent(asked.id(), Optional.of(new Asked(question, link, reply)))
                    != null) {
                return;
            }
        }
        listener.outputAsked(question);
    }

    /** Answers a question, once; does not wait. */
    void give(String id, OutputPiece piece) {
        Optional<Asked> asked;
        synchronized (known) {
            asked = known.getOrDefault(id, Optional.empty());
            known.replace(id, Optional.empty());
        }
        try {
            asked.ifPresent(it -> work.execute(() -> answer(it, piece)));
        } catch (RejectedExecutionException e) {
            // The room is being left.
            return;
        }
    }

    private void answer(Asked asked, OutputPiece piece) {
        NatsLink link = asked.link();
        byte[] words = message(asked, piece);
        link.say(
                asked.reply(),
                words.length <= link.mostBytes()
                        ? words
                        : message(
                                asked,
                                OutputPiece.refused(
                                        "the room's server takes only "
                                                + link.mostBytes()
                                                + " bytes: raise max_payload in its"
                                                + " configuration")));
    }

    private byte[] message(Asked asked, OutputPiece piece) {
        byte[] words = OutputWords.answer(asked.question(), who, piece);
        return SignedWords.message(subject, words, asked.link().key());
    }
}
