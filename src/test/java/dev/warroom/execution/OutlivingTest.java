package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.stream.IntStream;

class OutlivingTest {

    private final Outliving outliving = new Outliving(Outliving.USUAL_QUIET);

    @Test
    void oneLooksForAllThatHaveEndedMeanwhile() throws Exception {
        Place here = Place.local(Path.of("/state"));

        assertThat(IntStream.rangeClosed(1, 3).filter(it -> outliving.ended(here, "INC-1-" + it)))
                .containsExactly(1);
        assertThat(outliving.whenQuiet(here)).containsExactly("INC-1-1", "INC-1-2", "INC-1-3");
        assertThat(outliving.ended(here, "INC-1-4")).isTrue();
    }
}
