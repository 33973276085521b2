package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.OutputReaders;
import dev.warroom.policy.Policy;
import dev.warroom.policy.SharedRoom;
import dev.warroom.text.Masking;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a room gives of the outputs of its runs to those on other machines. */
class LendingTest {

    private static final String RUN = "INC-1-1.a1";
    private static final String TITLE = "Look at the disks";

    private final Desk desk = lending(OutputReaders.MEMBERS);

    private static Desk lending(OutputReaders readers) {
        Policy usual = Practice.policy();
        SharedRoom shared =
                new SharedRoom(
                        List.of("nats://room:4222"),
                        "ops",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        readers);
        Policy policy =
                new Policy(
                        usual.service(),
                        usual.logs(),
                        usual.probes(),
                        usual.responses(),
                        usual.rules(),
                        usual.targets(),
                        usual.secrets(),
                        usual.steps(),
                        Optional.of(shared));
        Desk desk = Desk.inIncident(policy).slow();
        return desk.signal(new Signal.SharedAs(Together.as("a1")));
    }

    private static void starts(Desk desk) {
        fact(desk, new StepStarted(RUN, Practice.step(TITLE).id(), TITLE, "df -h", "local"));
        desk.clear();
    }

    /** A room that is opened after these runs have ended. */
    private static void had(Desk desk, String... runs) {
        List<Fact> facts = new ArrayList<>(desk.incident().facts());
        for (String run : runs) {
            String step = "step of " + run;
            StepStarted start = new StepStarted(run, step, TITLE, "df -h", "local");
            StepFinished end =
                    new StepFinished(
                            run, Outcome.PASSED, OptionalInt.of(0), Duration.ofSeconds(1), 9, "");
            for (IncidentEvent event : List.of(start, end)) {
                facts.add(new Fact(facts.size() + 1L, Desk.START, "ana", "app-1", event));
            }
        }
        desk.signal(new Signal.JournalOpened(Incident.replay(desk.incident().id(), facts)));
    }

    private static void fact(Desk desk, IncidentEvent event) {
        long number = desk.incident().facts().size() + 1L;
        desk.signal(new Signal.Learned(new Fact(number, Desk.START, "ana", "app-1", event)));
    }

    private static Effect asks(Desk desk, boolean member, long before) {
        desk.clear().signal(new Signal.OutputWanted(new Wanted("id", member, RUN, before)));
        List<Effect> asked = desk.asked();
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }

    private static Effect.TellOutput told(Effect effect) {
        return (Effect.TellOutput) effect;
    }

    @Test
    void aMemberHasWhatIsShownHereAndOthersDoNot() {
        starts(desk);
        desk.signal(new Signal.OutputArrived(RUN, List.of("token=abc123def", "well"), 2));

        assertThat(asks(desk, true, 0))
                .isEqualTo(
                        new Effect.TellOutput("id", List.of("token=*****", "well"), 0, 0, 2, ""));
        assertThat(told(asks(desk, false, 0)).refusal()).contains("output: members");
        assertThat(told(asks(desk, false, 0)).lines()).isEmpty();
    }

    @Test
    void thePolicyMayGiveItToAllOrToNobody() {
        Desk all = lending(OutputReaders.ALL);
        starts(all);
        all.signal(new Signal.OutputArrived(RUN, List.of("well"), 0));
        assertThat(told(asks(all, false, 0)).lines()).containsExactly("well");

        Desk none = lending(OutputReaders.NONE);
        starts(none);
        none.signal(new Signal.OutputArrived(RUN, List.of("well"), 0));
        assertThat(told(asks(none, true, 0)).refusal()).contains("output: none");
    }

    @Test
    void whatDoesNotGoIntoOneMessageIsAskedForFromItsEndBackwards() {
        starts(desk);
        List<String> lines =
                IntStream.range(0, 2_500).mapToObj(it -> "%0100d".formatted(it)).toList();
        desk.signal(new Signal.OutputArrived(RUN, lines, 0));
        long before = 0;
        int from = lines.size();
        do {
            Effect.TellOutput piece = told(asks(desk, true, before));
            assertThat(piece.least()).isEqualTo(500);
            assertThat(piece.lines()).isEqualTo(lines.subList((int) piece.first(), from));
            assertThat(String.join("\n", piece.lines()).length())
                    .isLessThanOrEqualTo(Lending.MOST_BYTES);
            from = (int) piece.first();
            before = piece.first();
        } while (before > 500);
        assertThat(told(asks(desk, true, 500)).lines()).isEmpty();
    }

    @Test
    void whatIsNotInMemoryIsReadFromItsFileFirst() {
        had(desk, RUN);
        assertThat(asks(desk, true, 0)).isInstanceOf(Effect.ReadOutput.class);
        desk.signal(new Signal.OutputWanted(new Wanted("2", true, RUN, 0)));
        assertThat(desk.asked()).isEmpty();
        desk.signal(new Signal.OutputArrived(RUN, List.of("read"), 0));

        assertThat(desk.asked())
                .extracting(it -> told(it).id() + told(it).lines())
                .containsExactly("id[read]", "2[read]");
        assertThat(desk.room().together().wanted()).isEmpty();
    }

    @Test
    void nobodyFillsTheRoomWithQuestions() {
        String[] runs =
                IntStream.rangeClosed(1, Lending.MOST_WAITING + 1)
                        .mapToObj(it -> "INC-1-" + it + ".a1")
                        .toArray(String[]::new);
        had(desk, runs);
        for (String run : runs) {
            desk.clear().signal(new Signal.OutputWanted(new Wanted("id", true, run, 0)));
        }
        assertThat(told(desk.asked().getFirst()).refusal()).contains("too much");
    }

    @Test
    void aSecretThatNobodyKnowsAnyMoreIsNotGivenAway() {
        fact(desk, new ValueSet("db-password", Masking.MASK));
        starts(desk);
        assertThat(told(asks(desk, true, 0)).refusal()).contains("a secret that was typed");
    }

    @Test
    void whatThisRoomHasNotBegunItDoesNotKnow() {
        assertThat(told(asks(desk, true, 0)).refusal()).isEqualTo("it does not know this run");
    }
}
