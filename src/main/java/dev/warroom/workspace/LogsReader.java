package dev.warroom.workspace;

import dev.warroom.policy.ListedLog;
import dev.warroom.policy.Target;

import java.nio.file.FileSystems;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Reads {@code logs}: texts, or mappings of one of the three kinds of places, with its zone. */
final class LogsReader {

    static final String KEY = "logs";

    private static final int MOST = 200;
    private static final String PATH = "path";
    private static final String HOST = "ssh";
    private static final String COMMAND = "command";
    private static final String ZONE = "zone";
    private static final List<String> PLACES = List.of(PATH, HOST, COMMAND);
    private static final List<String> KEYS = List.of(PATH, HOST, COMMAND, ZONE);

    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    LogsReader(Findings findings) {
        this.findings = findings;
    }

    List<ListedLog> read(Fields fields) {
        List<ListedLog> logs = new ArrayList<>();
        for (YamlNode item : fields.list(KEY, MOST, "[\"logs/*.log\"]")) {
            log(item).ifPresent(logs::add);
        }
        return logs;
    }

    private Optional<ListedLog> log(YamlNode item) {
        if (item instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return place(scalar.text(), item).map(ListedLog::of);
        }
        if (item instanceof YamlNode.Mapping) {
            return mapping(item);
        }
        findings.error(
                item.at(),
                "a log must be the name of a file, a glob or a mapping, and is " + item.kind(),
                "Write for example: - logs/*.log");
        return Optional.empty();
    }

    private Optional<ListedLog> mapping(YamlNode item) {
        Fields fields = Fields.of(item, "a log", KEYS, findings);
        List<String> named = PLACES.stream().filter(fields::has).toList();
        if (named.size() != 1) {
            findings.error(
                    item.at(),
                    "a log must have one of path, ssh and command, and has "
                            + (named.isEmpty() ? "none" : String.join(" and ", named)),
                    "Write for example: - {path: logs/*.log, zone: Europe/Berlin}");
            return Optional.empty();
        }
        String kind = named.getFirst();
        Optional<ZoneId> zone = new Texts(fields, findings).zone(ZONE);
        String example =
                switch (kind) {
                    case HOST -> "app-1:/var/log/app/*.log";
                    case COMMAND -> "journalctl -f";
                    default -> "logs/*.log";
                };
        return fields.text(kind, example)
                .flatMap(text -> place(before(kind) + text, fields.node(kind).orElse(item)))
                .map(place -> new ListedLog(place, zone));
    }

    private static String before(String kind) {
        return switch (kind) {
            case HOST -> ListedLog.SSH;
            case COMMAND -> ListedLog.COMMAND;
            default -> "";
        };
    }

    /** What it says, where it is new and can be read. */
    private Optional<String> place(String text, YamlNode at) {
        if (!known.add(text)) {
            findings.error(
                    at.at(),
                    "\"" + Shown.of(text) + "\" is in the list already",
                    "Keep one of them.");
            return Optional.empty();
        }
        if (text.startsWith(ListedLog.SSH)) {
            checkRemote(text, at);
        } else if (!text.startsWith(ListedLog.COMMAND)) {
            checkGlob(text, at);
        }
        // A command is whatever a shell can read.
        return Optional.of(text);
    }

    private void checkGlob(String glob, YamlNode at) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            findings.error(
                    at.at(),
                    "\"" + Shown.of(glob) + "\" is not a glob: " + e.getDescription(),
                    "Close every [ and {, or write \\ before one that is meant as it stands.");
        }
    }

    private void checkRemote(String log, YamlNode at) {
        String place = log.substring(ListedLog.SSH.length()).strip();
        int colon = place.indexOf(':');
        boolean host = colon > 0 && Target.host(place.substring(0, colon)).isPresent();
        String path = place.substring(colon + 1);
        if (!host || !path.startsWith("/") || path.contains("**") || path.contains("\0")) {
            findings.error(
                    at.at(),
                    "\"" + Shown.of(log) + "\" is no glob of files on a host",
                    "Write ssh, the host, a colon and an absolute path without **: - ssh"
                            + " app-1:/var/log/app/*.log");
        }
    }
}
