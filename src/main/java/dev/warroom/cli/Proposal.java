package dev.warroom.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What a workspace's runbooks let guess about its service: what they follow, ask and log in to.
 *
 * @param logs files that are followed, read or searched
 * @param addresses that are asked by http
 * @param hosts that are reached by ssh
 */
record Proposal(List<String> logs, List<String> addresses, List<String> hosts) {

    /** A {@code warroom.yaml} for it: what is only guessed stands behind comment signs. */
    String yaml(Path workspace) {
        StringBuilder text = new StringBuilder();
        Path name = workspace.getFileName();
        text.append("# The workspace of a service. Open it with: warroom open\n\n");
        text.append("service: ").append(quoted(name == null ? "service" : name.toString()));
        text.append(
                "\n\n"
                    + "# Files to follow, relative to this folder; new files that match are picked"
                    + " up.\n");
        list(text, "logs", logs, "logs/*.log");
        text.append(
                "\n"
                        + "# What is looked at. Besides http there are tcp: HOST:PORT and command:"
                        + " LINE, which");
        text.append(" ends with\n# 0 for ok, 1 for a warning and 2 for critical.\n");
        if (addresses.isEmpty()) {
            text.append(
                    "# probes:\n"
                            + "#   - name: api\n"
                            + "#     http: http://127.0.0.1:8080/health\n"
                            + "#     every: 10s\n");
        } else {
            text.append("# probes:\n");
            for (int i = 0; i < addresses.size(); i++) {
                text.append("#   - name: address ").append(i + 1);
                text.append("\n#     http: ").append(addresses.get(i));
                text.append("\n#     every: 30s\n");
            }
        }
        if (!hosts.isEmpty()) {
            text.append(
                    "\n# The runbooks log in to these hosts; a step can run there by itself:\n");
            hosts.forEach(host -> text.append("#   ").append(host).append('\n'));
        }
        text.append(
                "\n# How soon somebody must act, and how often the team hears how things stand.\n");
        text.append(
                "severities:\n  P1: {acknowledge: 15m, update: 15m}\n  P2: {acknowledge: 1h}\n");
        text.append("  P3: {acknowledge: 4h}\n  P4: {acknowledge: 24h}\n");
        return text.toString();
    }

    private static void list(StringBuilder text, String key, List<String> values, String usual) {
        if (values.isEmpty()) {
            text.append("# ").append(key).append(":\n#   - ").append(usual).append('\n');
            return;
        }
        text.append(key).append(":\n");
        values.forEach(value -> text.append("  - ").append(quoted(value)).append('\n'));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
