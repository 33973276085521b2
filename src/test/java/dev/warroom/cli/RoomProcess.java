package dev.warroom.cli;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rooms without a screen, one for each incident, in a process of its own that can be killed. It is
 * told what to do line by line, and says line by line what counts, the incident first: what it says
 * was recorded must never be lost.
 *
 * <pre>
 * open INCIDENT STATE NAME SERVER SECONDS-AHEAD
 * note INCIDENT TEXT
 * start INCIDENT STEP RUN
 * anyway INCIDENT STEP RUN
 * finish INCIDENT RUN
 * leave INCIDENT
 * </pre>
 */
final class RoomProcess {

    private static final int MOST_WORDS = 6;

    private final String incident;
    private final Recorder recorder;

    private RoomProcess(String incident, Path state, String name, SharedRoom room, Duration ahead) {
        this.incident = incident;
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        recorder =
                new Recorder(
                        new Opening(state, false, true, clock),
                        new Person(name, name),
                        this::answer,
                        Optional.of(
                                (journal, answers, look) ->
                                        new Meeting(
                                                room,
                                                state,
                                                journal,
                                                clock,
                                                answers,
                                                look,
                                                new Person(name, name),
                                                () -> "",
                                                false)));
    }

    /** Until nobody tells it anything any more. */
    public static void main(String[] args) throws IOException {
        Map<String, RoomProcess> rooms = new HashMap<>();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", MOST_WORDS);
            switch (words[0]) {
                case "open" -> rooms.put(words[1], opened(words));
                case "leave" -> rooms.remove(words[1]).leave();
                default -> rooms.get(words[1]).act(words);
            }
        }
    }

    private static RoomProcess opened(String[] words) {
        SharedRoom room =
                new SharedRoom(List.of(words[4]), "ops", Optional.empty(), Optional.empty());
        Duration ahead = Duration.ofSeconds(Long.parseLong(words[5]));
        RoomProcess process = new RoomProcess(words[1], Path.of(words[2]), words[3], room, ahead);
        process.recorder.open(words[1]);
        return process;
    }

    private void leave() {
        recorder.close();
        say("left");
    }

    private void act(String[] words) {
        switch (words[0]) {
            case "note" -> recorder.record(new NoteAdded(words[2]));
            case "start" -> recorder.record(start(words[2], words[3]));
            case "anyway" -> recorder.startUnclaimed(start(words[2], words[3]));
            case "finish" -> recorder.record(finished(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static StepStarted start(String step, String run) {
        return new StepStarted(run, step, step, "true", "local");
    }

    private static StepFinished finished(String run) {
        return new StepFinished(
                run, Outcome.PASSED, OptionalInt.of(0), Duration.ofSeconds(1), 0, "");
    }

    private void answer(Signal signal) {
        switch (signal) {
            case Signal.JournalOpened opened -> say("opened");
            case Signal.Recorded(Fact fact) -> recorded(fact.event());
            case Signal.Confirmed(StepStarted start) -> recorded(start);
            case Signal.ClaimUnconfirmed(StepStarted start, String why) ->
                    say("asked " + start.step() + " " + start.run());
            case Signal.Refused(StepStarted start, String why) -> say("refused " + start.run());
            case Signal.Refused(StepFinished end, String why) -> say("refused " + end.run());
            case Signal.Said(var notice) -> say("said " + notice.text());
            case Signal.OpenFailed(String why) -> say("failed " + why);
            case Signal.RecordFailed(IncidentEvent event, String why) -> say("failed " + why);
            default -> {}
        }
    }

    private void recorded(IncidentEvent event) {
        switch (event) {
            case NoteAdded(String text) -> say("noted " + text);
            case StepStarted start -> say("begun " + start.step() + " " + start.run());
            case StepFinished end -> say("finished " + end.run());
            default -> throw new IllegalStateException("nothing else is recorded in " + incident);
        }
    }

    private void say(String words) {
        synchronized (System.out) {
            System.out.println(incident + " " + words);
            System.out.flush();
        }
    }
}
