package dev.warroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What one sees stands once, below the title, and the steps below headings of their own. */
class SymptomAboveTest {

    private static final String GUIDE =
            """
            # Pool exhausted

            **Severity:** P1
            **Symptom:** FATAL: remaining slots are reserved

            ## Count the sessions

            1. Count

               ```bash
               psql -c 'select 1'
               ```

            ## Kill the idle ones

            1. Restart

               ```bash
               systemctl restart shop
               ```
            """;

    private static List<String> found(String markdown, String typed) {
        Library library = RunbookReader.read("pool.md", markdown);
        return RunbookSearch.of(library).find(typed).stream()
                .map(it -> it.runbook().title())
                .toList();
    }

    @Test
    void aSymptomBelowATitleLeadsToTheRunbooksBelowIt() {
        assertThat(found(GUIDE, "remaining slots are reserved"))
                .containsExactly("Count the sessions", "Kill the idle ones");
    }

    @Test
    void soDoesTheTitleOfWhatHasASymptom() {
        assertThat(found(GUIDE, "exhausted"))
                .containsExactly("Count the sessions", "Kill the idle ones");
    }

    @Test
    void soDoesASectionOfSymptomsBesideThem() {
        String guide =
                GUIDE.replace("**Symptom:** FATAL:", "")
                        .replace(
                                "## Count",
                                """
                                ## Symptoms

                                - The tide gauge stands still

                                ## Count\
                                """);

        assertThat(found(guide, "gauge stands still"))
                .containsExactly("Count the sessions", "Kill the idle ones");
    }

    @Test
    void aTitleAboveLeadsThereByItsOwnWordsToo() {
        assertThat(found(GUIDE.replace("**Symptom:** FATAL:", ""), "exhausted"))
                .containsExactly("Count the sessions", "Kill the idle ones");
    }
}
