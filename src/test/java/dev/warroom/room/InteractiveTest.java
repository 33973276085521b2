package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.OptionalInt;

/** Steps that get a terminal of their own. */
class InteractiveTest {

    private final Desk desk = Desk.inIncident().select("Look at the database").clear();

    @Test
    void iShowsItFirstAndEnterRunsItThere() {
        desk.type("i");
        assertThat(desk.room().question())
                .get()
                .isInstanceOfSatisfying(
                        Question.Preview.class,
                        it -> assertThat(it.launch().interactive()).isTrue());
        assertThat(desk.asked()).isEmpty();

        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked())
                .anyMatch(
                        it -> it instanceof Effect.StartRun start && start.launch().interactive());
        assertThat(desk.recorded())
                .extracting(it -> (Object) it.event().getClass())
                .endsWith(StepStarted.class, StepNoted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sudo: a terminal is required to read the password; either use -S",
                "sudo: a password is required",
                "the input device is not a TTY",
                "stdin: is not a tty",
                "Error opening terminal: unknown.",
                "top: failed tty get",
                "Do you want to continue? [Y/n] Abort.",
                "Is this ok [y/N]: Operation aborted.",
                "Enter file in which to save the key (/root/.ssh/id_ed25519): ",
                "New password: Password change has been aborted.",
                "Cannot perform an interactive login from a non TTY device",
                "psql: error: connection to server failed: fe_sendauth: no password supplied",
                "TERM environment variable not set."
            })
    void whatWantedATerminalAndHadNoneSaysSoAndOffersIt(String said) {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(1, said);

        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "Look at the database wanted a terminal and had none: i runs it in one.");
    }

    @ParameterizedTest
    @CsvSource({
        "read -rsp Password: word, true",
        "read answer, true",
        "read -r first </etc/shadow, false",
        "readlink nothing, false"
    })
    void aScriptThatEndsWhereItAsksWantedOneToo(String command, boolean wanted) {
        Desk script =
                Desk.walking(
                                120,
                                30,
                                """
                                # Shop

                                ```bash
                                # 1. Ask
                                %s
                                ```
                                """
                                        .formatted(command))
                        .goTo("Ask")
                        .press(Key.Kind.ENTER)
                        .press(Key.Kind.ENTER)
                        .signal(
                                new Signal.RunEnded(
                                        "RUN-1-1",
                                        Outcome.FAILED,
                                        OptionalInt.of(1),
                                        OptionalInt.of(1),
                                        Duration.ofSeconds(1),
                                        0,
                                        ""));

        assertThat(script.room().notice().text().contains("i runs it in one")).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "ssh quay1, true",
        "ssh quay1 uptime, false",
        "psql -d tides, true",
        "psql -d tides -c 'select 1', false",
        "top, true"
    })
    void whatTalksToAPersonGetsOneWithoutBeingAskedFor(String command, boolean terminal) {
        Desk script =
                Desk.walking(120, 30, "# Shop\n\n```bash\n# 1. Look\n" + command + "\n```\n")
                        .goTo("Look")
                        .press(Key.Kind.ENTER);

        assertThat(script.room().question())
                .get()
                .isInstanceOfSatisfying(
                        Question.Preview.class,
                        it -> assertThat(it.launch().interactive()).isEqualTo(terminal));
    }

    @Test
    void anyOtherFailureSaysWhatItIs() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(1, "no such table");

        assertThat(desk.room().notice().text()).isEqualTo("Look at the database: failed, exit 1");
    }
}
