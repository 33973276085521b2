package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;
import dev.warroom.share.NatsServer;
import dev.warroom.share.Wire;
import dev.warroom.testing.Await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

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
    private final List<Machine> machines = new ArrayList<>();

    /** What a room has said that it recorded, in the words it said it. */
    private final Set<String> promised = ConcurrentHashMap.newKeySet();

    /** What a room complains of; nobody forges anything here. */
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    private int count;

    RoomHistory(long seed, Path folder, NatsServer server) throws IOException {
        random = new Random(seed);
        this.folder = folder;
        this.server = server;
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
        private Process process;
        private Thread listener;
        private volatile boolean opened;

        Machine(String name, int ahead) throws IOException {
            this.name = name;
            this.ahead = ahead;
            wire = new Wire(server.port());
            state = folder.resolve(incident + "-" + name);
        }

        void start() throws IOException {
            opened = false;
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Xmx64m",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    RoomProcess.class.getName(),
                                    state.toString(),
                                    name,
                                    wire.address(),
                                    incident,
                                    "" + ahead)
                            .redirectError(folder.resolve(incident + "-" + name + ".err").toFile())
                            .start();
            Process begun = process;
            listener = Thread.ofVirtual().start(() -> listen(begun));
        }

        private void listen(Process to) {
            try (BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(to.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    heard(line);
                }
            } catch (IOException e) {
                // It was killed; what it said before was heard.
                return;
            }
        }

        private void heard(String line) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "opened" -> opened = true;
                case "asked" -> {
                    if (random(2) == 0) {
                        tell("anyway " + words[1] + " " + words[2]);
                        promised.add("anyway " + words[2]);
                    }
                }
                case "begun" -> {
                    promised.add(line);
                    running.add(words[2]);
                }
                case "noted", "finished" -> promised.add(line);
                case "said", "failed" -> complaints.add(name + " " + line);
                default -> {}
            }
        }

        void tell(String line) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException e) {
                // Killed meanwhile.
                return;
            }
        }

        /** As by {@code kill -9}; answers when all it has said was heard. */
        void kill() {
            try {
                process.destroyForcibly().waitFor();
                listener.join(Await.LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Its standard input ends, so it leaves as a person does. */
        void leave() throws IOException, InterruptedException {
            process.getOutputStream().close();
            assertThat(process.waitFor(Await.LIMIT)).isTrue();
            listener.join(Await.LIMIT);
        }

        Path record() {
            return Journals.file(state, incident);
        }

        int waiting() {
            try (RoomJournal journal = RoomJournal.open(state, incident, mark())) {
                return journal.waiting().size();
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
            if (!machine.process.isAlive()) {
                machine.start();
            }
        }
        comeTogether();
        if (!one()) {
            // What the last to leave was told just before, the others find when they come again.
            for (Machine machine : machines) {
                machine.start();
            }
            comeTogether();
        }
        check();
    }

    private void comeTogether() throws IOException, InterruptedException {
        await("all rooms have one record", this::one);
        for (Machine machine : machines) {
            machine.leave();
        }
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
        Await.until(what, condition::getAsBoolean, complaints::toString);
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
