package dev.warroom.workspace;

import dev.warroom.policy.Hook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code hooks} of a workspace. */
final class HookReader {

    private static final int MOST = 20;
    private static final String EXAMPLE = "https://chat.example.com/hooks/incidents";
    private static final List<String> KEYS =
            List.of("name", "on", "command", "post", "secret", "timeout", "attempts");

    private final Findings findings;
    private final Set<String> names = new HashSet<>();

    HookReader(Findings findings) {
        this.findings = findings;
    }

    List<Hook> read(Fields root) {
        List<Hook> hooks = new ArrayList<>();
        for (YamlNode node :
                root.list("hooks", MOST, "[{name: pager, command: ./scripts/page.sh}]")) {
            Fields fields = Fields.of(node, "a hook", KEYS, findings);
            Optional<String> name = fields.text("name", "pager");
            if (!fields.has("name")) {
                findings.error(
                        fields.at(), "the hook has no name", "Write for example: name: pager");
            } else if (name.isPresent() && !names.add(name.get())) {
                findings.error(
                        fields.valueAt("name"),
                        "two hooks have the name \"" + Shown.of(name.get()) + "\"",
                        "Rename one of them.");
            }
            Optional<Hook.Way> way = way(fields);
            Duration timeout =
                    fields.duration(
                                    "timeout",
                                    Duration.ofMillis(100),
                                    Duration.ofMinutes(10),
                                    "10s")
                            .orElse(Hook.USUAL_TIMEOUT);
            int attempts =
                    fields.number("attempts", 1, 10, 3)
                            .orElse(fields.has("command") ? 1 : Hook.USUAL_ATTEMPTS);
            List<String> on =
                    new Texts(fields, findings).list("on", "[status-update]").orElse(List.of());
            if (name.isPresent() && way.isPresent()) {
                hooks.add(new Hook(name.get(), Set.copyOf(on), way.get(), timeout, attempts));
            }
        }
        return hooks;
    }

    private Optional<Hook.Way> way(Fields fields) {
        if (fields.has("command") == fields.has("post")) {
            findings.error(
                    fields.at(),
                    fields.has("post")
                            ? "the hook has command and post, and can have only one"
                            : "the hook does nothing",
                    "Write one of command and post, such as: command: ./scripts/page.sh");
            return Optional.empty();
        }
        if (fields.has("command")) {
            if (fields.has("secret")) {
                findings.error(
                        fields.keyAt("secret"),
                        "\"secret\" goes with post only; a command has the whole environment",
                        "Take it out.");
            }
            return fields.text("command", "./scripts/page.sh").map(Hook.Command::new);
        }
        Optional<String> secret = fields.text("secret", "CHAT_TOKEN");
        if (secret.isPresent() && !secret.get().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            findings.error(
                    fields.valueAt("secret"),
                    "\"secret\" must be the name of an environment variable, never the secret",
                    "Write for example: secret: CHAT_TOKEN");
        }
        return fields.text("post", EXAMPLE)
                .flatMap(
                        written -> {
                            Optional<URI> url = url(written);
                            if (url.isEmpty()) {
                                findings.error(
                                        fields.valueAt("post"),
                                        "\"post\" must be an https URL (http only on this machine),"
                                                + " and is \""
                                                + Shown.of(written)
                                                + "\"",
                                        "Write for example: post: " + EXAMPLE);
                            }
                            return url.map(it -> new Hook.Post(it, secret));
                        });
    }

    private static Optional<URI> url(String written) {
        try {
            URI url = new URI(written);
            boolean here =
                    "localhost".equals(url.getHost())
                            || "127.0.0.1".equals(url.getHost())
                            || "[::1]".equals(url.getHost());
            boolean safe =
                    "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && here;
            return safe && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
