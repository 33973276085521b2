package dev.warroom.workspace;

import dev.warroom.policy.Probe;
import dev.warroom.problem.Location;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code probes} of a workspace. */
final class ProbeReader {

    static final int MOST = 200;

    private static final List<String> CHECKS = List.of("http", "tcp", "command");
    private static final List<String> KEYS =
            List.of("name", "http", "tcp", "command", "status", "every", "timeout");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+(?:%\\w+)?]|[^\\s:/\\[\\]]+):(\\d{1,5})");

    private final Findings findings;
    private final Map<String, Location> names = new HashMap<>();

    ProbeReader(Findings findings) {
        this.findings = findings;
    }

    List<Probe> read(List<YamlNode> nodes) {
        List<Probe> probes = new ArrayList<>();
        for (YamlNode node : nodes) {
            read(Fields.of(node, "a probe", KEYS, findings), node).ifPresent(probes::add);
        }
        return probes;
    }

    private Optional<Probe> read(Fields fields, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return Optional.empty();
        }
        Optional<String> name = name(fields);
        Optional<Probe.Check> check = check(fields);
        Duration every =
                fields.duration("every", Duration.ofSeconds(1), Duration.ofDays(1), "30s")
                        .orElse(Probe.USUAL_EVERY);
        Duration timeout =
                fields.duration("timeout", Duration.ofMillis(1), Duration.ofSeconds(599), "5s")
                        .orElse(Probe.USUAL_TIMEOUT);
        return name.isPresent() && check.isPresent()
                ? Optional.of(new Probe(name.get(), check.get(), every, timeout))
                : Optional.empty();
    }

    private Optional<String> name(Fields fields) {
        if (!fields.has("name")) {
            findings.error(fields.at(), "the probe has no name", "Write for example: name: api");
            return Optional.empty();
        }
        Optional<String> name = fields.text("name", "api");
        name.ifPresent(
                it -> {
                    Location first = names.putIfAbsent(it, fields.valueAt("name"));
                    if (first != null) {
                        findings.error(
                                fields.valueAt("name"),
                                "two probes have the name \"" + Shown.of(it) + "\"",
                                "The other is in line " + first.line() + "; rename one of them.");
                    }
                });
        return name;
    }

    private Optional<Probe.Check> check(Fields fields) {
        List<String> written = CHECKS.stream().filter(fields::has).toList();
        if (written.isEmpty()) {
            findings.error(
                    fields.at(),
                    "the probe checks nothing",
                    "Add one of http, tcp and command, such as: http:"
                            + " http://localhost:3000/health");
            return Optional.empty();
        }
        if (written.size() > 1) {
            findings.error(
                    fields.keyAt(written.get(1)),
                    "the probe has " + String.join(" and ", written) + ", and can have only one",
                    "Make a probe of each.");
        }
        if (fields.has("status") && !fields.has("http")) {
            findings.error(
                    fields.keyAt("status"),
                    "\"status\" goes with http only, and the probe has " + written.getFirst(),
                    "Take it out.");
        }
        return switch (written.getFirst()) {
            case "http" -> http(fields);
            case "tcp" -> tcp(fields);
            default -> fields.text("command", "./scripts/check-queue.sh").map(Probe.Command::new);
        };
    }

    private Optional<Probe.Check> http(Fields fields) {
        int status = fields.number("status", 100, 599, 401).orElse(0);
        String example = "http://localhost:3000/health";
        return fields.text("http", example)
                .flatMap(
                        written -> {
                            Optional<URI> url = url(written);
                            if (url.isEmpty()) {
                                findings.error(
                                        fields.valueAt("http"),
                                        "\"http\" must be a URL, and is \""
                                                + Shown.of(written)
                                                + "\"",
                                        "Write for example: http: " + example);
                            }
                            return url.map(it -> new Probe.Http(it, status));
                        });
    }

    private static Optional<URI> url(String written) {
        try {
            URI url = new URI(written);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return web && url.getHost() != null && url.getPort() <= 65_535
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Probe.Check> tcp(Fields fields) {
        return fields.text("tcp", "db.internal:5432")
                .flatMap(
                        written -> {
                            Matcher parts = HOST_AND_PORT.matcher(written);
                            int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
                            if (port < 1 || port > 65_535) {
                                findings.error(
                                        fields.valueAt("tcp"),
                                        "\"tcp\" must be a host and a port from 1 to 65535, and is"
                                                + " \""
                                                + Shown.of(written)
                                                + "\"",
                                        "Write for example: tcp: db.internal:5432");
                                return Optional.empty();
                            }
                            String host = parts.group(1).replaceAll("[\\[\\]]", "");
                            return Optional.of(new Probe.Tcp(host, port));
                        });
    }
}
