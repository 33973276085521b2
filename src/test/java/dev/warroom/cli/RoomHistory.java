package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;
import dev.warroom.share.NatsServer;
import dev.warroom.share.Wire;
import dev.warroom.testing.Await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What happens to some rooms that share an incident, drawn from a seed: people write and start
 * steps, machines are cut off, killed and started again, clocks are off by minutes, and the server
 * goes away. Afterwards everything must be in every room.
 */
final class RoomHistory implements AutoCloseable {

    private static final List<String> STEPS = List.of("drain", "roll-back", "restart");

    private final Random random;
    private final Path folder;
    private final String incident;
    private final NatsServer server;
    private final RoomWorkers workers;
    private final List<Machine> machines = new ArrayList<>();

    /** What a room has said that it recorded, in the words it said it. */
    private final Set<String> promised = ConcurrentHashMap.newKeySet();

    /** What a room complains of; nobody forges anything here. */
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    private int count;

    /**
     * @param server may have had other incidents before
     */
    RoomHistory(long seed, Path folder, NatsServer server, RoomWorkers workers) throws IOException {
        random = new Random(seed);
        this.folder = folder;
        this.server = server;
        this.workers = workers;
        incident = "INC-" + (1 + Math.floorMod(seed, 900_000_000L));
        int many = 2 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            Machine machine = new Machine("m" + i, random.nextInt(1_200) - 600);
            machines.add(machine);
            machine.start();
        }
    }

    /** One machine, and the process of the room on it. */
    private final class Machine {
        private final String name;
        private final int ahead;
        private final Wire wire;
        private final Path state;
        private final ConcurrentLinkedQueue<String> running = new ConcurrentLinkedQueue<>();

        /** What it was told and has not answered yet: a start may wait for the room's server. */
        private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

        private Optional<RoomWorker> worker = Optional.empty();
        private volatile boolean opened;

        Machine(String name, int ahead) throws IOException {
            this.name = name;
            this.ahead = ahead;
            wire = new Wire(server.port());
            state = folder.resolve(incident + "-" + name);
        }

        void start() throws IOException {
            opened = false;
            worker = Optional.of(workers.take());
            String words = String.join(" ", state + "", name, wire.address(), incident, ahead + "");
            worker.get().open(words, this::heard);
        }

        private void heard(String line) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "opened" -> opened = true;
                case "asked" -> {
                    if (random(2) == 0) {
                        tell("anyway " + words[1] + " " + words[2]);
                        promised.add("anyway " + words[2]);
                    } else {
                        unanswered.remove(words[2]);
                    }
                }
                case "begun" -> {
                    promised.add(line);
                    running.add(words[2]);
                    unanswered.remove(words[2]);
                }
                case "noted", "finished" -> {
                    promised.add(line);
                    unanswered.remove(words[1]);
                }
                case "refused" -> unanswered.remove(words[1]);
                case "said", "failed" -> complaints.add(name + " " + line);
                default -> {}
            }
        }

        /**
         * @param line that ends with what its answer names
         */
        void tell(String line) {
            unanswered.add(line.substring(line.lastIndexOf(' ') + 1));
            worker.ifPresent(it -> it.tell(line));
        }

        void kill() {
            worker.ifPresent(RoomWorker::kill);
            worker = Optional.empty();
            unanswered.clear();
        }

        void leave() throws InterruptedException {
            worker.orElseThrow().leave();
            workers.back(worker.get());
            worker = Optional.empty();
        }

        Path record() {
            return Journals.file(state, incident);
        }

        /** How many facts are not shared yet; -1 where its room takes too long over writing. */
        int waiting() {
            try (RoomJournal journal = RoomJournal.open(state, incident, mark())) {
                return journal.waiting().size();
            } catch (JournalException e) {
                // On a machine that is far too busy; it is looked again.
                return -1;
            }
        }

        private String mark() {
            try {
                return StateMark.of(state);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized int random(int bound) {
        return random.nextInt(bound);
    }

    /** Lets {@code steps} things happen, then mends everything and waits for all to be one. */
    void run(int steps) throws Exception {
        await("all rooms are open", () -> machines.stream().allMatch(it -> it.opened));
        for (int i = 0; i < steps; i++) {
            happen();
            Thread.sleep(random(30));
        }
        server.start();
        for (Machine machine : machines) {
            machine.wire.mend();
        }
        await(
                "all rooms have one record, and have answered all that they were told",
                () -> one() && machines.stream().allMatch(it -> it.unanswered.isEmpty()));
        for (Machine machine : machines) {
            machine.leave();
        }
        check();
    }

    private void happen() throws IOException {
        Machine machine = machines.get(random(machines.size()));
        int what = random(100);
        if (what < 45) {
            machine.tell("note n" + ++count);
        } else if (what < 65) {
            String step = STEPS.get(random(STEPS.size()));
            machine.tell("start " + step + " " + incident + "-" + ++count + "." + machine.name);
        } else if (what < 78) {
            String run = machine.running.poll();
            machine.tell(run == null ? "note n" + ++count : "finish " + run);
        } else if (what < 84) {
            machine.wire.cut();
        } else if (what < 86) {
            machine.wire.hold();
        } else if (what < 92) {
            machine.wire.mend();
        } else if (what < 96) {
            machine.kill();
            machine.start();
        } else if (what < 98) {
            server.kill();
        } else {
            server.start();
        }
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(what, condition::getAsBoolean, this::details);
    }

    private String details() {
        return incident
                + ": "
                + complaints
                + machines.stream()
                        .map(
                                it ->
                                        "\n%s opened %s, waiting %d, unanswered %s"
                                                .formatted(
                                                        it.name,
                                                        it.opened,
                                                        it.waiting(),
                                                        it.unanswered))
                        .collect(Collectors.joining());
    }

    private boolean one() {
        byte[] first = machines.getFirst().opened ? read(machines.getFirst()) : new byte[0];
        return machines.stream()
                .allMatch(it -> it.opened && Arrays.equals(first, read(it)) && it.waiting() == 0);
    }

    private static byte[] read(Machine machine) {
        try {
            return Files.readAllBytes(machine.record());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() {
        assertThat(one()).as("all rooms have one record").isTrue();
        var content = JournalReader.read(machines.getFirst().record());
        assertThat(content.damage()).isEmpty();
        Map<String, Integer> told = new HashMap<>();
        Map<String, String> claimed = new HashMap<>();
        for (Fact fact : content.facts()) {
            switch (fact.event()) {
                case NoteAdded(String text) -> told.merge("noted " + text, 1, Integer::sum);
                case StepStarted start -> {
                    told.merge("begun " + start.step() + " " + start.run(), 1, Integer::sum);
                    boolean claim = fact.origin().own() == 0;
                    if (claim) {
                        assertThat(claimed)
                                .as("fact %d starts a step that runs already", fact.number())
                                .doesNotContainKey(start.step());
                        claimed.put(start.step(), start.run());
                    } else {
                        assertThat(promised)
                                .as("an operator chose so")
                                .contains("anyway " + start.run());
                    }
                }
                case StepFinished end -> {
                    told.merge("finished " + end.run(), 1, Integer::sum);
                    claimed.values().remove(end.run());
                }
                default -> {}
            }
        }
        Set<String> lost = new HashSet<>(promised);
        lost.removeIf(it -> it.startsWith("anyway"));
        lost.removeAll(told.keySet());
        assertThat(lost).as("what was recorded and is lost").isEmpty();
        assertThat(told).as("what is there more than once").allSatisfy(RoomHistory::once);
        assertThat(complaints).isEmpty();
    }

    private static void once(String what, int times) {
        assertThat(times).as(what).isEqualTo(1);
    }

    @Override
    public void close() throws IOException {
        for (Machine machine : machines) {
            machine.kill();
            machine.wire.close();
        }
    }
}
