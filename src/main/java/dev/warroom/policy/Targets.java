package dev.warroom.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where steps can run.
 *
 * @param hosts in the order of the file
 */
public record Targets(List<Target> hosts) {

    /** This machine, and whatever ssh knows. */
    public static final Targets NONE = new Targets(List.of());

    public Targets {
        hosts = List.copyOf(hosts);
    }

    /** The target of a name, or else the host of this name; empty where it can be none. */
    public Optional<Target> named(String name) {
        return known(name)
                .or(() -> name.equals(Target.LOCAL) ? Optional.of(Target.HERE) : Target.host(name));
    }

    /** The target that the workspace names so. */
    public Optional<Target> known(String name) {
        return hosts.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** All names, this machine's first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(Target.LOCAL));
        hosts.stream().map(Target::name).filter(it -> !names.contains(it)).forEach(names::add);
        return names;
    }
}
