package dev.warroom.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where steps can run.
 *
 * @param hosts in the order of the file
 * @param groups in the order of the file
 * @param blastRadius a step on more hosts than this needs their number typed; at least 1
 */
public record Targets(List<Target> hosts, List<TargetGroup> groups, int blastRadius) {

    public static final int USUAL_BLAST_RADIUS = 5;

    /** This machine, and whatever ssh knows. */
    public static final Targets NONE = new Targets(List.of(), List.of(), USUAL_BLAST_RADIUS);

    public Targets {
        hosts = List.copyOf(hosts);
        groups = List.copyOf(groups);
    }

    /**
     * The target of a name, or else the host of this name; empty where it can be none. What the
     * file says of a machine holds by whatever name it is reached: as {@code ben@app-1}, by its
     * address, and alone where its group is tagged.
     */
    public Optional<Target> named(String name) {
        return known(name)
                .or(
                        () ->
                                name.equals(Target.LOCAL)
                                        ? Optional.of(Target.HERE)
                                        : Target.host(name).map(this::asKnown))
                .map(this::taggedAsItsGroups);
    }

    private Target asKnown(Target host) {
        Optional<Target> another =
                host.user()
                        .flatMap(it -> known(host.host()))
                        .filter(it -> !it.local())
                        .map(it -> it.as(host.name(), host.user()));
        return another.orElseGet(
                () -> {
                    Target same = host;
                    for (Target each : hosts) {
                        same = each.host().equals(host.host()) ? same.tagged(each.tags()) : same;
                    }
                    return same;
                });
    }

    private Target taggedAsItsGroups(Target target) {
        Target all = target;
        for (TargetGroup group : groups) {
            boolean member =
                    group.members().stream()
                            .anyMatch(
                                    it ->
                                            it.equals(target.name())
                                                    || !target.local()
                                                            && host(it).equals(target.host()));
            all = member ? all.tagged(group.tags()) : all;
        }
        return all;
    }

    /** The host of a member of a group. */
    private String host(String member) {
        return known(member).or(() -> Target.host(member)).map(Target::host).orElse("");
    }

    /** The group of a name. */
    public Optional<TargetGroup> group(String name) {
        return groups.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The names of a group's members; {@code name} alone where it is no group. */
    public List<String> membersOf(String name) {
        return group(name).map(TargetGroup::members).orElse(List.of(name));
    }

    /** The targets of a group, each with the group's tags. */
    public List<Target> members(TargetGroup group) {
        return group.members().stream()
                .flatMap(it -> named(it).stream())
                .map(it -> it.tagged(group.tags()))
                .toList();
    }

    /** The target that the workspace names so. */
    public Optional<Target> known(String name) {
        return hosts.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** All names, this machine's first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(Target.LOCAL));
        hosts.stream().map(Target::name).filter(it -> !names.contains(it)).forEach(names::add);
        groups.forEach(it -> names.add(it.name()));
        return names;
    }
}
