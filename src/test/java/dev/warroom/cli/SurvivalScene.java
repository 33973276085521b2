package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.journal.JournalContent;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.room.Room;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One step of one incident, brought to a phase of its life before something happens. Its script
 * counts how often it runs, waits to be let go on, prints, waits again, prints and fails.
 */
final class SurvivalScene implements AutoCloseable {

    /** Where the step is when it happens. */
    enum Phase {
        /** Its start is in the journal, and nothing was asked of its target. */
        BEFORE_START,
        /** It runs and has printed nothing. */
        JUST_STARTED,
        /** Half of its output is on the screen. */
        MID_OUTPUT,
        /** The same, and it ends while nobody can see it. */
        ENDED_UNREAD
    }

    static final int EXIT = 7;

    private static final int LINES = 400;

    private final Phase phase;
    private final Path folder;
    private final Path state;
    private final Library library;
    private final InstantSource clock;
    private Optional<HeadlessRoom> first = Optional.empty();
    private Optional<HeadlessRoom> second = Optional.empty();

    /**
     * @param folder the scene's own, for the step to work in
     * @param state where the room keeps what it knows
     * @param target where the step runs
     */
    SurvivalScene(Phase phase, Path folder, Path state, String target, InstantSource clock)
            throws IOException {
        this.phase = phase;
        this.folder = Files.createDirectories(folder);
        this.state = Files.createDirectories(state);
        this.clock = clock;
        this.library = RunbookReader.read("runbooks/survival.md", runbook(target));
    }

    private HeadlessRoom room(SshPlaces hosts) {
        return new HeadlessRoom(state, folder, library, hosts, clock);
    }

    private String runbook(String target) {
        return """
        # Shop

        ## P1: It is down

        1. Walk the aisles

           ```bash {target=%1$s}
           cd '%2$s'
           echo ran >>ran
           for each in $(seq 1500); do [ -e on ] && break; sleep 0.2; done
           seq -f 'line %%g of the first half' %3$d
           for each in $(seq 1500); do [ -e end ] && break; sleep 0.2; done
           seq -f 'line %%g of the second half' %3$d
           exit %4$d
           ```
        """
                .formatted(target, folder, LINES, EXIT);
    }

    Phase phase() {
        return phase;
    }

    HeadlessRoom room() {
        return first.orElseThrow();
    }

    /**
     * Brings the step to its phase, in a room of this process.
     *
     * @param hosts how it gets to other hosts
     */
    void reach(SshPlaces hosts) throws Exception {
        HeadlessRoom room = room(hosts);
        first = Optional.of(room);
        if (phase == Phase.BEFORE_START) {
            room.holdStarts();
        }
        room.declare();
        room.run();
        switch (phase) {
            case BEFORE_START -> room.awaitHeld();
            case JUST_STARTED -> awaitStart();
            case MID_OUTPUT, ENDED_UNREAD -> {
                awaitStart();
                goOn();
                room.await("the first half", it -> HeadlessRoom.output(it).contains(last("first")));
            }
        }
    }

    /** Waits until it runs. */
    void awaitStart() {
        awaitFile("ran");
    }

    private void awaitFile(String name) {
        Await.until(
                name,
                () -> Files.exists(folder.resolve(name)),
                () ->
                        "the room says: "
                                + first.map(it -> it.room().notice().text()).orElse("nothing"));
    }

    /** Lets the step print its first half. */
    void goOn() throws IOException {
        touch("on");
    }

    /** Lets the step print its second half and end. */
    void end() throws IOException {
        touch("on");
        touch("end");
    }

    private void touch(String name) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            Files.createFile(folder.resolve(name));
        }
    }

    /**
     * Waits until the step has ended, whoever knows of it.
     *
     * @param runs where runs are kept
     */
    void awaitGone(Path runs) {
        Await.until("the step's end", () -> exits(runs).anyMatch(it -> it.startsWith(EXIT + " ")));
    }

    private Stream<String> exits(Path runs) {
        try (Stream<Path> kept = Files.list(runs)) {
            return kept
                    .filter(it -> it.getFileName().toString().startsWith("INC-1-1"))
                    .filter(it -> supervises(it))
                    .map(it -> read(it.resolve("exit")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Several scenes may keep their runs in one folder. */
    private boolean supervises(Path run) {
        return read(run.resolve("script")).contains("'" + folder + "'");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Opens the incident in another room. */
    void reopen(SshPlaces hosts) throws InterruptedException {
        HeadlessRoom again = room(hosts);
        second = Optional.of(again);
        again.open("INC-1");
    }

    HeadlessRoom reopened() {
        return second.orElseThrow();
    }

    /** The room's end in good order; what runs goes on. */
    void leave() {
        first.ifPresent(HeadlessRoom::close);
    }

    /** How often it ran. */
    int ran() throws IOException {
        Path ran = folder.resolve("ran");
        return Files.exists(ran) ? Files.readAllLines(ran).size() : 0;
    }

    /** Waits for its end in {@code room}: all of it was seen, once. */
    void assertWhole(HeadlessRoom room) throws Exception {
        Room after = room.awaitEnd();
        Attempt attempt = HeadlessRoom.attempt(after).orElseThrow();
        assertThat(attempt.outcome()).as("%s", attempt).hasValue(Outcome.FAILED);
        assertThat(attempt.exit()).as("%s", attempt).hasValue(EXIT);
        // Another room may have written the end down before this one has read the output.
        Room read = room.await("the output", it -> HeadlessRoom.output(it).size() >= 2 * LINES);
        List<String> output = HeadlessRoom.output(read);
        assertThat(output.equals(lines()))
                .as(() -> "each line once: " + different(output))
                .isTrue();
        assertThat(ran()).as("times it ran").isEqualTo(1);
        assertOneRecord();
    }

    /** It never ran, and that is what is written down. */
    void assertNeverRan(HeadlessRoom room, String why) throws Exception {
        Attempt attempt = HeadlessRoom.attempt(room.awaitEnd()).orElseThrow();
        assertThat(attempt.outcome()).hasValue(Outcome.FAILED);
        assertThat(attempt.exit()).isEmpty();
        assertThat(attempt.detail()).contains(why);
        assertThat(ran()).as("times it ran").isZero();
        assertOneRecord();
    }

    void assertOneRecord() {
        JournalContent journal = JournalReader.read(Journals.file(state, "INC-1"));
        assertThat(journal.facts().stream().map(Fact::event))
                .filteredOn(it -> it instanceof StepStarted || it instanceof StepFinished)
                .hasSize(2);
    }

    static List<String> lines() {
        return Stream.concat(half("first"), half("second")).toList();
    }

    private static String different(List<String> output) {
        List<String> lines = lines();
        int same = 0;
        while (same < output.size()
                && same < lines.size()
                && output.get(same).equals(lines.get(same))) {
            same++;
        }
        return output.size()
                + " lines, from "
                + (same + 1)
                + " on: "
                + output.subList(same, Math.min(output.size(), same + 3));
    }

    private static Stream<String> half(String which) {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(it -> "line " + it + " of the " + which + " half");
    }

    private static String last(String which) {
        return "line " + LINES + " of the " + which + " half";
    }

    @Override
    public void close() throws IOException {
        end();
        leave();
        second.ifPresent(HeadlessRoom::close);
    }
}
