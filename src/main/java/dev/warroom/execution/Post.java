package dev.warroom.execution;

import dev.warroom.process.Dialogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A shell at a place that does what it is asked to, one request at a time. Used by one thread at a
 * time.
 */
final class Post implements AutoCloseable {

    private final Place place;
    private final Dialogue shell;
    private final AnswerReader answers;
    private volatile long heard = System.nanoTime();
    private volatile boolean waiting;

    private Post(Place place, Dialogue shell) {
        this.place = place;
        this.shell = shell;
        this.answers = new AnswerReader(shell.answers());
    }

    /**
     * Starts the shell, without waiting for it.
     *
     * @param patient whether it comes after whoever needs the processor, where it is on another
     *     host
     */
    static Post open(Place place, boolean patient) throws UnreachableException {
        try {
            // What a shell would read first is the business of the person's own sittings.
            List<String> without = List.of("BASH_ENV", "ENV");
            return new Post(
                    place,
                    patient && place.socket().isPresent()
                            ? Dialogue.patient(place.shellAndConnection(), without)
                            : Dialogue.start(place.shellAndConnection(), without));
        } catch (IOException e) {
            throw new UnreachableException(e.getMessage());
        }
    }

    /** Waits until the shell is ready for requests. */
    void ready() throws UnreachableException {
        String nonce = UUID.randomUUID().toString();
        try {
            waiting = true;
            shell.say(Requests.post(nonce, place.root()));
            answers.skipTo("warroom " + nonce);
            if (next() instanceof Answer.Refused(String why)) {
                throw new UnreachableException(why);
            }
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreachableException(NoShell.why(place, shell, answers.passedOver()));
        }
    }

    /** Whether it still answers; waits for that. */
    boolean answers() {
        try {
            ask(Requests.ping());
            return next() instanceof Answer.Done;
        } catch (IOException e) {
            return false;
        }
    }

    void ask(String request) throws IOException {
        heard = System.nanoTime();
        waiting = true;
        shell.say(request);
    }

    /** The next answer; waits for it. */
    Answer next() throws IOException {
        Answer answer = answers.next();
        heard = System.nanoTime();
        // Nobody reads it, and the child would wait for that some time.
        shell.complaints();
        return answer;
    }

    void bytes(byte[] buffer, int count) throws IOException {
        answers.bytes(buffer, count);
    }

    /** Lines that follow an answer. */
    List<String> lines(int bytes) throws IOException {
        byte[] buffer = new byte[bytes];
        bytes(buffer, bytes);
        return new String(buffer, StandardCharsets.UTF_8).lines().toList();
    }

    /** The last request has its last answer. */
    void rest() {
        waiting = false;
        heard = System.nanoTime();
    }

    /** For how long it has been waited for; 0 while it is not. */
    long silentNanos() {
        return waiting ? System.nanoTime() - heard : 0;
    }

    /** For how long it has had nothing to do; 0 while it has. */
    long idleNanos() {
        return waiting ? 0 : System.nanoTime() - heard;
    }

    Place place() {
        return place;
    }

    /** Why it does not answer any more. */
    String lastWords() {
        return NoShell.why(place, shell);
    }

    /** Lets it end by itself; others may share its connection. */
    void leave() {
        shell.leave();
    }

    @Override
    public void close() {
        shell.close();
    }
}
