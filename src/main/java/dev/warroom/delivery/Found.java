package dev.warroom.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host said of itself.
 *
 * @param facts the first word of a line, and the rest; the last line of each word counts
 * @param versions that are there: name and the sum of the package each came in
 */
record Found(Map<String, String> facts, Map<String, String> versions) {

    static Found in(List<String> lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("version") && words.length == 3) {
                versions.put(words[1], words[2]);
            } else {
                facts.put(words[0], line.substring(words[0].length()).strip());
            }
        }
        return new Found(facts, versions);
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    Optional<String> refused() {
        return Optional.ofNullable(facts.get("refused"));
    }

    long number(String name) {
        String said = fact(name);
        return said.matches("\\d{1,15}") ? Long.parseLong(said) : 0;
    }

    /** The version that came in a package with this sum. */
    Optional<String> version(String sum) {
        return versions.entrySet().stream()
                .filter(it -> it.getValue().equals(sum))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A name for another package of this version, which may be another build. */
    String name(Parcel parcel) {
        return versions.containsKey(parcel.version())
                ? parcel.version() + "-" + parcel.sum().substring(0, 8)
                : parcel.version();
    }

    /**
     * Why the package cannot run there; empty where nothing speaks against it.
     *
     * @param host as people know it
     */
    Optional<String> against(Parcel parcel, String host) {
        List<String> reasons = new ArrayList<>();
        String machine = fact("machine");
        String architecture =
                switch (machine) {
                    case "x86_64", "amd64" -> "x64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> machine;
                };
        if (!fact("system").equals("Linux")) {
            reasons.add(host + " runs " + fact("system") + ", and the package is for Linux");
        } else if (!architecture.equals(parcel.architecture())) {
            reasons.add(
                    "%s is a machine of %s, and the package is for %s: make one on such a machine"
                            .formatted(host, machine, parcel.architecture()));
        } else if (!fact("libc").startsWith("glibc")) {
            reasons.add(
                    "%s has no glibc (its C library is %s): the package's Java needs it"
                            .formatted(host, fact("libc")));
        } else if (!fact("missing").isEmpty()) {
            reasons.add(
                    "%s has no %s: install what is missing there"
                            .formatted(host, fact("missing").replace(" ", ", ")));
        } else if (refused().isPresent()) {
            reasons.add(
                    "the home folder of %s cannot be written to: %s"
                            .formatted(host, refused().get()));
        }
        return reasons.stream().findFirst();
    }
}
