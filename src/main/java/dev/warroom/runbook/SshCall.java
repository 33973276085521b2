package dev.warroom.runbook;

import java.util.List;

/** One call of {@code ssh} or {@code autossh}, as far as it tells whether that ends. */
final class SshCall {

    private static final String TUNNELS = "NLRD";

    private static final String SILENT = "NTWOGQVs";

    /** Letters with an argument, in the same word or the next. */
    private static final String VALUED = "BbcDEeFIiJLlmOoPpQRSWw";

    private final String valued;

    /** Whether it is there for its connection. */
    private boolean tunnels;

    /** Whether nothing is started on the host, or it is not talked to. */
    private boolean silent;

    /** Whether a host is named at all. */
    private final boolean reaches;

    /** Whether it goes into the background. */
    private boolean leaves;

    /** What it starts on the host; empty for a shell, or nothing. */
    private final String command;

    /**
     * @param program {@code ssh} or {@code autossh}
     * @param words behind it, without quotes
     */
    SshCall(String program, List<String> words) {
        valued = program.equals("autossh") ? VALUED + "M" : VALUED;
        int host = options(words, 0);
        reaches = host < words.size();
        // Options may stand behind the host, too.
        int rest = options(words, Math.min(host + 1, words.size()));
        command = String.join(" ", words.subList(rest, words.size()));
    }

    /** Where the options that begin at {@code from} end. */
    private int options(List<String> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += option(words.get(at)) ? 2 : 1;
        }
        return Math.min(at, words.size());
    }

    /** Takes in one word of options, and tells whether the next word is the value of the last. */
    private boolean option(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            tunnels |= TUNNELS.indexOf(letter) >= 0;
            silent |= SILENT.indexOf(letter) >= 0;
            leaves |= letter == 'f';
            if (valued.indexOf(letter) >= 0) {
                return i + 1 == word.length();
            }
        }
        return false;
    }

    /** Whether it goes on until it is stopped. */
    boolean goesOn() {
        return !leaves && (command.isEmpty() ? tunnels : Streams.hasOne(command));
    }

    /** Whether a person gets a shell on the host. */
    boolean opensShell() {
        return reaches && command.isEmpty() && !silent && !leaves;
    }
}
