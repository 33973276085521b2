package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.keys.Bindings;
import dev.warroom.room.CommandLine;
import dev.warroom.room.Desk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneOffset;

class HelpPainterTest {

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 160, 200})
    void everyKeyAndCommandIsShownWholeAtEveryUsualWidth(int columns) {
        String help =
                ScreensTest.paint(
                                Desk.ready(columns, 120).keys().type("?"),
                                new Look(ZoneOffset.UTC, true))
                        .text();

        assertThat(Bindings.usual().all())
                .allSatisfy(it -> assertThat(help).contains(it.labels() + " ", it.words()));
        assertThat(CommandLine.COMMANDS)
                .allSatisfy(it -> assertThat(help).contains(":" + it.usage() + " ", it.words()));
    }
}
