package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.policy.Policy;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Mode;
import dev.warroom.room.Notice;
import dev.warroom.room.Practice;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** What the last line says of the keys. */
class KeyLineTest {

    @ParameterizedTest
    @CsvSource({"ACTS, Enter show and run", "DRY_RUN, Enter make ready", "READ_ONLY, Enter show"})
    void enterOnAStepIsCalledWhatItDoesInThisRoom(Mode mode, String words) {
        Desk desk = Desk.inIncident().signal(new Signal.ModeGiven(mode));
        desk.select("Look at the disks");

        String keys = ScreensTest.text(desk).lines().toList().getLast();
        assertThat(keys).contains(words);
        assertThat(keys.contains("show and run")).isEqualTo(mode == Mode.ACTS);
    }

    @Test
    void enterOnThePreviewOfWhatNeedsAnApprovalIsCalledWhatItDoes() {
        Desk desk =
                Desk.walking(
                        80,
                        24,
                        """
                        # Sweep

                        ```bash {approval}
                        # 1. Roll back
                        ./rollback.sh
                        ```
                        """);
        desk.goTo("Roll back").press(Key.Kind.ENTER);

        assertThat(bottom(desk, 1)).isEqualTo(" Enter asks for approval   Esc goes back");

        desk.press(Key.Kind.ENTER);
        assertThat(bottom(desk, 2))
                .isEqualTo(
                        " Asked for the approval of a second person (:approve). Enter runs it"
                                + " then.");
    }

    @Test
    void thePreviewOnAGroupDoesNotPromiseATerminal() {
        List<String> members = List.of("web-1", "web-2");
        TargetGroup web = new TargetGroup("web", members, 2, false, List.of());
        Policy policy =
                Practice.with(
                        Practice.policy(),
                        new Targets(List.of(), List.of(web), 5),
                        StepRules.USUAL);
        Desk desk =
                Desk.walking(
                        80,
                        24,
                        policy,
                        "# Web\n\n1. Look\n\n   ```bash {target=web}\n   top\n   ```\n");
        desk.goTo("Look").press(Key.Kind.ENTER);

        assertThat(ScreensTest.text(desk))
                .contains("is for one host at a time")
                .doesNotContain("It gets a terminal");
        assertThat(bottom(desk, 1)).startsWith(" Only on one host   ");
    }

    @Test
    void whyNobodyCanBeAskedIsReadWholeAt80Columns() {
        String why =
                "nats://a.name.as.long.as.they.are.in.a.cloud:4222 does not answer, and of what was"
                        + " said there since 02:16 nothing is known on this machine";
        StepStarted start =
                new StepStarted("INC-1-4.a1", "", "Look at the disks", "df -h", "local");
        Desk desk = Scenes.incident(80, 24).signal(new Signal.ClaimUnconfirmed(start, why));

        assertThat(ScreensTest.text(desk).replaceAll("[\\s┃]+", " "))
                .contains("Nobody can be asked: " + why);
        assertThat(bottom(desk, 2))
                .isEqualTo(
                        " It may run elsewhere. Start \"Look at the disks\" all the same?  y yes  "
                                + " n no");
        assertThat(bottom(desk, 1))
                .isEqualTo(" y start it, and note that nobody could be asked   n leave it");
    }

    @Test
    void theKeysOfAProposalAreNeverCutAt80Columns() {
        Desk desk =
                Desk.walking(
                        80,
                        24,
                        """
                        # P1: Checkout is down

                        ## Look at the service and at everything it stands on (0-5 minutes)

                        1. Look at the disks
                           ```bash
                           df -h
                           ```

                        ## Find out why (5-15 minutes)

                        1. Read the errors
                           ```bash
                           tail errors.log
                           ```
                        """);
        desk.type("checkout is down").press(Key.Kind.ENTER);
        desk.type("a").pass(Duration.ofMinutes(6));

        assertThat(bottom(desk, 2))
                .isEqualTo(
                        " Look at the service and a… ran out 1 min ago: c go on to the next phase,"
                                + " C more");
        desk.type("C");
        assertThat(bottom(desk, 2)).endsWith(" UTC: what now? Esc goes back");
        assertThat(bottom(desk, 1)).isEqualTo(" u update   p next phase   U escalate   e extend");
    }

    @Test
    void whatIsTooLongForItsLineIsReadWholeInTheLinesAboveIt() {
        Desk desk = Desk.inIncident().signal(new Signal.Resized(80, 24));
        desk.signal(
                new Signal.Said(
                        Notice.bad(
                                "The ferry is late: its pier is closed for repairs, and the next"
                                        + " one leaves at noon. Take the bridge, or call the"
                                        + " harbour and ask for a boat of your own.")));

        assertThat(bottom(desk, 3))
                .isEqualTo(
                        " The ferry is late: its pier is closed for repairs, and the next one"
                                + " leaves at");
        assertThat(bottom(desk, 2))
                .isEqualTo(
                        " noon. Take the bridge, or call the harbour and ask for a boat of your"
                                + " own.");
        desk.press(Key.character('j'));
        assertThat(ScreensTest.text(desk)).doesNotContain("ferry", "noon");
    }

    @ParameterizedTest
    @CsvSource({"80, 24, 6", "40, 10, 2"})
    void whatIsFarTooLongLeavesMostOfTheScreen(int columns, int rows, int lines) {
        Desk desk = Desk.inIncident().signal(new Signal.Resized(columns, rows));
        desk.signal(new Signal.Said(Notice.bad("The ferry is late. ".repeat(40))));

        assertThat(ScreensTest.text(desk).lines().filter(it -> it.contains("ferry")))
                .hasSize(lines);
        assertThat(bottom(desk, 2)).endsWith("…");
    }

    @Test
    void whyAnAnswerIsRefusedIsReadWholeAboveTheLineThatIsAskedFor() {
        Desk desk = Desk.inIncident().signal(new Signal.Resized(80, 24));
        desk.type("U").press(Key.Kind.ENTER);

        assertThat(bottom(desk, 3)).isEqualTo(" Escalating needs a reason; Esc goes back.");
        assertThat(bottom(desk, 2)).startsWith(" Call level 2").endsWith(": why:");
    }

    @Test
    void whatIsToBeTypedIsReadWholeHoweverLongItIs() {
        Desk desk = Desk.inIncident().signal(new Signal.Resized(80, 24));
        desk.select("Look at the disks").type("s").type("no disks");
        desk.signal(new Signal.Resized(40, 12));

        assertThat(bottom(desk, 3)).isEqualTo(" Why skip \"Look at the disks\":");
        assertThat(bottom(desk, 2)).isEqualTo(" > no disks");
    }

    @Test
    void theKeysOfAFailedScriptAreNeverCutAt80Columns() {
        assertThat(CellWidth.of(KeyLine.RESUMED)).isLessThan(80);
    }

    private static String bottom(Desk desk, int fromTheEnd) {
        var lines = ScreensTest.text(desk).lines().toList();
        return lines.get(lines.size() - fromTheEnd).stripTrailing();
    }
}
