package dev.warroom.cli;

import dev.warroom.runbook.Library;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in scripts, one file after the other, what a {@link Proposal} is made of. */
final class Proposing {

    private static final int MOST = 10;
    private static final Pattern LOG =
            Pattern.compile("(?<![\\w./*-])([\\w./*-]*\\w[\\w*-]*\\.log)\\b");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[\\w.:-]+[\\w/](?:[\\w./-]*\\w)?");
    private static final Pattern HOST =
            Pattern.compile("\\bssh\\s+(?:-[tTqA]+\\s+)*((?:[\\w.-]+@)?[a-zA-Z][\\w.-]*\\w)");

    private final Set<String> logs = new TreeSet<>();
    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> hosts = new TreeSet<>();

    /** Takes the scripts of one more file. */
    void take(Library library) {
        library.runbooks().stream()
                .flatMap(it -> it.steps().stream())
                .map(step -> step.script())
                .forEach(
                        script -> {
                            find(LOG, script, 1, logs);
                            find(ADDRESS, script, 0, addresses);
                            find(HOST, script, 1, hosts);
                        });
    }

    /** Of all that was taken, the first ten of each kind. */
    Proposal proposal() {
        return new Proposal(List.copyOf(logs), List.copyOf(addresses), List.copyOf(hosts));
    }

    private static void find(Pattern pattern, String script, int group, Set<String> found) {
        Matcher matcher = pattern.matcher(script);
        while (found.size() < MOST && matcher.find()) {
            found.add(matcher.group(group));
        }
    }
}
