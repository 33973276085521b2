package dev.warroom.journal;

import dev.warroom.identity.SigningKey;
import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The journal of an incident that a room over several machines shares. {@code INC-7.jsonl} is the
 * shared record as far as it is known here, the same bytes in every room; {@code INC-7.own.jsonl}
 * has what was recorded here, which is on the disk before it is shared. Both are only ever added
 * to. Its methods may be called from any thread.
 */
public final class RoomJournal implements WritableJournal {

    /** Whatever was recorded longer ago than this when it is shared is marked late. */
    public static final Duration LATE = Duration.ofSeconds(5);

    private static final String OWN = ".own.jsonl";
    private static final int MOST_AT_ONCE = 100;

    private final String id;
    private final String mark;
    private final Journal own;
    private final Journal shared;
    private final Path seenFile;
    private final LineCodec codec = new LineCodec();
    private final RoomOrder order;
    private final Incident incident;

    /** How much of the shared record was told, and what of one's own behind it. */
    private int toldShared;

    private List<Fact> toldTail;
    private Optional<List<Fact>> rearranged = Optional.empty();

    private RoomJournal(String id, String mark, Journal own, Journal shared, Path seenFile) {
        this.id = id;
        this.mark = mark;
        this.own = own;
        this.shared = shared;
        this.seenFile = seenFile;
        order = new RoomOrder(Optional.of(mark));
        own.facts().forEach(order::own);
        shared.facts().forEach(order::shared);
        incident = Incident.replay(id, order.facts());
        toldShared = order.size();
        toldTail = order.tail();
    }

    /**
     * A line for the shared record.
     *
     * @param fact as it stands there
     * @param body the line without its end, not closed yet
     * @param incident that it is of
     */
    public record Draft(Fact fact, byte[] body, String incident) {

        /** Its bytes, the end of the line not included; signed where there is a key. */
        public byte[] line(Optional<SigningKey> key) {
            byte[] whole = key.map(it -> LineSignature.signed(body, incident, it)).orElse(body);
            byte[] line = new Seal().close(whole);
            return Arrays.copyOf(line, line.length - 1);
        }
    }

    /** Whether the incident of this name is one that a room shares. */
    public static boolean isShared(Path state, String id) {
        return Files.isRegularFile(StateFolder.at(state).beside(id, OWN));
    }

    /**
     * Opens a shared incident, or begins its journal here.
     *
     * @param mark what tells this state folder from all others
     * @throws JournalException if this machine has another incident of this name, or a file cannot
     *     be read or written
     */
    public static RoomJournal open(Path state, String id, String mark) {
        return open(state, id, mark, JournalFile.OnDisk::new);
    }

