package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;
import dev.warroom.testing.Await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * What people do in the rooms of one incident, drawn from a seed: they write, and start and end
 * steps, whatever happens to the machines meanwhile. Afterwards everything must be in every room.
 */
final class RoomHistory {

    private static final List<String> STEPS = List.of("drain", "roll-back", "restart");
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final Random random;
    private final String incident;
    private final List<Room> rooms;

    /** What a room has said that it recorded, in the words it said it. */
    private final Set<String> promised = ConcurrentHashMap.newKeySet();

    /** What a room complains of; nobody forges anything here. */
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    private int count;

    /**
     * @param machines that have a room each, not started yet
     */
    RoomHistory(long seed, List<RoomMachine> machines) {
        random = new Random(seed);
        incident = "INC-" + (1 + Math.floorMod(seed, 900_000_000L));
        rooms = machines.stream().map(Room::new).toList();
        rooms.forEach(it -> it.machine.join(incident, it));
    }

    /** The incident's room on one machine. */
    private final class Room implements RoomMachine.Guest {
        private final RoomMachine machine;
        private final ConcurrentLinkedQueue<String> running = new ConcurrentLinkedQueue<>();

        /** What it was told and has not answered yet: a start may wait for the room's server. */
        private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

        private volatile boolean opened;

        /** Whether it was left, or never entered. */
        private volatile boolean left;

        Room(RoomMachine machine) {
            this.machine = machine;
        }

        @Override
        public void said(String line) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "opened" -> opened = true;
                case "left" -> left = true;
                case "asked" -> {
                    if (random(2) == 0) {
                        promised.add("anyway " + words[2]);
                        tell("anyway", words[1] + " " + words[2]);
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
                case "said", "failed" -> complaints.add(machine.name() + " " + line);
                default -> {}
            }
        }

        @Override
        public void killed() {
            opened = false;
            unanswered.clear();
        }

        /**
         * @param words that end with what its answer names
         */
        void tell(String what, String words) {
            String named = words.substring(words.lastIndexOf(' ') + 1);
            machine.tell(what + " " + incident + " " + words, () -> unanswered.add(named));
        }

        Path record() {
            return Journals.file(machine.state(), incident);
        }

        long size() {
            return record().toFile().length();
        }

        byte[] bytes() {
            try {
                return Files.readAllBytes(record());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int waiting() {
            return RoomJournal.waiting(machine.state(), incident);
        }
    }

    private synchronized int random(int bound) {
        return random.nextInt(bound);
    }

    boolean open() {
        return rooms.stream().allMatch(it -> it.opened);
    }

    boolean left() {
        return rooms.stream().allMatch(it -> it.left);
    }

    /** Lets people do so many things, some of them in rooms that are not there. */
    void go(int things) throws InterruptedException {
        for (int i = 0; i < things; i++) {
            act();
            Thread.sleep(random(LONGEST_PAUSE_MILLIS));
        }
    }

    private void act() {
        Room room = rooms.get(random(rooms.size()));
        int what = random(8);
        String run = what == 7 ? room.running.poll() : null;
        if (run != null) {
            room.tell("finish", run);
        } else if (what < 2) {
            String step = STEPS.get(random(STEPS.size()));
            room.tell("start", step + " " + incident + "-" + ++count + "." + room.machine.name());
        } else {
            room.tell("note", "n" + ++count);
        }
    }

    /** Waits until all rooms are one, where nothing stands between them any more. */
    void settle() {
        Await.until(
                "all rooms have one record, and have answered all that they were told",
                () -> rooms.stream().allMatch(it -> it.unanswered.isEmpty()) && one(),
                this::details);
    }

    private String details() {
        return incident
                + ": "
                + complaints
                + rooms.stream()
                        .map(
                                it ->
                                        "\n%s opened %s, waiting %d, unanswered %s"
                                                .formatted(
                                                        it.machine.name(),
                                                        it.opened,
                                                        it.waiting(),
                                                        it.unanswered))
                        .collect(Collectors.joining());
    }

    /** Looks at the sizes first: most looks need no more. */
    private boolean one() {
        Room first = rooms.getFirst();
        return open()
                && rooms.stream().allMatch(it -> it.size() == first.size())
                && rooms.stream().allMatch(it -> Arrays.equals(it.bytes(), first.bytes()))
                && rooms.stream().allMatch(it -> it.waiting() == 0);
    }

    /** When all rooms were left. */
    void check() {
        assertThat(one()).as("all rooms have one record" + details()).isTrue();
        var content = JournalReader.read(rooms.getFirst().record());
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
}
