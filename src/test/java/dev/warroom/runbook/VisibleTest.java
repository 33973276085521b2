package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every line of text is somewhere in what was read: in a runbook, on a page or in a template. What
 * a rendered page does not show either is no text: comments of HTML, front matter, and what stands
 * behind a fence.
 */
class VisibleTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{2,}");

    @Property(tries = 1500, seed = "20261128")
    void everyWordOfAnyDocumentIsShown(@ForAll("documents") String text) {
        assertThat(lost(text)).as(text).isEmpty();
    }

    @Provide
    Arbitrary<String> documents() {
        return AnyRunbook.documents();
    }

    @Property(tries = 1500, seed = "20261201")
    void everyWordOfAnyDocumentOfASiteIsShown(@ForAll("documentsOfSites") String text) {
        assertThat(lost(text)).as(text).isEmpty();
    }

    @Provide
    Arbitrary<String> documentsOfSites() {
        return AnyRunbook.documentsOfSites();
    }

    @Example
    void everyWordOfEveryFixtureAndRunbookIsShown() throws IOException {
        for (String folder :
                List.of("runbooks", "src/test/resources/runbook", "src/test/resources/reference")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                    assertThat(lost(shown(Files.readString(file)))).as(file.toString()).isEmpty();
                }
            }
        }
    }

    /**
     * {@code -Dwarroom.reference=FILE} names the document that the twin was modelled on. What
     * stands there twice must be read twice: no line may hide behind another of the same words.
     */
    @Example
    void everyWordOfTheReferenceDocumentIsShownAsOftenAsItStandsThere() throws IOException {
        String given = System.getProperty("warroom.reference", "");
        Path twin = Path.of("src/test/resources/reference/twin.md");
        for (Path file : List.of(twin, given.isEmpty() ? twin : Path.of(given))) {
            String text = Files.readString(file);

            assertThat(lostTimes(shown(text), RunbookReader.read("x.md", text)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Example
    void everyWordOfEveryRunbookIsShownAsOftenAsItStandsThere() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("runbooks"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);

                assertThat(lostTimes(shown(text), RunbookReader.read("x.md", text)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    /** The words that stand more often in {@code text} than in what was read of it. */
    private static Map<String, Long> lostTimes(String text, Library library) {
        Map<String, Long> lost = counted(text.replaceAll("\\]\\(#[^)]*\\)", "]"));
        counted(Said.by(library)).forEach((word, times) -> lost.merge(word, -times, Long::sum));
        lost.values().removeIf(it -> it <= 0);
        // The names of options and expectations stand there as what they are.
        lost.keySet().removeAll(Set.of("Option", "Expected", "Results", "results"));
        return lost;
    }

    private static Map<String, Long> counted(String text) {
        return WORD.matcher(text)
                .results()
                .collect(
                        Collectors.groupingBy(
                                it -> it.group(), TreeMap::new, Collectors.counting()));
    }

    /**
     * Without what is not shown, and numbers of steps, which are counted, and with the letters that
     * the reader mends.
     */
    private static String shown(String text) {
        SourceText source = SourceText.of("x.md", text);
        return source.joined()
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?m)^\\s*\\[[^\\]]+\\]:.*$", "")
                .replaceAll("(?m)^([ >*-]*)(?:`{3,}|~{3,}).*$", "$1")
                .replaceAll("(?m)^\\s*\\d+[.)] ", "")
                .replaceAll("(?m)^(#{1,6} .*)\\s\\{(?:/\\*\\s?#|:?\\s?[#.])[^{}]*\\}$", "$1")
                .replaceAll("</?[A-Za-z][^<>]*>", "")
                .replaceAll("&[a-z]+;", " ");
    }

    private static Set<String> lost(String text) {
        Set<String> words =
                WORD.matcher(text.replaceAll("(?m)^```.*$", ""))
                        .results()
                        .map(it -> it.group())
                        .collect(Collectors.toCollection(TreeSet::new));
        String all = Dump.of(RunbookReader.read("x.md", text));
        WORD.matcher(all).results().map(it -> it.group()).forEach(words::remove);
        // The names of options, expectations and parts stand there as what they are.
        words.removeAll(Set.of("Option", "Expected", "Results", "results", "html"));
        return words;
    }
}
