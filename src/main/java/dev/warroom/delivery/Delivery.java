package dev.warroom.delivery;

import dev.warroom.execution.NoShell;
import dev.warroom.execution.Place;
import dev.warroom.process.Dialogue;
import dev.warroom.room.Size;
import dev.warroom.text.Sanitiser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One connection to a host, by which versions of the program are put there, in {@code
 * ~/.local/share/warroom/VERSION}. The link {@code current} beside them says which is used; it
 * changes in one step, when the new version has started there once. Used by one thread.
 */
public final class Delivery implements AutoCloseable {

    /** Hears how many of how many bytes of a package are there. */
    @FunctionalInterface
    public interface Progress {
        void at(long bytes, long all);
    }

    /**
     * A version that is there.
     *
     * @param current whether it is the one that is used
     * @param users the processes that run from it, by their ids, between blanks; empty for none
     */
    public record Kept(String name, boolean current, String users) {}

    /**
     * A package that has come.
     *
     * @param name of its version's folder
     * @param sent bytes that were sent for it; 0 where it was there before
     * @param tmux whether the host has it
     */
    public record Delivered(String name, long sent, boolean tmux) {}

    /** For what is made at the first start. */
    private static final long CACHE_BYTES = 60_000_000;

    private static final int BLOCK = 64 << 10;

    /** A line that is longer is not the script's. */
    private static final int LONGEST = 4096;

    private final Place place;
    private final Dialogue shell;
    private final BufferedReader answers;

