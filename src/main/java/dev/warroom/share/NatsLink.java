package dev.warroom.share;

import dev.warroom.identity.SigningKey;
import dev.warroom.policy.SharedRoom;

import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PublishOptions;
import io.nats.client.Subscription;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A connection to the room's server. It is never mended: whoever finds it broken opens another, so
 * that there is one place where that is done, and one line that says why.
 */
final class NatsLink implements AutoCloseable {

    /**
     * How long a connection may take to be made. With TLS and a key there are six ways to the
     * server and back, each of a third of a second where it is on the other side of the earth, and
     * both ends have to reckon.
     */
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /**
     * How long the server may take to confirm a line: whoever starts a step waits for that. A line
     * that was not confirmed is tried again through the same connection.
     */
    static final Duration PATIENCE = Duration.ofMillis(1_500);

    /**
     * How long it may take to answer anything else. Servers of a cluster that has just lost one
     * take seconds, and whoever gives up begins anew with a connection.
     */
    private static final Duration ANSWERING = Duration.ofSeconds(5);

    private static final Duration LOOK_AT_SERVER = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 256 * 1024;
    private static final int NO_MESSAGE = 10_037;
    private static final int THERE_ALREADY = 10_058;
    private static final int OVERTAKEN = 10_071;

    private final SharedRoom room;
    private final Connection connection;
    private final JetStream stream;
    private final JetStreamManagement management;
    private final Trouble trouble;
    private final Optional<SigningKey> key;

    private NatsLink(
            SharedRoom room, Connection connection, Trouble trouble, Optional<SigningKey> key)
            throws IOException {
        this.room = room;
        this.connection = connection;
        this.trouble = trouble;
        this.key = key;
        stream = connection.jetStream(within(PATIENCE));
        management = connection.jetStreamManagement(within(ANSWERING));
    }

    /**
     * A line of the shared record.
     *
     * @param place in the stream, from 1
     * @param left how many come after it, when it was sent
     */
    record Line(String subject, long place, byte[] bytes, long left) {}

    /** Somebody else's line came first. */
    static final class OvertakenException extends Exception {
        private static final long serialVersionUID = 1;

        OvertakenException(Throwable cause) {
            super(cause);
        }
    }

    private static JetStreamOptions within(Duration patience) {
        return JetStreamOptions.builder().requestTimeout(patience).build();
    }

    /**
     * @param folder the workspace, which the files that {@code room} names are relative to
     */
    static NatsLink open(SharedRoom room, Path folder) throws CutOffException {
        try {
            return open(room, Access.of(room, folder));
        } catch (IOException | GeneralSecurityException e) {
            throw new CutOffException(Access.refusal(room, e), e);
        }
    }

    private static NatsLink open(SharedRoom room, Access access)
            throws CutOffException, GeneralSecurityException {
        Knock knock = new Knock(Thread.currentThread());
        Trouble trouble = new Trouble(room, knock::refused);
        try {
            Options.Builder options =
                    new Options.Builder()
                            .servers(room.servers().toArray(String[]::new))
                            .connectionName("warroom")
                            .noReconnect()
                            .connectionTimeout(CONNECTING)
                            .pingInterval(LOOK_AT_SERVER)
                            .maxPingsOut(2)
                            .errorListener(trouble);
            access.add(options);
            return new NatsLink(room, connected(options, knock), trouble, access.key());
        } catch (IOException e) {
            throw new CutOffException(access.refused(room, e, trouble.failure()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutOffException("interrupted", e);
        }
    }

    private static Connection connected(Options.Builder options, Knock knock)
            throws IOException, InterruptedException {
        try {
            return Nats.connect(options.build());
        } catch (InterruptedException e) {
            if (knock.answered()) {
                throw new AuthenticationException(e.toString());
            }
            throw e;
        } finally {
            knock.end();
        }
    }

    /** What the server let this room in by, and what its lines are signed with. */
    Optional<SigningKey> key() {
        return key;
    }

    /** How many bytes of lines go into one message. */
    int mostBytes() {
        return (int) Math.min(connection.getMaxPayload(), MOST_BYTES);
    }

    boolean up() {
        return connection.getStatus() == Connection.Status.CONNECTED;
    }

    /** Makes the room's stream for these subjects; one that is there stays as it is. */
    void make(String subjects, int replicas) throws CutOffException {
        try {
            StreamConfiguration wanted =
                    StreamConfiguration.builder()
                            .name(room.stream())
                            .subjects(subjects)
                            .storageType(StorageType.File)
                            .retentionPolicy(RetentionPolicy.Limits)
                            .discardPolicy(DiscardPolicy.New)
                            .denyDelete(true)
                            .denyPurge(true)
                            .replicas(replicas)
                            .build();
            management.addStream(wanted);
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != THERE_ALREADY) {
                throw trouble.refused(e);
            }
        } catch (IOException e) {
            throw trouble.silent(e);
        }
    }

    /** The place of the newest line of {@code subject}; 0 where there is none. */
    long last(String subject) throws CutOffException {
        return newest(subject).map(Line::place).orElse(0L);
    }

    /** The newest line of {@code subject}, as the server has it that leads. */
    Optional<Line> newest(String subject) throws CutOffException {
        return kept(() -> management.getLastMessage(room.stream(), subject));
    }

    /**
     * The line of {@code subject} at a place: servers before 2.10 that have reached an account's
     * limit do not know any more which the newest is.
     */
    Optional<Line> at(String subject, long place) throws CutOffException {
        return kept(() -> management.getMessage(room.stream(), place))
                .filter(it -> it.subject().equals(subject));
    }

    /** Asks for a message that the server keeps. */
    private interface Asked {
        MessageInfo answer() throws IOException, JetStreamApiException;
    }

    private Optional<Line> kept(Asked asked) throws CutOffException {
        try {
            MessageInfo kept = asked.answer();
            return Optional.of(new Line(kept.getSubject(), kept.getSeq(), kept.getData(), 0));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE) {
                return Optional.empty();
            }
            throw trouble.refused(e);
        } catch (IOException e) {
            throw trouble.silent(e);
        } catch (RuntimeException e) {
            throw trouble.gone(e);
        }
    }

