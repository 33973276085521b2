package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class EventTextTest {

    /** What a person types or a program prints is named so, in whatever event. */
    private static final Set<String> TEXTS =
            Set.of(
                    "script",
                    "reason",
                    "text",
                    "detail",
                    "evidence",
                    "value",
                    "rootCause",
                    "resolution",
                    "how",
                    "answer");

    static Stream<IncidentEvent> events() {
        return Stream.of(EveryEvent.events(), EveryCommandEvent.events(), EveryStepEvent.events())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyTextIsChangedAndNothingElse(IncidentEvent event) throws ReflectiveOperationException {
        IncidentEvent changed = EventText.changed(event, it -> "#" + it);

        assertThat(changed).hasSameClassAs(event);
        for (RecordComponent part : event.getClass().getRecordComponents()) {
            Object before = part.getAccessor().invoke(event);
            Object after = part.getAccessor().invoke(changed);
            boolean text =
                    TEXTS.contains(part.getName())
                            || event instanceof IncidentEvent.Declared
                                    && part.getName().equals("title");
            assertThat(after).as(part.getName()).isEqualTo(text ? "#" + before : before);
        }
    }
}
