package dev.warroom.workspace;

import dev.warroom.policy.Target;
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
        for (YamlNode node : root.list("targets", MOST, EXAMPLE)) {
            Fields fields = Fields.of(node, "a target", KEYS, findings);
            if (node instanceof YamlNode.Mapping) {
                target(fields).ifPresent(targets::add);
            }
        }
        return new Targets(targets);
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
        List<String> tags =
                fields.texts("tags", MOST_TAGS, "[" + Target.PRODUCTION + "]").stream()
                        .map(YamlNode.Scalar::text)
                        .toList();
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
