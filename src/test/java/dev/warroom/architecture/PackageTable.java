package dev.warroom.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which package may use which: held by {@link LayeringTest}, and said in docs/architecture.md. */
final class PackageTable {

    /**
     * Package: the packages of the program that it may use. Text may be used by all; cli, not here,
     * may use all.
     */
    static final Map<String, Set<String>> MAY_USE =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("problem", Set.of()),
                            Map.entry("identity", Set.of()),
                            Map.entry("incident", Set.of()),
                            Map.entry("layout", Set.of()),
                            Map.entry("text", Set.of()),
                            Map.entry("history", Set.of()),
                            Map.entry("process", Set.of()),
                            Map.entry("drill", Set.of("problem")),
                            Map.entry("runbook", Set.of("problem", "incident", "shell")),
                            Map.entry("search", Set.of("runbook")),
                            Map.entry("shell", Set.of()),
                            Map.entry("danger", Set.of("shell")),
                            Map.entry("message", Set.of("policy", "process")),
                            Map.entry(
                                    "check",
                                    Set.of("problem", "runbook", "shell", "danger", "process")),
                            Map.entry("policy", Set.of("incident", "problem")),
                            Map.entry(
                                    "room",
                                    Set.of(
                                            "incident",
                                            "danger",
                                            "policy",
                                            "problem",
                                            "runbook",
                                            "search",
                                            "layout",
                                            "history")),
                            Map.entry("keys", Set.of("room")),
                            Map.entry(
                                    "view",
                                    Set.of(
                                            "room",
                                            "keys",
                                            "danger",
                                            "layout",
                                            "incident",
                                            "policy",
                                            "runbook",
                                            "history",
                                            "text")),
                            Map.entry("journal", Set.of("identity", "incident")),
                            Map.entry("share", Set.of("identity", "incident", "journal", "policy")),
                            Map.entry("execution", Set.of("incident", "process", "room")),
                            Map.entry("delivery", Set.of("execution", "process", "room")),
                            Map.entry("logs", Set.of("room", "policy")),
                            Map.entry("health", Set.of("room", "policy", "process", "history")),
                            Map.entry("figures", Set.of("incident", "policy", "history")),
                            Map.entry("report", Set.of("incident", "policy", "runbook", "figures")),
                            Map.entry(
                                    "plain",
                                    Set.of("room", "keys", "danger", "incident", "runbook")),
                            Map.entry("terminal", Set.of("room", "view")),
                            Map.entry(
                                    "workspace",
                                    Set.of(
                                            "policy",
                                            "runbook",
                                            "danger",
                                            "layout",
                                            "problem",
                                            "identity",
                                            "incident"))));

    private PackageTable() {}
}
