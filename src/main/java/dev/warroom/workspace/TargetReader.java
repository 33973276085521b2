package dev.warroom.workspace;

import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The {@code targets} of a workspace. */
final class TargetReader {

    static final int MOST = 2_000;

    private static final int MOST_TAGS = 20;
    private static final int MOST_VARIABLES = 200;
    private static final List<String> KEYS =
            List.of("name", "host", "user", "cwd", "env", "shell", "sudo", "tags");
    private static final List<String> GROUP_KEYS =
            List.of("name", "hosts", "at-once", "on-failure", "tags");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String EXAMPLE = "[{name: app-1, host: app-1.internal}]";

    private final Findings findings;
    private final Set<String> names = new TreeSet<>();

    TargetReader(Findings findings) {
        this.findings = findings;
    }

    Targets read(Fields root) {
        List<Target> targets = new ArrayList<>();
        List<TargetGroup> groups = new ArrayList<>();
        for (YamlNode node : root.list("targets", MOST, EXAMPLE)) {
            boolean group =
                    node instanceof YamlNode.Mapping mapping
                            && mapping.entries().stream().anyMatch(it -> it.key().equals("hosts"));
            Fields fields =
                    group
                            ? Fields.of(node, "a group of targets", GROUP_KEYS, findings)
                            : Fields.of(node, "a target", KEYS, findings);
            if (group) {
                group(fields).ifPresent(groups::add);
            } else if (node instanceof YamlNode.Mapping) {
                target(fields).ifPresent(targets::add);
            }
        }
        return new Targets(
                targets,
                groups,
                root.number("blast-radius", 1, MOST, Targets.USUAL_BLAST_RADIUS)
                        .orElse(Targets.USUAL_BLAST_RADIUS));
    }

    private Optional<TargetGroup> group(Fields fields) {
        Optional<String> name = name(fields);
        List<String> members = new ArrayList<>();
        for (YamlNode.Scalar host : fields.texts("hosts", MOST, "[app-1, app-2]")) {
            if (!host.text().equals(Target.LOCAL) && Target.host(host.text()).isEmpty()) {
                findings.error(
                        host.at(),
                        "\"" + Shown.of(host.text()) + "\" cannot be the name of a host",
                        "Name targets, or hosts as ssh knows them.");
            } else if (members.contains(host.text())) {
                findings.error(
                        host.at(),
                        "\"" + Shown.of(host.text()) + "\" is in the group already",
                        "Keep one of them.");
            } else {
                members.add(host.text());
            }
        }
        if (members.isEmpty()) {
            findings.error(
                    fields.keyAt("hosts"),
                    "the group has no hosts",
                    "Write for example: hosts: [app-1, app-2]");
        }
        int atOnce =
                fields.number("at-once", 1, 500, TargetGroup.USUAL_AT_ONCE)
                        .orElse(TargetGroup.USUAL_AT_ONCE);
        Optional<String> failure = fields.text("on-failure", "stop");
        if (failure.isPresent() && !failure.get().matches("stop|go-on")) {
            findings.error(
                    fields.valueAt("on-failure"),
                    "\"on-failure\" must be stop or go-on, and is \""
                            + Shown.of(failure.get())
                            + "\"",
                    "Write for example: on-failure: stop");
        }
        boolean stops = failure.equals(Optional.of("stop"));
        List<String> tags = tags(fields);
        return name.map(it -> new TargetGroup(it, members, atOnce, stops, tags));
    }

    private static List<String> tags(Fields fields) {
        return fields.texts("tags", MOST_TAGS, "[" + Target.PRODUCTION + "]").stream()
                .map(YamlNode.Scalar::text)
                .toList();
    }

    private Optional<Target> target(Fields fields) {
        Optional<String> name = name(fields);
        Optional<String> host = named(fields, "host", "app-1.internal", Target::isHost);
        Optional<String> user = named(fields, "user", "deploy", Target::isUser);
        Optional<String> folder = folder(fields);
        Map<String, String> environment = fields.mapping("env", MOST_VARIABLES, "{STAGE: live}");
        environment.keySet().stream()
                .filter(it -> !VARIABLE.matcher(it).matches())
                .forEach(
                        it ->
                                findings.error(
                                        fields.valueAt("env"),
                                        "\"" + Shown.of(it) + "\" is not the name of a variable",
                                        "Write letters, digits and _, not beginning with a"
                                                + " digit."));
        Optional<String> sudo = sudo(fields);
        List<String> tags = tags(fields);
        Optional<String> shell = fields.text("shell", "bash");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        boolean here = name.get().equals(Target.LOCAL);
        if (here && (host.isPresent() || user.isPresent())) {
            findings.error(
                    fields.keyAt(host.isPresent() ? "host" : "user"),
                    "\"local\" is this machine, and has no host and no user",
                    "Take it out, or give the target another name; \"sudo\" names another user.");
        }
        return Optional.of(
                new Target(
                        name.get(),
                        here ? "" : host.orElse(name.get()),
                        user,
                        folder,
                        environment,
                        shell,
                        sudo,
                        tags));
    }

    private Optional<String> name(Fields fields) {
        if (!fields.has("name")) {
            findings.error(fields.at(), "a target has no name", "Write for example: name: app-1");
            return Optional.empty();
        }
        Optional<String> name = named(fields, "name", "app-1", it -> NAME.matcher(it).matches());
        if (name.isPresent() && !names.add(name.get())) {
            findings.error(
                    fields.valueAt("name"),
                    "another target is called \"" + Shown.of(name.get()) + "\" already",
                    "Give one of them another name.");
        }
        return name;
    }

    private Optional<String> named(
            Fields fields, String key, String example, java.util.function.Predicate<String> fits) {
        Optional<String> text = fields.text(key, example);
        if (text.isPresent() && !fits.test(text.get())) {
            findings.error(
                    fields.valueAt(key),
                    "\"%s\" must be letters, digits, . _ and -, beginning with a letter or a digit,"
                                    .formatted(key)
                            + " and is \""
                            + Shown.of(text.get())
                            + "\"",
                    "Write for example: " + key + ": " + example);
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> folder(Fields fields) {
        Optional<String> folder = fields.text("cwd", "/srv/app");
        boolean whole = folder.stream().allMatch(it -> it.startsWith("/") || it.matches("~(/.*)?"));
        if (!whole) {
            findings.error(
                    fields.valueAt("cwd"),
                    "\"cwd\" must begin with / or ~/, and is \""
                            + Shown.of(folder.orElse(""))
                            + "\"",
                    "Write for example: cwd: /srv/app");
        }
        return folder;
    }

    private Optional<String> sudo(Fields fields) {
        return named(fields, "sudo", "true", Target::isUser)
                .filter(it -> !it.equals("false"))
                .map(it -> it.equals("true") ? "root" : it);
    }
}
