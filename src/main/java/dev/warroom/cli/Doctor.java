package dev.warroom.cli;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.text.Sanitiser;
import dev.warroom.view.CellWidth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the war room finds on the machine and in the terminal where it is called.
 *
 * @param environment of the program
 * @param terminal whether it talks to one
 * @param state where journals are to be kept; need not be there yet; empty where nobody says and
 *     there is no home folder
 * @param widths asked where there is a terminal
 */
record Doctor(
        Map<String, String> environment, boolean terminal, Optional<Path> state, Widths widths) {

    /** Measures on the terminal. */
    interface Widths {

        /** How many cells each text takes; empty where the terminal does not tell. */
        Optional<Map<String, Integer>> measured(List<String> texts);
    }

    /** Marks of the room, and what comes in logs: two cells wide, an emoji, a combining mark. */
    private static final List<String> MEASURED =
            List.of("✓", "●", "▶", "│", "▆", "…", "漢", "🔥", "🚨", "e\u0301");

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** In tmux, a lone Esc waits so long for what could follow it; more is felt. */
    private static final int LONGEST_ESCAPE_MILLIS = 50;

    private static final long LEAST_FREE_MIB = 100;
    private static final int LONGEST = 60;

    /**
     * One thing that was looked at.
     *
     * @param what in one word
     * @param says how it is
     * @param advice what to do; empty where it is well
     */
    record Finding(String what, boolean well, String says, String advice) {

        static Finding well(String what, String says) {
            return new Finding(what, true, says, "");
        }

        static Finding wrong(String what, String says, String advice) {
            return new Finding(what, false, says, advice);
        }
    }

    /** Looks at everything, in the order in which it matters. */
    List<Finding> examine() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(terminalKind());
        findings.add(colours());
        findings.add(letters());
        if (terminal && found(findings, "letters").well()) {
            findings.add(width());
        }
        if (environment.containsKey("TMUX")) {
            findings.add(clipboard());
            findings.add(escape());
        }
        findings.add(tool("bash", "bash", "runs the steps", "--version"));
        findings.add(tool("setsid", "util-linux", "lets steps outlive the room", "--version"));
        findings.add(tool("tmux", "tmux", "keeps the room when you leave", "-V"));
        findings.add(tool("ssh", "openssh-client", "reaches other hosts", "-V"));
        findings.add(tool("curl", "curl", "asks services", "--version"));
        findings.add(
                state.map(Doctor::folder)
                        .orElseGet(
                                () ->
                                        Finding.wrong(
                                                "state",
                                                "there is no home folder to keep journals in",
                                                "Name a folder: --state DIR, or set HOME.")));
        findings.add(Finding.well("java", Runtime.version().toString()));
        return findings;
    }

    private static Finding found(List<Finding> findings, String what) {
        return findings.stream().filter(it -> it.what().equals(what)).findFirst().orElseThrow();
    }

    /** What the terminal does is compared with what the room counts on when it draws. */
    private Finding width() {
        Optional<Map<String, Integer>> measured = widths.measured(MEASURED);
        if (measured.isEmpty()) {
            return Finding.wrong(
                    "width",
                    "the terminal does not say where its cursor is",
                    "Look for yourself: the bars of 漢🔥│ and ....│ stand one below the other, or"
                            + " set LANG to C for plain ASCII.");
        }
        List<String> others =
                measured.get().entrySet().stream()
                        .filter(it -> it.getValue() != CellWidth.of(it.getKey()))
                        .map(
                                it ->
                                        "%s takes %d of %d cells"
                                                .formatted(
                                                        it.getKey(),
                                                        it.getValue(),
                                                        CellWidth.of(it.getKey())))
                        .toList();
        return others.isEmpty()
                ? Finding.well(
                        "width", "measured: " + String.join(" ", MEASURED) + " as they should")
                : Finding.wrong(
                        "width",
                        String.join(", ", others),
                        "Lines with such characters are torn: use a newer terminal (or tmux), or"
                                + " set LANG to C for plain ASCII.");
    }

    private Finding terminalKind() {
        String kind = environment.getOrDefault("TERM", "");
        if (!terminal) {
            return Finding.wrong(
                    "terminal",
                    "none: input or output is a pipe or a file",
                    "Call it in a terminal; over ssh with -t. Without one there are warroom walk"
                            + " and run.");
        }
        return kind.isEmpty() || kind.equals("dumb")
                ? Finding.wrong(
                        "terminal",
                        "TERM is \"" + kind + "\"",
                        "Set TERM to what your terminal is, such as xterm-256color.")
                : Finding.well("terminal", kind);
    }

    private Finding colours() {
        String kind = environment.getOrDefault("TERM", "");
        String many = environment.getOrDefault("COLORTERM", "");
        if (environment.containsKey("NO_COLOR")) {
            return Finding.well("colours", "none, as NO_COLOR asks");
        }
        if (many.equals("truecolor") || many.equals("24bit")) {
            return Finding.well("colours", "16 million");
        }
        return kind.contains("256color") || kind.contains("direct")
                ? Finding.well("colours", "256")
                : Finding.wrong(
                        "colours",
                        "16 at most",
                        "If the terminal has more, let TERM say so: xterm-256color, in tmux"
                                + " tmux-256color.");
    }

    private Finding letters() {
        String locale = "";
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            locale = locale.isEmpty() ? environment.getOrDefault(name, "") : locale;
        }
        String kind = locale.toUpperCase(Locale.ROOT);
        return kind.endsWith("UTF-8") || kind.endsWith("UTF8")
                ? Finding.well("letters", locale)
                : Finding.wrong(
                        "letters",
                        "the locale \"" + locale + "\" is not UTF-8: borders and marks are ASCII",
                        "Set LANG to a UTF-8 locale, such as C.UTF-8.");
    }

    private Finding clipboard() throws InterruptedException {
        String set = asked("tmux", "show-options", "-gv", "set-clipboard").orElse("unknown");
        return set.equals("on") || set.equals("external")
                ? Finding.well("clipboard", "tmux set-clipboard is " + set)
                : Finding.wrong(
                        "clipboard",
                        "tmux set-clipboard is " + set,
                        "Let what is copied reach your own machine: tmux set -g set-clipboard on");
    }

    private Finding escape() throws InterruptedException {
        String set = asked("tmux", "show-options", "-gv", "escape-time").orElse("");
        boolean soon = set.matches("\\d{1,6}") && Integer.parseInt(set) <= LONGEST_ESCAPE_MILLIS;
        return soon
                ? Finding.well("escape", "tmux escape-time is " + set + " ms")
                : Finding.wrong(
                        "escape",
                        "tmux escape-time is " + (set.isEmpty() ? "unknown" : set + " ms"),
                        "Let Esc act at once: tmux set -sg escape-time 10");
    }

    private Finding tool(String program, String packaged, String why, String version)
            throws InterruptedException {
        return asked(program, version)
                .map(says -> Finding.well(program, says))
                .orElseGet(
                        () ->
                                Finding.wrong(
                                        program,
                                        "is not there; it " + why,
                                        "Install it, for instance: apt-get install " + packaged));
    }

    /**
     * The first line of what a program says; empty where it is missing, fails or takes too long.
     */
    private Optional<String> asked(String... command) throws InterruptedException {
        try {
            ChildResult result = Child.run(ChildCommand.of(Path.of("/"), LIMIT, command));
            if (!result.succeeded()) {
                return Optional.empty();
            }
            // ssh tells its version where errors go.
            return (result.output() + result.errors())
                    .lines()
                    .findFirst()
                    .map(Sanitiser::line)
                    .map(String::strip)
                    .map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) + "…" : it);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Finding folder(Path state) {
        Path there = state.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
            return Finding.wrong(
                    "state",
                    state + " cannot be written to: " + there + " stands in the way",
                    "Change its permissions, or name another folder: --state DIR");
        }
        // Asked of the file, since below a changed root no file store may be known.
        long free = there.toFile().getUsableSpace() / (1024 * 1024);
        return free >= LEAST_FREE_MIB
                ? Finding.well("state", state + ", " + free + " MiB free")
                : Finding.wrong(
                        "state",
                        state + " has " + free + " MiB left",
                        "Make room: every fact of an incident is written there first.");
    }
}
