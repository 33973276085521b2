package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.JournalException;
import dev.warroom.room.Signal;
import dev.warroom.share.Claim;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every start is answered, or its step could never be started again. */
class ClaimsTest {

    private static final StepStarted START =
            new StepStarted("INC-7-1.a", "s", "Roll back", "./r.sh", "local");

    private final ExecutorService order = Executors.newSingleThreadExecutor();
    private final List<Signal> answers = new ArrayList<>();
    private final List<Claim> brought = new ArrayList<>();

    @AfterEach
    void close() {
        order.close();
    }

    @Test
    void aStartIsNotRecordedWhereItsJournalCannotBeRead() throws Exception {
        Claims claims =
                new Claims(
                        order,
                        start -> {
                            throw new JournalException("Cannot read INC-7.jsonl: gone.");
                        },
                        answers::add);
        order.submit(() -> claims.bring(START, brought::add)).get();

        assertThat(brought.getFirst().turn()).isEqualTo(new Claim.Turn.Settled());
        assertThat(answers)
                .containsExactly(new Signal.RecordFailed(START, "Cannot read INC-7.jsonl: gone."));
        brought.getFirst().unconfirmed("late");
        assertThat(answers).hasSize(1);
    }
}
