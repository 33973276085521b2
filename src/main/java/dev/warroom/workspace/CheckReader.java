package dev.warroom.workspace;

import dev.warroom.policy.Check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a probe checks: the one key of it that says so. */
final class CheckReader {

    private static final List<String> CHECKS =
            List.of(
                    "http",
                    "tcp",
                    "command",
                    "disk",
                    "memory",
                    "load",
                    "process",
                    "port",
                    "file",
                    "log-rate");
    private static final List<String> LEVELS = List.of("warning", "error", "critical");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+(?:%\\w+)?]|[^\\s:/\\[\\]]+):(\\d{1,5})");

    private final Findings findings;

    CheckReader(Findings findings) {
        this.findings = findings;
    }

    Optional<Check> read(Fields fields) {
        List<String> written = CHECKS.stream().filter(fields::has).toList();
        if (written.isEmpty()) {
            findings.error(
                    fields.at(),
                    "the probe checks nothing",
                    "Add one of "
                            + String.join(", ", CHECKS)
                            + ", such as: http: http://localhost:3000/health");
            return Optional.empty();
        }
        String kind = written.getFirst();
        if (written.size() > 1) {
            findings.error(
                    fields.keyAt(written.get(1)),
                    "the probe has " + String.join(" and ", written) + ", and can have only one",
                    "Make a probe of each.");
        }
        for (String key : HttpReader.KEYS) {
            if (fields.has(key) && !fields.has("http")) {
                findings.error(
                        fields.keyAt(key),
                        "\"" + key + "\" goes with http only, and the probe has " + kind,
                        "Take it out.");
            }
        }
        return switch (kind) {
            case "http" -> http(fields);
            case "tcp" -> tcp(fields);
            case "command" ->
                    fields.text("command", "./scripts/check-queue.sh").map(Check.Command::new);
            case "disk" -> fields.text("disk", "/").map(Check.Disk::new);
            case "memory" -> bare(fields, "memory", new Check.Memory());
            case "load" -> bare(fields, "load", new Check.Load());
            case "process" -> process(fields);
            case "port" -> port(fields);
            case "file" -> fields.text("file", "backups/*.gz").map(Check.FileAge::new);
            default -> logRate(fields);
        };
    }

    private Optional<Check> http(Fields fields) {
        String example = "http://localhost:3000/health";
        Optional<URI> url =
                fields.text("http", example)
                        .flatMap(
                                written -> {
                                    Optional<URI> read = url(written);
                                    if (read.isEmpty()) {
                                        findings.error(
                                                fields.valueAt("http"),
                                                "\"http\" must be a URL, and is \""
                                                        + Shown.of(written)
                                                        + "\"",
                                                "Write for example: http: " + example);
                                    }
                                    return read;
                                });
        return new HttpReader(findings)
                .read(fields)
                .flatMap(wants -> url.map(it -> new Check.Http(it, wants)));
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

    private Optional<Check> tcp(Fields fields) {
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
                            return Optional.of(new Check.Tcp(host, port));
                        });
    }

    private Optional<Check> bare(Fields fields, String key, Check check) {
        boolean fits =
                fields.node(key)
                        .filter(
                                it ->
                                        it instanceof YamlNode.Scalar scalar
                                                && (scalar.text().isEmpty()
                                                        || scalar.text().equals("true")))
                        .isPresent();
        if (!fits) {
            findings.error(
                    fields.valueAt(key),
                    "\"" + key + "\" says what is looked at, and needs no more than true",
                    "Write: " + key + ": true");
        }
        return fits ? Optional.of(check) : Optional.empty();
    }

    private Optional<Check> process(Fields fields) {
        return fields.text("process", "'node .*dist/index.js'")
                .filter(it -> PatternCheck.good(it, "process", fields.valueAt("process"), findings))
                .map(Check.Processes::new);
    }

    private Optional<Check> port(Fields fields) {
        var port = fields.number("port", 1, 65_535, 3000);
        return port.isPresent() ? Optional.of(new Check.Port(port.getAsInt())) : Optional.empty();
    }

    private Optional<Check> logRate(Fields fields) {
        Optional<String> level = fields.text("log-rate", "error");
        if (level.isPresent() && !LEVELS.contains(level.get())) {
            findings.error(
                    fields.valueAt("log-rate"),
                    "\"log-rate\" must be one of "
                            + String.join(", ", LEVELS)
                            + ", and is \""
                            + Shown.of(level.get())
                            + "\"",
                    "Write for example: log-rate: error");
            return Optional.empty();
        }
        return level.map(Check.LogRate::new);
    }
}
