package dev.warroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Incident;
import dev.warroom.runbook.AnyRunbook;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing is lost on the way from any document to the Markdown that goes into a ticket. */
class TaskListPropertiesTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{2,}");

    @Property(tries = 500, seed = "20261128")
    void everyWordOfAnyDocumentIsExported(@ForAll("documents") String text) {
        Library library = RunbookReader.read("x.md", text);
        String exported =
                Stream.of(
                                library.runbooks().stream()
                                        .map(it -> TaskList.of(it, Incident.empty("INC-1"))),
                                library.pages().stream().map(Reading::of),
                                library.templates().stream().map(Reading::of))
                        .flatMap(it -> it)
                        .collect(Collectors.joining("\n"));

        Set<String> lost = words(text.replaceAll("(?m)^```.*$", ""));
        lost.removeAll(words(exported));
        // The names of options, expectations and parts stand there as what they are.
        lost.removeAll(Set.of("Option", "Expected", "Results", "html"));
        assertThat(lost).as(text + "\nis exported as\n" + exported).isEmpty();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.replace("\\", ""))
                .results()
                .map(it -> it.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<String> documents() {
        return AnyRunbook.documents();
    }
}
