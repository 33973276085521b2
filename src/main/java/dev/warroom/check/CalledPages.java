package dev.warroom.check;

import dev.warroom.runbook.Link;
import dev.warroom.runbook.Naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Files that links call by their names: those that are checked first, then others. */
final class CalledPages {

    private final Map<String, List<String>> checked;
    private final Supplier<List<String>> others;
    private Map<String, List<String>> further;

    CalledPages(Collection<String> checked, Supplier<List<String>> others) {
        this.checked = byKey(checked);
        this.others = others;
    }

    /** The file that {@code link} leads to. */
    Optional<String> behind(Link link) {
        return in(checked, link).or(() -> in(further(), link));
    }

    private static Optional<String> in(Map<String, List<String>> files, Link link) {
        return Naming.find(link, key -> files.getOrDefault(key, List.of())).map(Naming.Found::file);
    }

    private Map<String, List<String>> further() {
        if (further == null) {
            further = byKey(others.get());
        }
        return further;
    }

    private static Map<String, List<String>> byKey(Collection<String> files) {
        Map<String, List<String>> byKey = new HashMap<>();
        files.stream()
                .sorted()
                .forEach(
                        file ->
                                Naming.keys(file)
                                        .forEach(
                                                it ->
                                                        byKey.computeIfAbsent(
                                                                        it, _ -> new ArrayList<>())
                                                                .add(file)));
        return byKey;
    }
}