    static RoomJournal open(Path state, String id, String mark, Journal.Opener opener) {
        StateFolder folder = StateFolder.at(state).made();
        Path ownFile = folder.beside(id, OWN);
        Path sharedFile = folder.file(id);
        if (!Files.exists(ownFile) && Files.exists(sharedFile)) {
            throw new JournalException(
                    "This machine has an incident "
                            + id
                            + " of its own, which the room does not share. Open the room's with"
                            + " another folder: --state DIR.");
        }
        make(ownFile);
        make(sharedFile);
        Journal own =
                Journal.open(
                        ownFile, folder.beside(id, ".own.lock"), id, Optional.of(mark), opener);
        try {
            // Behind one's own: what is in neither when it is read cannot be lost between them.
            Journal shared =
                    Journal.open(
                            sharedFile, folder.beside(id, ".lock"), id, Optional.empty(), opener);
            return new RoomJournal(id, mark, own, shared, folder.beside(id, ".seen"));
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private static void make(Path file) {
        try {
            StateFolder.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
            StateFolder.force(file.getParent());
        } catch (IOException e) {
            throw new JournalException("Cannot make " + file + ": " + Reasons.of(e) + ".", e);
        }
    }

    /** What was recorded here beside a shared record; empty where the record is not shared. */
    static Optional<Path> own(Path sharedFile) {
        String name = sharedFile.getFileName().toString();
        Path own = sharedFile.resolveSibling(name.replaceFirst("\\.jsonl$", OWN));
        return name.endsWith(OWN) || !Files.isRegularFile(own)
                ? Optional.empty()
                : Optional.of(own);
    }

    /** What was recorded here and is not in a shared record that ends where {@code shared} does. */
    static RoomOrder order(Path sharedFile, List<Fact> shared) {
        List<Fact> own = new ArrayList<>();
        own(sharedFile).ifPresent(it -> JournalReader.scan(it, (fact, line) -> own.add(fact)));
        RoomOrder order = new RoomOrder(own.stream().map(it -> it.origin().from()).findFirst());
        own.forEach(order::own);
        shared.forEach(order::shared);
        return order;
    }

    @Override
    public String id() {
        return id;
    }

    /** What tells this state folder from all others. */
    public String mark() {
        return mark;
    }

    @Override
    public Incident incident() {
        return incident;
    }

    @Override
    public Optional<Path> tornTail() {
        return own.tornTail().or(shared::tornTail);
    }

    @Override
    public synchronized List<Fact> news() {
        refresh();
        List<Fact> before = toldTail;
        List<Fact> now = new ArrayList<>(order.from(toldShared));
        now.addAll(order.tail());
        boolean grown = now.size() >= before.size() && now.subList(0, before.size()).equals(before);
        rearranged = grown ? Optional.empty() : Optional.of(order.facts());
        toldShared = order.size();
        toldTail = order.tail();
        if (grown) {
            return List.copyOf(now.subList(before.size(), now.size()));
        }
        List<Long> known = before.stream().map(it -> it.origin().own()).toList();
        return now.stream().filter(it -> !isOwn(it) || !known.contains(it.origin().own())).toList();
    }

    private boolean isOwn(Fact fact) {
        return fact.origin().from().equals(mark) && fact.origin().own() > 0;
    }

    @Override
    public synchronized Optional<List<Fact>> rearranged() {
        return rearranged;
    }

    /** One's own first: a fact that is shared meanwhile is then seen in one of them at least. */
    private void refresh() {
        own.news().forEach(order::own);
        shared.news().forEach(order::shared);
    }

    @Override
    public synchronized Optional<Fact> append(
            Instant at, String who, String host, IncidentEvent event, BooleanSupplier still) {
        return own.append(at, who, host, lasting(event), still).map(this::kept);
    }

    /**
     * It is told with this answer, as the one that follows what was told before: others' facts that
     * have come while it was written are news, and come before it then.
     */
    private Fact kept(Fact fact) {
        refresh();
        order.own(fact);
        Fact told = order.placed(fact, toldShared + toldTail.size() + 1L, fact.origin());
        toldTail = new ArrayList<>(toldTail);
        toldTail.add(told);
        return told;
    }

    /** Names an amended fact so that it stays the same when others come before it. */
    private IncidentEvent lasting(IncidentEvent event) {
        return event instanceof Amended it && it.fact() > toldShared
                ? new Amended(
                        -toldTail.get((int) (it.fact() - toldShared - 1)).origin().own(), it.text())
                : event;
    }

    /** How many facts of an incident were recorded in a state folder and are not shared. */
    public static int waiting(Path state, String id) {
        Path file = StateFolder.at(state).file(id);
        Brought brought = new Brought();
        JournalReader.scan(file, (fact, line) -> brought.shared(fact));
        return waiting(file, brought);
    }

    /** How many were recorded beside a shared record and are not in it; none of them is kept. */
    static int waiting(Path sharedFile, Brought brought) {
        AtomicInteger waiting = new AtomicInteger();
        own(sharedFile)
                .ifPresent(
                        file ->
                                JournalReader.scan(
                                        file,
                                        (fact, line) ->
                                                waiting.addAndGet(brought.has(fact) ? 0 : 1)));
        return waiting.get();
    }

    /** All facts in their order, as they are now. */
    public synchronized List<Fact> all() {
        refresh();
        return order.facts();
    }

    /**
     * What was recorded here and is not in the shared record, as it is known here; oldest first.
     */
    public synchronized List<Fact> waiting() {
        refresh();
        return order.waiting();
    }

    /** A fact, and the line that is to stand for it in the shared record, without its end. */
    public record Placed(Fact fact, byte[] line) {}

    /**
     * The facts that are to be shared next, as the lines that follow the shared record, each behind
     * the one before; no more than fit into one message.
     *
     * @param now by the clock that facts are recorded with
     * @param key that they are signed with, where there is one
     * @param most bytes of all lines together; the first is there however long it is
     */
    public synchronized List<Placed> next(Instant now, Optional<SigningKey> key, int most) {
        refresh();
        JournalReader.End end = shared.end();
        String prev = end.hash();
        List<Placed> lines = new ArrayList<>();
        int bytes = 0;
        for (Fact waiting : order.waiting()) {
            if (lines.size() == MOST_AT_ONCE) {
                break;
            }
            Draft draft =
                    draft(waiting, origin(waiting, now), end.lines() + lines.size() + 1, prev);
            byte[] line = draft.line(key);
            bytes += line.length + 1;
            if (!lines.isEmpty() && bytes > most) {
                break;
            }
            lines.add(new Placed(draft.fact(), line));
            prev = Seal.stated(line);
        }
        return lines;
    }

    private Origin origin(Fact waiting, Instant now) {
        Duration ago = Duration.between(waiting.at(), now);
        boolean late = ago.compareTo(LATE) >= 0;
        return new Origin(
                mark,
                waiting.origin().own(),
                late ? Duration.ofSeconds(ago.toSeconds()) : Duration.ZERO);
    }

    /**
     * An event as the line that follows the shared record, which is to be there before it is here.
     *
     * @return empty while something that was recorded here waits to be shared: it came first, and a
     *     start must not stand before the end of what ran until then
     */
    public synchronized Optional<Draft> claim(
            Instant at, String who, String host, IncidentEvent event) {
        refresh();
        if (!order.waiting().isEmpty()) {
            return Optional.empty();
        }
        Origin origin = new Origin(mark, 0, Duration.ZERO);
        JournalReader.End end = shared.end();
        Fact fact = new Fact(1, at, who, host, event, origin);
        return Optional.of(draft(fact, origin, end.lines() + 1, end.hash()));
    }

    private Draft draft(Fact fact, Origin origin, long number, String prev) {
        Fact placed = order.placed(fact, number, origin);
        return new Draft(placed, codec.body(placed, prev), id);
    }

    /**
     * Takes lines of the shared record in, in their order.
     *
     * @param lines without their ends
     * @param admission who may write there
     * @return what became of each
     * @throws JournalException if they cannot be written
     */
    public List<Taken> take(List<byte[]> lines, Admission admission) {
        return shared.take(lines, admission);
    }

    /** How many facts of the shared record are here. */
    public long sharedFacts() {
        return shared.end().lines();
    }

    /**
     * The place in the room's stream up to which the shared record was read; 0 where that is not
     * known, and it is read from its beginning.
     */
    public synchronized long seen() {
        try {
            String[] words = Files.readString(seenFile).strip().split(" ");
            boolean fits = words.length == 2 && words[1].equals(shared.end().hash());
            return fits && words[0].matches("\\d{1,18}") ? Long.parseLong(words[0]) : 0;
        } catch (IOException e) {
            // Never written, or gone: then it is read again, which changes nothing.
            return 0;
        }
    }

    /**
     * Whether a line, its end not included, is the newest of the shared record, as far as that is
     * here.
     */
    public synchronized boolean endsWith(byte[] line) {
        try {
            new Seal().check(line, line.length);
            return Seal.stated(line).equals(shared.end().hash());
        } catch (LineDamage e) {
            return false;
        }
    }

    /** Keeps the place in the stream; it need not survive a crash. */
    public synchronized void seen(long place) {
        try {
            Files.writeString(seenFile, place + " " + shared.end().hash() + "\n");
        } catch (IOException e) {
            // As if it were lost.
            return;
        }
    }

    @Override
    public void close() {
        own.close();
        shared.close();
    }
}
