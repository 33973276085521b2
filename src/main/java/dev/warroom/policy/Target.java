package dev.warroom.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A machine that steps run on.
 *
 * @param name as people and runbooks know it
 * @param host as ssh knows it: a name, or a Host of ssh_config; empty for this machine
 * @param user who to be there; as ssh has it where it is empty
 * @param folder where steps run there; the home folder, here the workspace, where it is empty
 * @param environment variables that steps get
 * @param shell what runs steps of runbooks that name no shell; bash where it is empty
 * @param sudo the user to become by sudo: {@code root}; empty for nobody
 * @param tags such as {@link #PRODUCTION}
 */
public record Target(
        String name,
        String host,
        Optional<String> user,
        Optional<String> folder,
        Map<String, String> environment,
        Optional<String> shell,
        Optional<String> sudo,
        List<String> tags) {

    /** The tag of what customers depend on. */
    public static final String PRODUCTION = "production";

    /** The name of this machine. */
    public static final String LOCAL = "local";

    /** This machine, where {@code warroom.yaml} says nothing of it. */
    public static final Target HERE = of(LOCAL, "", Optional.empty());

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_:][A-Za-z0-9_.:%-]{0,254}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.\\\\+-]{0,63}");

    public Target {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        tags = List.copyOf(tags);
    }

    /** A host that no workspace says anything of: {@code app-1}, {@code deploy@app-1}. */
    public static Optional<Target> host(String written) {
        int at = written.lastIndexOf('@');
        Optional<String> user = at < 0 ? Optional.empty() : Optional.of(written.substring(0, at));
        String host = written.substring(at + 1);
        return isHost(host) && user.stream().allMatch(Target::isUser)
                ? Optional.of(of(written, host, user))
                : Optional.empty();
    }

    /** Whether this can be the name of a host, so that no program takes it for an option. */
    public static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /** Whether this can be the name of a user. */
    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    private static Target of(String name, String host, Optional<String> user) {
        return new Target(
                name,
                host,
                user,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same as another user, who is asked for as {@code written}. */
    Target as(String written, Optional<String> other) {
        return new Target(written, host, other, folder, environment, shell, sudo, tags);
    }

    /** The same with more tags. */
    Target tagged(List<String> more) {
        List<String> all = new ArrayList<>(tags);
        more.stream().filter(it -> !all.contains(it)).forEach(all::add);
        return new Target(name, host, user, folder, environment, shell, sudo, all);
    }

    public boolean local() {
        return host.isEmpty();
    }

    public boolean production() {
        return tags.contains(PRODUCTION);
    }

    /** What stands before a command there, so that it runs as {@link #sudo} says; may be empty. */
    public String as() {
        return sudo.map(it -> it.equals("root") ? "sudo -n" : "sudo -n -u " + it).orElse("");
    }

    /** How ssh is told the way there: {@code deploy@app-1}; empty for this machine. */
    public String address() {
        return user.filter(it -> !local()).map(it -> it + "@").orElse("") + host;
    }
}
