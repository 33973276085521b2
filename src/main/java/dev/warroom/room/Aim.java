package dev.warroom.room;

import dev.warroom.policy.Target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a step is about to run.
 *
 * @param name of the target or the group
 * @param launches one a host, at least one, in the order in which they begin
 * @param atOnce how many run at a time
 * @param stopsAtFailure whether no other begins once one has failed
 */
public record Aim(String name, List<Launch> launches, int atOnce, boolean stopsAtFailure) {

    public Aim {
        launches = List.copyOf(launches);
    }

    /** One host. */
    static Aim at(Launch launch) {
        return new Aim(launch.target().name(), List.of(launch), 1, false);
    }

    public Launch first() {
        return launches.getFirst();
    }

    public boolean several() {
        return launches.size() > 1;
    }

    /** Whether any of them is what customers depend on. */
    public boolean production() {
        return launches.stream().map(Launch::target).anyMatch(Target::production);
    }

    /** Whether any of them wants a terminal of its own. */
    public boolean interactive() {
        return launches.stream().anyMatch(Launch::interactive);
    }

    /** The same, with each host's changed. */
    public Aim each(UnaryOperator<Launch> change) {
        return new Aim(name, launches.stream().map(change).toList(), atOnce, stopsAtFailure);
    }

    /**
     * All that is agreed to of where it runs: {@code app-1}, or {@code app (all at once, whatever
     * becomes of the others: app-1 app-2)}.
     */
    String place() {
        return several()
                ? name + " (" + manner() + ": " + String.join(" ", hosts()) + ")"
                : first().target().name();
    }

    /** How its hosts are taken: "one after the other, no other once one has failed". */
    String manner() {
        String pace =
                atOnce >= launches.size()
                        ? "all at once"
                        : atOnce == 1 ? "one after the other" : atOnce + " at a time";
        return pace
                + (stopsAtFailure
                        ? ", no other once one has failed"
                        : ", whatever becomes of the others");
    }

    /**
     * What else there is to know before it runs, a line each; what is not so on all its hosts is
     * said with their names.
     */
    public List<String> conditions() {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        for (Launch launch : launches) {
            for (String line : launch.conditions(!several())) {
                hosts.computeIfAbsent(line, _ -> new ArrayList<>()).add(launch.target().name());
            }
        }
        return hosts.entrySet().stream()
                .map(
                        it ->
                                it.getValue().size() == launches.size()
                                        ? it.getKey()
                                        : String.join(" ", it.getValue()) + ": " + it.getKey())
                .toList();
    }

    public List<String> hosts() {
        return launches.stream().map(it -> it.target().name()).toList();
    }

    /** The same, on these hosts only; on all where it has none of them. */
    Aim only(Collection<String> hosts) {
        Set<String> wanted = Set.copyOf(hosts);
        List<Launch> left =
                launches.stream().filter(it -> wanted.contains(it.target().name())).toList();
        return left.isEmpty() ? this : new Aim(name, left, atOnce, stopsAtFailure);
    }
}
