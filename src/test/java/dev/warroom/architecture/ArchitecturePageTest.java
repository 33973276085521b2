package dev.warroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What docs/architecture.md says is so. */
class ArchitecturePageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern NAMED =
            Pattern.compile("`(?:([a-z]+)\\.)?([A-Z]\\w+)(?:[.(][^`]*)?`");
    private static final Pattern WITHIN =
            Pattern.compile("\\b(?:record|class|interface|enum) ([A-Z]\\w+)");

    private final String page = read(Path.of("docs/architecture.md"));

    @Test
    void itsTableIsTheOneThatIsHeld() {
        Map<String, Set<String>> said = new TreeMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            if (!row.group(1).equals("cli")) {
                said.put(
                        row.group(1),
                        row.group(2).equals("–")
                                ? Set.of()
                                : new TreeSet<>(Set.of(row.group(2).split(", "))));
            }
        }

        // What is text may be used by all, and need not be said.
        said.replaceAll((name, used) -> without(used));
        Map<String, Set<String>> held = new TreeMap<>(PackageTable.MAY_USE);
        held.replaceAll((name, used) -> without(used));
        assertThat(said).isEqualTo(held);
    }

    private static Set<String> without(Set<String> used) {
        return used.stream()
                .filter(it -> !it.equals("text"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyClassThatItNamesIsThere() throws IOException {
        Map<String, Set<String>> packages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Matcher within = WITHIN.matcher(read(file));
                while (within.find()) {
                    packages.computeIfAbsent(within.group(1), it -> new TreeSet<>())
                            .add(file.getParent().getFileName().toString());
                }
            }
        }
        Matcher named = NAMED.matcher(page);
        int count = 0;
        while (named.find()) {
            if (!named.group(2).equals("Enter")) {
                assertThat(packages).as(named.group()).containsKey(named.group(2));
                if (named.group(1) != null) {
                    assertThat(packages.get(named.group(2)))
                            .as(named.group())
                            .contains(named.group(1));
                }
                count++;
            }
        }
        assertThat(count).isGreaterThan(40);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