    private Delivery(Place place, Dialogue shell) {
        this.place = place;
        this.shell = shell;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(shell.answers(), StandardCharsets.UTF_8), 8192);
    }

    /**
     * Connects.
     *
     * @throws DeliveryException where there is no way there
     */
    public static Delivery to(Place place) throws IOException {
        Delivery delivery =
                new Delivery(place, Dialogue.start(place.shell(), List.of("BASH_ENV", "ENV")));
        String greeting = "warroom " + UUID.randomUUID();
        try {
            delivery.shell.say(script() + "\nprintf '%s\\n' '" + greeting + "'\n");
            // What a login says before is not for us.
            while (!delivery.line().equals(greeting)) {
                delivery.shell.complaints();
            }
            return delivery;
        } catch (IOException e) {
            try (delivery) {
                throw new DeliveryException(
                        "There is no way to "
                                + place.name()
                                + ": "
                                + NoShell.why(place, delivery.shell));
            }
        }
    }

    /**
     * Puts a package there, only what is missing of it, and lets it be the current one.
     *
     * @throws DeliveryException where that cannot be done; what has come stays there for the next
     *     time, unless it is damaged
     */
    public Delivered put(Parcel parcel, Progress progress) throws IOException {
        Found found = ask("look '" + parcel.sum() + "' " + parcel.bytes());
        Optional<String> against = found.against(parcel, place.name());
        if (against.isPresent()) {
            throw new DeliveryException(Sanitiser.line(against.get()) + ".");
        }
        boolean tmux = found.facts().containsKey("tmux");
        Optional<String> there = found.version(parcel.sum());
        if (there.isPresent()) {
            use(there.get());
            return new Delivered(there.get(), 0, tmux);
        }
        long have = found.number("part");
        long needed = parcel.bytes() - have + parcel.unpacked() + CACHE_BYTES;
        long free = found.number("free") * 1024;
        if (free < needed) {
            throw new DeliveryException(
                    "%s has %s left for ~/.local/share/warroom, and %s are needed: make room, or remove an older version with --remove."
                            .formatted(place.name(), Size.words(free), Size.words(needed)));
        }
        progress.at(have, parcel.bytes());
        if (have < parcel.bytes()) {
            send(parcel, have, progress);
        }
        String name = found.name(parcel);
        unpack(parcel, name);
        use(name);
        return new Delivered(name, parcel.bytes() - have, tmux);
    }

    private void send(Parcel parcel, long from, Progress progress) throws IOException {
        byte[] block = new byte[BLOCK];
        try (RandomAccessFile file = new RandomAccessFile(parcel.file().toFile(), "r")) {
            shell.say("take '" + parcel.sum() + "' " + (parcel.bytes() - from) + "\n");
            if (!line().equals("ready")) {
                throw new IOException("not ready");
            }
            file.seek(from);
            long at = from;
            int count = file.read(block);
            // An answer before the end says why there will be none.
            while (count > 0 && !answers.ready()) {
                shell.send(block, count);
                at += count;
                progress.at(at, parcel.bytes());
                count = file.read(block);
            }
        } catch (IOException e) {
            throw cut();
        }
        Found came = answered();
        if (came.refused().isPresent()) {
            throw new DeliveryException(
                    "What comes cannot be written on %s: %s. Make room there, and push again: only the rest is sent."
                            .formatted(place.name(), Sanitiser.line(came.refused().get())));
        }
        if (came.number("part") != parcel.bytes()) {
            throw new DeliveryException(
                    "%s has %d of %d bytes: is somebody else pushing the same there? Push again."
                            .formatted(place.name(), came.number("part"), parcel.bytes()));
        }
    }

    private void unpack(Parcel parcel, String name) throws IOException {
        Found done = ask("unpack '%s' '%s' '%s'".formatted(parcel.sum(), parcel.top(), name));
        if (done.facts().containsKey("sum")) {
            throw damaged();
        }
        if (done.refused().isPresent()) {
            throw new DeliveryException(
                    "The package cannot be unpacked on %s: %s."
                            .formatted(place.name(), Sanitiser.line(done.refused().get())));
        }
        if (done.facts().containsKey("lame")) {
            throw new DeliveryException(
                    "The program does not start on %s, and was taken away again: %s."
                            .formatted(place.name(), Sanitiser.line(done.fact("lame"))));
        }
    }

    private DeliveryException damaged() {
        return new DeliveryException(
                "What has come to %s is not what was sent: its SHA-256 sum is another one. It was thrown away; push again."
                        .formatted(place.name()));
    }

    /**
     * The versions that are there, the newest first.
     *
     * @throws DeliveryException where the connection breaks
     */
    public List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (String line : lines("list")) {
            String[] words = line.split(" ", 4);
            if (words[0].equals("kept") && words.length > 2) {
                kept.add(
                        new Kept(
                                words[1],
                                words[2].equals("current"),
                                words.length > 3 ? words[3] : ""));
            }
        }
        return kept;
    }

    /**
     * Lets a version be the current one.
     *
     * @throws DeliveryException where it is not there, or the link cannot be made
     */
    public void use(String name) throws IOException {
        named(name);
        refusal(ask("switch '" + name + "'"));
    }

    /**
     * Removes a version.
     *
     * @throws DeliveryException where it is not there, is the current one, or is used
     */
    public void remove(String name) throws IOException {
        Kept version = named(name);
        if (version.current()) {
            throw new DeliveryException(
                    "%s is the current version on %s: let another one be, with --use, before you remove it."
                            .formatted(name, place.name()));
        }
        if (!version.users().isEmpty()) {
            throw new DeliveryException(
                    "%s is in use on %s (process %s): end that first."
                            .formatted(name, place.name(), version.users()));
        }
        refusal(ask("discard '" + name + "'"));
    }

    private void refusal(Found answer) throws DeliveryException {
        if (answer.refused().isPresent()) {
            throw new DeliveryException(
                    "%s says: %s.".formatted(place.name(), Sanitiser.line(answer.refused().get())));
        }
    }

    private Kept named(String name) throws IOException {
        List<Kept> all = kept();
        return all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DeliveryException(
                                        "%s has no version %s; it has: %s."
                                                .formatted(
                                                        place.name(),
                                                        Sanitiser.line(name),
                                                        all.isEmpty()
                                                                ? "none"
                                                                : String.join(
                                                                        ", ",
                                                                        all.stream()
                                                                                .map(Kept::name)
                                                                                .toList()))));
    }

    private Found ask(String request) throws IOException {
        return Found.in(lines(request));
    }

    private List<String> lines(String request) throws IOException {
        try {
            shell.say(request + "\n");
        } catch (IOException e) {
            throw cut();
        }
        return answerLines();
    }

    private Found answered() throws IOException {
        return Found.in(answerLines());
    }

    private List<String> answerLines() throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = line(); !line.equals("done"); line = line()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw cut();
        }
        return lines;
    }

    private DeliveryException cut() {
        return new DeliveryException(
                "The connection to %s is cut (%s): push again, and only the rest is sent."
                        .formatted(place.name(), NoShell.why(place, shell)));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = answers.read(); each != '\n'; each = answers.read()) {
            if (each < 0) {
                throw new java.io.EOFException("the host says no more");
            }
            if (line.length() < LONGEST) {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    private static String script() throws IOException {
        try (InputStream in = Delivery.class.getResourceAsStream("host.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Ends the connection. */
    @Override
    public void close() {
        shell.close();
        place.leave();
    }
}
