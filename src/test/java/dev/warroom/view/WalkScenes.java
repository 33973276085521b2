package dev.warroom.view;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import java.time.Duration;
import java.util.List;

/** Checklists in the middle of their walk. */
final class WalkScenes {

    private static final String DEPLOY =
            """
            ---
            placeholders: {previous-version: {suggest: "ls -1 .versions | tail -5"}}
            ---
            # P2: Deployment stuck

            A release does not go through. Nothing is lost yet.

            **Look (0-10 minutes):**

            ```bash
            # 1. Look at the disks
            df -h

            # 2. Count the errors
            ./errors.sh --last 5m

            # 3. Ask the release captain
            ```

            **Expected Results:**

            - ✅ Disk usage < 80%
            - ✅ Error rate < 0.1%
            - ✅ The release captain agrees

            **Way out (10-40 minutes):**

            The captain decides which.

            **Option 1: Go on**

            The release is fine, only the pipeline is not.

            ```bash
            ./deploy.sh resume
            ```

            **Option 2: Roll back**

            ```bash
            # Tables stay as they are
            ./rollback.sh <previous-version> --force
            ./health-check.sh
            ```

            **Option 3: Wait**

            - Say until when in the channel

            **Afterwards:**

            1. Write to the customers, as in [Status page](status.md)
            """;

    private static final String STATUS =
            """
            # Status page

            1. Log in
            2. Write what is known
            """;

    private WalkScenes() {}

    /** At the end of one of several runbooks below one title. */
    static Desk readOn(int columns, int rows) {
        Desk desk =
                Desk.walking(
                        columns,
                        rows,
                        """
                        # The tide gauge

                        ## 1. Take it out

                        1. Close the valve: `./valve.sh --close`
                        2. Lift the gauge

                        ## 2. Put the other in

                        1. `./gauge.sh --calibrate`

                        ## When nothing helps

                        1. Call the harbour master
                        """);
        return desk.type("jj");
    }

    static Desk open(int columns, int rows) {
        return Desk.bare(columns, rows)
                .signal(new Signal.LayoutsRead(dev.warroom.room.Practice.layouts()))
                .signal(Signal.LibraryRead.of(library(DEPLOY)))
                .press(Key.Kind.ENTER)
                .type("1.8.0 hangs")
                .press(Key.Kind.ENTER);
    }

    private static Library library(String deploy) {
        return Library.join(
                List.of(
                        RunbookReader.read("runbooks/deploy.md", deploy),
                        RunbookReader.read("runbooks/status.md", STATUS)));
    }

    /** Steps that ran, one of them twice; what was read of them; a note. */
    static Desk walked(int columns, int rows) {
        Desk desk = open(columns, rows);
        enter(desk.goTo("Look at the disks"))
                .prints(
                        0,
                        "Filesystem  Size  Used Avail Use% Mounted on",
                        "/dev/sda1   100G   61G   39G  61% /");
        enter(desk.press(Key.Kind.ESCAPE).pass(Duration.ofMinutes(2)).goTo("Count the errors"))
                .prints(1, "cannot reach the log store");
        enter(desk.press(Key.Kind.ESCAPE).pass(Duration.ofMinutes(1)).goTo("Count the errors"))
                .prints(0, "error rate: 4.2 %");
        desk.press(Key.Kind.ESCAPE).goTo("Count the errors");
        return desk.type("Tthe first run was behind the VPN").press(Key.Kind.ENTER);
    }

    private static Desk enter(Desk desk) {
        return desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).pass(Duration.ofSeconds(4));
    }

    /** Before one of three ways is picked. */
    static Desk choosing(int columns, int rows) {
        return walked(columns, rows).pass(Duration.ofMinutes(9)).goTo("Tables stay");
    }

    /** After one was picked, and another one after it. */
    static Desk chosen(int columns, int rows) {
        Desk desk = choosing(columns, rows).goTo("Go on").press(Key.Kind.ENTER);
        desk.type("only the pipeline is stuck").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER).prints(1, "resume: no such release");
        desk.press(Key.Kind.ESCAPE).goTo("Tables stay").press(Key.Kind.ENTER);
        return desk.type("it cannot be resumed").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
    }

    /** A value is asked for, and some are offered. */
    static Desk filling(int columns, int rows) {
        Desk desk = choosing(columns, rows).press(Key.Kind.ENTER);
        desk.type("it cannot be resumed").press(Key.Kind.ENTER);
        return desk.press(Key.Kind.DOWN);
    }

    /** Over there, behind a link. */
    static Desk followed(int columns, int rows) {
        return walked(columns, rows).goTo("→ Status page").press(Key.Kind.ENTER);
    }

    /** Somebody has changed the file. */
    static Desk changed(int columns, int rows) {
        String edited =
                DEPLOY.replace("./errors.sh --last 5m", "./errors.sh --last 15m")
                        .replace("# 3. Ask", "# 3. Look at the queue\nqueue length\n\n# 4. Ask");
        return walked(columns, rows)
                .signal(Signal.LibraryRead.of(library(edited)))
                .press(Key.character('D'));
    }

    /** Does what is expected hold? */
    static Desk holds(int columns, int rows) {
        return walked(columns, rows).goTo("The release captain").press(Key.Kind.ENTER);
    }
}
