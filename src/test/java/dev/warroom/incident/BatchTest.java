package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void theIdSaysHowManyHostsThereAreAndWhichRunWasFirst() {
        String id = Batch.id("INC-1-5", 12);
        assertThat(Batch.is(id)).isTrue();
        assertThat(Batch.is("INC-1-5")).isFalse();
        assertThat(Batch.firstRun(id)).isEqualTo("INC-1-5");
        assertThat(Batch.firstRun("INC-1-5")).isEqualTo("INC-1-5");
    }
}
