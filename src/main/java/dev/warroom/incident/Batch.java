package dev.warroom.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One order to run a step: the runs that it has started, one a host. Most have one.
 *
 * @param id empty for a run by itself; else the first run's id and the number of hosts, as in
 *     {@code INC-1-5/12}
 * @param attempts those that were started, at least one, oldest first
 */
public record Batch(String id, List<Attempt> attempts) {

    /** Hosts that are named of each outcome where nothing else is said. */
    private static final int USUAL_NAMES = 5;

    public Batch {
        attempts = List.copyOf(attempts);
    }

    /** The id of an order for several hosts. */
    public static String id(String firstRun, int hosts) {
        return firstRun + "/" + hosts;
    }

    /** Whether this is the id of an order for several hosts, and not that of a run. */
    public static boolean is(String id) {
        return id.indexOf('/') >= 0;
    }

    /** The run that was started first, of a batch's id or a run's. */
    public static String firstRun(String id) {
        return is(id) ? id.substring(0, id.indexOf('/')) : id;
    }

    /** The orders of a step, oldest first. */
    public static List<Batch> of(List<Attempt> attempts) {
        Map<String, List<Attempt>> byOrder = new LinkedHashMap<>();
        for (Attempt it : attempts) {
            String order = it.batch().isEmpty() ? it.run() : it.batch();
            byOrder.computeIfAbsent(order, _ -> new ArrayList<>()).add(it);
        }
        return byOrder.entrySet().stream()
                .map(it -> new Batch(is(it.getKey()) ? it.getKey() : "", it.getValue()))
                .toList();
    }

    /** Whether it is for so many hosts that they are told together. */
    public boolean many() {
        return many(id);
    }

    static boolean many(String id) {
        return hosts(id) >= Retelling.FROM;
    }

    /** From the first beginning until the last end that is known. */
    public Duration took() {
        Instant from = attempts.getFirst().startedAt();
        return attempts.stream()
                .map(it -> it.startedAt().plus(it.took().orElse(Duration.ZERO)))
                .max(Comparator.naturalOrder())
                .map(it -> Duration.between(from, it))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** Whether it is for several hosts. */
    public boolean several() {
        return !id.isEmpty();
    }

    /** How many hosts it is for, begun or not; at least 1. */
    public int hosts() {
        return Math.max(attempts.size(), hosts(id));
    }

    /** How many hosts an order of this id is for; 1 where it is none for several. */
    static int hosts(String id) {
        try {
            return is(id) ? Integer.parseInt(id.substring(id.indexOf('/') + 1)) : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Hosts of which the runs ended so. */
    public List<String> hosts(Outcome outcome) {
        return attempts.stream()
                .filter(it -> it.outcome().equals(Optional.of(outcome)))
                .map(Attempt::target)
                .toList();
    }

    /** How many run now. */
    public int running() {
        return (int) attempts.stream().filter(Attempt::running).count();
    }

    /** The worst that is known of any host; what was not begun on all hosts was stopped. */
    StepState state() {
        if (running() > 0) {
            return StepState.RUNNING;
        }
        if (!hosts(Outcome.FAILED).isEmpty()) {
            return StepState.FAILED;
        }
        if (!hosts(Outcome.UNKNOWN).isEmpty()) {
            return StepState.UNKNOWN;
        }
        return hosts(Outcome.PASSED).size() < hosts() ? StepState.STOPPED : StepState.PASSED;
    }

    /** "98 of 100 hosts passed, 2 failed: app-7 app-9". */
    public String words() {
        return words(USUAL_NAMES);
    }

    /**
     * The same.
     *
     * @param names of hosts that are named of each outcome
     */
    public String words(int names) {
        Map<String, Optional<Outcome>> ended = new LinkedHashMap<>();
        attempts.forEach(it -> ended.put(it.target(), it.outcome()));
        return words(hosts(), ended, names);
    }

    /**
     * The same.
     *
     * @param hosts that it is for
     * @param begun those that have begun, and how they ended, if they have
     */
    static String words(int hosts, Map<String, Optional<Outcome>> begun) {
        return words(hosts, begun, USUAL_NAMES);
    }

    private static String words(int hosts, Map<String, Optional<Outcome>> begun, int names) {
        Map<Optional<Outcome>, List<String>> by = new HashMap<>();
        begun.forEach((host, how) -> by.computeIfAbsent(how, _ -> new ArrayList<>()).add(host));
        StringBuilder words = new StringBuilder();
        words.append(of(by, Outcome.PASSED).size()).append(" of ").append(hosts);
        words.append(" hosts passed");
        add(words, of(by, Outcome.FAILED), "failed", names);
        add(words, of(by, Outcome.UNKNOWN), "unknown", names);
        add(words, of(by, Outcome.STOPPED), "stopped", names);
        int running = by.getOrDefault(Optional.<Outcome>empty(), List.of()).size();
        if (running > 0) {
            words.append(", ").append(running).append(running == 1 ? " runs" : " run");
        }
        int rest = hosts - begun.size();
        if (rest > 0) {
            words.append(", ").append(rest).append(" not begun");
        }
        return words.toString();
    }

    private static List<String> of(Map<Optional<Outcome>, List<String>> by, Outcome outcome) {
        return by.getOrDefault(Optional.of(outcome), List.of());
    }

    private static void add(StringBuilder words, List<String> hosts, String how, int names) {
        if (!hosts.isEmpty()) {
            int shown = Math.min(hosts.size(), names);
            words.append(", ")
                    .append(hosts.size())
                    .append(' ')
                    .append(how)
                    .append(": ")
                    .append(String.join(" ", hosts.subList(0, shown)))
                    .append(shown < hosts.size() ? " …" : "");
        }
    }
}
