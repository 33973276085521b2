package dev.warroom.execution;

import dev.warroom.text.Sanitiser;

/** What a target's own refusals mean, and what to do about them. */
final class Refusals {

    private Refusals() {}

    /**
     * @param refusal a word, and what it is about
     */
    static String words(String refusal) {
        String[] parts = refusal.split(" ", 2);
        String about = parts.length > 1 ? Sanitiser.line(parts[1].strip()) : "";
        return switch (parts[0]) {
            case "nohome" ->
                    "there is no home folder to keep runs in"
                            + (about.isEmpty() ? "" : ": " + about + " is not a folder");
            case "files" -> "its files cannot be made: " + about;
            case "norun" -> "there is no " + about;
            case "full" -> "its files cannot be written; " + free(about);
            case "noshell" ->
                    "there is no "
                            + about
                            + ": install it, or name another shell for the target or the runbook";
            case "nosession" ->
                    "nothing there can start it in a session of its own: install setsid"
                            + " (util-linux), perl, python3 or bash";
            case "stands" ->
                    "it goes on, as nobody here may end it ("
                            + about
                            + "): end it at its terminal, or as somebody who may";
            case "going" -> "it is still running: stop it first";
            default -> Sanitiser.line(refusal);
        };
    }

    /** From a line of {@code df -Pk}: device, size, used, available, capacity, place. */
    private static String free(String line) {
        String[] words = line.split("\\s+");
        return words.length >= 6
                ? words[3] + " KB are free on " + words[5] + ": make room there"
                : "the disk may be full";
    }
}
