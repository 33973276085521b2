package dev.warroom.share;

import dev.warroom.identity.PublicKey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Hears what others ask of the outputs of this machine's runs, hands it on, and takes the answer
 * back to them. Whoever asks too much is not heard, each member by themselves and all others
 * together; a question that comes again is not answered again.
 */
final class OutputGiving {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_A_SECOND = 20;
    private static final int MOST_KNOWN = 1_000;

    /** To look at a signature takes a fifth of a millisecond. */
    private static final int MOST_CHECKS_A_SECOND = 200;

    private final String mark;
    private final String who;
    private final String subject;
    private final Members members;
    private final Sharing.Listener listener;
    private final ExecutorService work;
    private final Allowance checks =
            new Allowance(MOST_KNOWN, MOST_CHECKS_A_SECOND, System.nanoTime());
    private final Allowance others = allowance();

    /** Of each member who has asked, by their key. */
    private final Map<PublicKey, Allowance> each = new ConcurrentHashMap<>();

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

    private static Allowance allowance() {
        return new Allowance(MOST_AT_ONCE, MOST_A_SECOND, System.nanoTime());
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
        if (read.isEmpty() || isKnown(read.get().id())) {
            return;
        }
        OutputQuestion asked = read.get();
        boolean member = isMembers(words, asked);
        Allowance allowance =
                member
                        ? each.computeIfAbsent(words.key().orElseThrow(), it -> allowance())
                        : others;
        if (!allowance.take(System.nanoTime())) {
            return;
        }
        OutputQuestion question =
                new OutputQuestion(asked.id(), asked.who(), member, asked.run(), asked.before());
        synchronized (known) {
            if (known.putIfAbsent(asked.id(), Optional.of(new Asked(question, link, reply)))
                    != null) {
                return;
            }
        }
        listener.outputAsked(question);
    }

    private boolean isKnown(String id) {
        synchronized (known) {
            return known.containsKey(id);
        }
    }

    /**
     * Whether a member asks; nobody can keep this machine busy with signatures that do not hold.
     */
    private boolean isMembers(SignedWords words, OutputQuestion asked) {
        return members.named(words, asked.who())
                && checks.take(System.nanoTime())
                && words.holds(subject);
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
