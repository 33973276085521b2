package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Severity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** The layout that suits what is going on. */
class LayoutChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "P1, P1: Critical incident, 160, war-room",
        "P2, Slow Performance, 219, war-room",
        "P1, P1: Critical incident, 220, wide",
        "P3, P3: Medium priority incident, 250, checklist-only",
        "P4, P4: Low priority incident, 80, checklist-only",
        ", Standard deployment, 160, deployment-watch",
        ", Roll back a release, 160, deployment-watch",
        "P1, Roll back a release, 160, war-room",
        ", Morning Checklist, 160, war-room",
        ", '', 160, war-room"
    })
    void severityAndRunbookChoose(String severity, String title, int columns, String layout) {
        assertThat(
                        LayoutChoice.of(
                                Optional.ofNullable(severity).flatMap(Severity::parse),
                                title == null ? "" : title,
                                columns))
                .isEqualTo(layout);
    }
}
