package dev.warroom.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what probes stand on is there, and none stands on itself in the end. */
record NeedsCheck(Set<String> names, Map<String, List<YamlNode.Scalar>> needs, Findings findings) {

    void check() {
        needs.forEach(
                (probe, all) -> {
                    for (YamlNode.Scalar each : all) {
                        if (!names.contains(each.text())) {
                            findings.error(
                                    each.at(),
                                    "the probe needs \""
                                            + Shown.of(each.text())
                                            + "\", and there is no such probe",
                                    Spelling.hint(each.text(), List.copyOf(names)));
                        } else if (reaches(each.text(), probe, new HashSet<>())) {
                            findings.error(
                                    each.at(),
                                    "\""
                                            + Shown.of(probe)
                                            + "\" needs \""
                                            + Shown.of(each.text())
                                            + "\", which needs it in turn",
                                    "Take out one of these needs.");
                        }
                    }
                });
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && needs.getOrDefault(from, List.of()).stream()
                        .anyMatch(it -> reaches(it.text(), to, seen));
    }
}