    /**
     * Puts a line behind the one at a place.
     *
     * @param after the newest place of {@code subject}; 0 where it has none
     * @return its place
     * @throws OvertakenException if that is not the newest place any more; nothing is there then
     * @throws CutOffException if nobody knows whether it is there
     */
    long publish(String subject, byte[] line, long after)
            throws CutOffException, OvertakenException {
        if (line.length > connection.getMaxPayload()) {
            throw new CutOffException(
                    "a fact has "
                            + line.length
                            + " bytes, and the room's server takes "
                            + connection.getMaxPayload()
                            + ": raise max_payload in its configuration",
                    null);
        }
        try {
            PublishOptions behind =
                    PublishOptions.builder().expectedLastSubjectSequence(after).build();
            return stream.publish(subject, line, behind).getSeqno();
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != OVERTAKEN) {
                throw trouble.refused(e);
            }
            if (last(subject) < after && at(subject, after).isPresent()) {
                throw new CutOffException(
                        "the room's server was full and takes nothing more: restart it, and let it"
                                + " keep more",
                        e);
            }
            throw new OvertakenException(e);
        } catch (IOException e) {
            throw trouble.silent(e);
        } catch (RuntimeException e) {
            throw trouble.gone(e);
        }
    }

    /** The lines of {@code subject} behind a place, as they are and as they come. */
    StreamLines follow(String subject, long after) throws CutOffException {
        try {
            OrderedConsumerConfiguration wanted =
                    new OrderedConsumerConfiguration().filterSubject(subject);
            if (after > 0) {
                wanted.deliverPolicy(DeliverPolicy.ByStartSequence).startSequence(after + 1);
            }
            return new StreamLines(
                    connection
                            .getStreamContext(room.stream(), within(ANSWERING))
                            .createOrderedConsumer(wanted)
                            .iterate());
        } catch (JetStreamApiException e) {
            throw trouble.refused(e);
        } catch (IOException e) {
            throw trouble.silent(e);
        } catch (RuntimeException e) {
            throw trouble.gone(e);
        }
    }

    /** What others say on {@code subject} from now on; nothing of it is kept. */
    Subscription listen(String subject) throws CutOffException {
        try {
            return connection.subscribe(subject);
        } catch (RuntimeException e) {
            throw trouble.gone(e);
        }
    }

    /** Told what others ask. */
    @FunctionalInterface
    interface Hearing {

        /**
         * @param reply where the answer goes
         */
        void asked(byte[] words, String reply);
    }

    /** Hears what others ask on {@code subject} from now on, on a thread of its own. */
    void hear(String subject, Hearing hearing) throws CutOffException {
        try {
            connection
                    .createDispatcher()
                    .subscribe(
                            subject,
                            it -> {
                                if (it.getReplyTo() != null) {
                                    hearing.asked(it.getData(), it.getReplyTo());
                                }
                            });
        } catch (RuntimeException e) {
            throw trouble.gone(e);
        }
    }

    /**
     * Asks whoever hears it.
     *
     * @param fits what is made of an answer; empty where it is none
     * @return the first answer that fits; empty where none has come in time
     * @throws CutOffException if nothing can be asked
     */
    <T> Optional<T> ask(
            String subject, byte[] words, Duration patience, Function<byte[], Optional<T>> fits)
            throws CutOffException, InterruptedException {
        trouble.forgetAsking();
        long end = System.nanoTime() + patience.toNanos();
        try {
            String place = connection.createInbox();
            Subscription answers = connection.subscribe(place);
            try {
                connection.publish(subject, place, words);
                for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
                    Message message = answers.nextMessage(Duration.ofNanos(left));
                    if (message == null || message.isStatusMessage()) {
                        break;
                    }
                    Optional<T> answer = fits.apply(message.getData());
                    if (answer.isPresent()) {
                        return answer;
                    }
                }
            } finally {
                answers.unsubscribe();
            }
        } catch (IllegalStateException e) {
            throw trouble.gone(e);
        }
        trouble.requireAllowedToAsk();
        return Optional.empty();
    }

    /** Says something to whoever listens; nobody may. */
    void say(String subject, byte[] words) {
        try {
            connection.publish(subject, words);
        } catch (IllegalStateException e) {
            // The connection is gone, which whoever reads from it sees.
            return;
        }
    }

    /** Whoever is being interrupted closes it all the same: its threads would go on for ever. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            connection.close();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
