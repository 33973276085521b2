package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.nio.file.Path;
import java.util.Map;

class StateOptionTest {

    private static final Path USUAL =
            Path.of(System.getProperty("user.home"), ".local", "state", "warroom");

    private static StateOption given(String... arguments) {
        return CommandLine.populateCommand(new StateOption(), arguments);
    }

    @Test
    void theOptionGoesBeforeTheEnvironment() {
        assertThat(given("--state", "/var/x/../y").folder(Map.of("XDG_STATE_HOME", "/s")))
                .isEqualTo(Path.of("/var/y"));
    }

    @Test
    void aRelativeOptionIsTakenFromTheCurrentFolder() {
        assertThat(given("--state", "here").folder(Map.of()))
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void theEnvironmentNamesTheFolderOfAllPrograms() {
        assertThat(given().folder(Map.of("XDG_STATE_HOME", "/s"))).isEqualTo(Path.of("/s/warroom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative", "./x", "~/state"})
    void whatIsNotAnAbsolutePathInTheEnvironmentIsIgnored(String home) {
        assertThat(given().folder(Map.of("XDG_STATE_HOME", home))).isEqualTo(USUAL);
    }

    @Test
    void withoutBothItIsInTheHomeFolder() {
        assertThat(given().folder(Map.of("HOME", "/home/ana")))
                .isEqualTo(Path.of("/home/ana/.local/state/warroom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative"})
    void whereNobodySaysWhichThatIsItIsTheUsersOwn(String home) {
        assertThat(given().folder(Map.of("HOME", home))).isEqualTo(USUAL);
        assertThat(given().folder(Map.of())).isEqualTo(USUAL);
    }
}
