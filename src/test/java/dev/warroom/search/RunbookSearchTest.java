package dev.warroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Step;
import dev.warroom.search.Found.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a person types finds the guide that they mean. */
class RunbookSearchTest {

    private static final String GUIDES =
            """
            # Guides

            ## Application does not start

            **Symptoms:**

            - The application crashes at once
            - Port already in use
            - A dependency is missing

            **Diagnosis:**

            ```bash
            # 1. Check the port
            lsof -i :3000
            ```

            ## Errors pile up

            **Symptoms:**

            - Error rate above 1 %
            - People report that things fail
            - Requests time out

            ```bash
            # 1. Read the error log
            tail -n 50 app.log
            ```

            ## Database does not answer

            **Symptoms:**

            - No connection to the database
            - Slow queries
            - The connection pool is exhausted

            ```bash
            # 1. Test the connection
            mysqladmin ping
            ```

            ## Memory keeps growing

            **Symptoms:**

            - Heap runs out of memory
            - The application crashes after some hours

            ```bash
            # 1. Look at the memory
            free -h
            ```

            ## P1: Critical incident

            **Resolution:**

            **Option 1: Rollback**

            ```bash
            ./rollback.sh
            ```

            **Option 2: Scale up**

            ```bash
            ./scale.sh
            ```

            ## Morning checklist

            ```bash
            # 1. Check the disk
            df -h
            ```
            """;

    private final RunbookSearch search = RunbookSearch.of(RunbookReader.read("guides.md", GUIDES));

    @Test
    void ofTwoWithTheSameHeadingTheOneBelowWhatIsTypedIsFound() {
        Library library =
                Library.join(
                        List.of(
                                RunbookReader.read(
                                        "a.md", "# Lamp store\n\n## Restore\n\n1. Look\n"),
                                RunbookReader.read(
                                        "b.md", "# Gate store\n\n## Restore\n\n1. Look\n")));

        List<Found> found = RunbookSearch.of(library).find("gate restore");

        assertThat(found).first().extracting(it -> it.runbook().file()).isEqualTo("b.md");
        assertThat(RunbookSearch.of(library).find("lamp").getFirst())
                .satisfies(
                        it -> {
                            assertThat(it.runbook().file()).isEqualTo("a.md");
                            assertThat(it.place()).isEqualTo(Place.UNDER);
                            assertThat(it.text()).isEqualTo("Lamp store");
                        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    port already in use                    | Application does not start
                    port in use                            | Application does not start
                    port 3000 is already in use            | Application does not start
                    Error: listen EADDRINUSE: address already in use :::3000 | Application does not start
                    pool exhausted                         | Database does not answer
                    exhausted pool                         | Database does not answer
                    connection pool exhaustion             | Database does not answer
                    conection pool                         | Database does not answer
                    slow query                             | Database does not answer
                    out of memory                          | Memory keeps growing
                    crash after hours                      | Memory keeps growing
                    crashes                                | Application does not start
                    error rate                             | Errors pile up
                    requests timing out                    | Errors pile up
                    mem                                    | Memory keeps growing
                    morn                                   | Morning checklist
                    checklsit                              | Morning checklist
                    p1                                     | P1: Critical incident
                    rollback                               | P1: Critical incident
                    roll                                   | P1: Critical incident
                    ddna                                   | Database does not answer
                    mocheck                                | Morning checklist
                    disk                                   | Morning checklist
                    """)
    void whatIsSeenFindsItsGuide(String typed, String title) {
        assertThat(search.find(typed)).as(typed).isNotEmpty();
        assertThat(search.find(typed).getFirst().runbook().title()).as(typed).isEqualTo(title);
    }

    @Test
    void itSaysWhichTextFits() {
        Found found = search.find("pool exhausted").getFirst();

        assertThat(found.place()).isEqualTo(Place.SYMPTOM);
        assertThat(found.text()).isEqualTo("The connection pool is exhausted");
    }

    @Test
    void withoutWordsAllStandInTheirOrder() {
        for (String typed : new String[] {"", "  ", "?!"}) {
            assertThat(search.find(typed))
                    .extracting(it -> it.runbook().title())
                    .containsExactly(
                            "Application does not start",
                            "Errors pile up",
                            "Database does not answer",
                            "Memory keeps growing",
                            "P1: Critical incident",
                            "Morning checklist");
        }
    }

    @Test
    void whatFitsNothingFindsNothing() {
        assertThat(search.find("zebra")).isEmpty();
        assertThat(search.find("zebra xylophone")).isEmpty();
    }

    @Test
    void numbersAreNotTakenForOthers() {
        Library library = RunbookReader.read("x.md", "# Error 5031\n\n```bash\ndate\n```\n");

        assertThat(RunbookSearch.of(library).find("5032")).isEmpty();
        assertThat(RunbookSearch.of(library).find("503")).hasSize(1);
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        Library library = RunbookReader.read("x.md", "# Störung der Queue\n\n```bash\ndate\n```\n");

        assertThat(RunbookSearch.of(library).find("STORUNG")).hasSize(1);
        assertThat(RunbookSearch.of(library).find("störung queue")).hasSize(1);
    }

    /** Though what a step may be called is indexed, and not what it is called when it is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {"runbooks", "src/test/resources/reference", "src/test/resources/runbook"})
    void whatAStepIsCalledFindsItsRunbook(String folder) throws IOException {
        List<String> lost = new ArrayList<>();
        int steps = 0;
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                Library library = RunbookReader.outline(file.toString(), Files.readString(file));
                RunbookSearch index = RunbookSearch.of(library);
                for (Runbook runbook : library.runbooks()) {
                    for (Step step : runbook.steps()) {
                        steps++;
                        if (index.find(step.title()).stream()
                                .noneMatch(it -> it.runbook().equals(runbook))) {
                            lost.add(file + ": " + step.title());
                        }
                    }
                }
            }
        }

        assertThat(steps).isGreaterThan(50);
        assertThat(lost).isEmpty();
    }

    @Test
    void wordsBeyondTheMostAreNotFoundAndThatIsSaid() {
        Library library =
                RunbookReader.read(
                        "x.md", "# Alpha beta\n\n1. Gamma\n\n# Alpha delta\n\n1. Beta\n");

        RunbookSearch all = RunbookSearch.of(library);
        RunbookSearch few = RunbookSearch.of(library, 3);

        assertThat(all.unknown()).isEmpty();
        assertThat(all.find("delta")).hasSize(1);
        assertThat(few.find("delta")).isEmpty();
        assertThat(few.find("alpha")).hasSize(2);
        assertThat(few.unknown().orElseThrow())
                .startsWith("the search knows the first 3 different words of these runbooks");
    }

    @Test
    void aWordThatStandsInEveryTextOfManyRunbooksIsFoundAtOnce() {
        String text =
                IntStream.range(0, 3_000)
                        .mapToObj(
                                i -> "# Lamp " + i + "\n\n1. Look at the lamp\n2. The lamp is on\n")
                        .collect(Collectors.joining("\n"));
        RunbookSearch search = RunbookSearch.of(RunbookReader.outline("lamps.md", text));

        // Where this takes minutes, it is the square of the runbooks.
        assertThat(search.find("l")).hasSize(3_000);
        assertThat(search.find("lamp 2999").getFirst().runbook().title()).isEqualTo("Lamp 2999");
    }

    @Test
    void hostileInputIsSearchedInBoundedTime() {
        String same = "a".repeat(50_000);
        String title =
                IntStream.range(0, 60)
                        .mapToObj(i -> "aaaaaaaaaaaa")
                        .collect(Collectors.joining(" "));
        RunbookSearch hostile =
                RunbookSearch.of(
                        RunbookReader.read("x.md", "# " + title + "\n\n```bash\ndate\n```\n"));

        assertThat(hostile.find(same)).isEmpty();
        assertThat(hostile.find("aaaaaaaaaaab")).isNotNull();
        assertThat(hostile.find(List.of("\u0000", "\ud800", "%s").toString())).isEmpty();
    }

    @Test
    void anErrorMessageFindsTheGuideThatHasIt() {
        Library library =
                RunbookReader.read(
                        "gate.md",
                        """
                        # Gate

                        ## The gate stays shut

                        ### Error message

                        ```
                        gate 8201 gave up
                        Please mend the lever, then try again.
                        ```

                        ### Resolution

                        ```sh
                        gate reset
                        ```

                        ## The lamp stays dark

                        ```sh
                        lamp try
                        ```
                        """);

        Found found = RunbookSearch.of(library).find("mend the lever").getFirst();

        assertThat(found.place()).isEqualTo(Place.SYMPTOM);
        assertThat(found.runbook().title()).isEqualTo("The gate stays shut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Symptom: port 8099 refuses connections",
                "**Symptoms:** port 8099 refuses connections",
                "- **Problem** - port 8099 refuses connections",
                "Error: `port 8099 refuses connections`"
            })
    void whatIsSeenIsFoundWhereOneLineSaysIt(String line) {
        Library library =
                RunbookReader.outline(
                        "a.md",
                        "# Gates\n\n" + line + "\n\n```sh\nss -ltnp\n```\n\n# Lamps\n\n1. Fill\n");

        assertThat(RunbookSearch.of(library).find("connections refused 8099"))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.runbook().title()).isEqualTo("Gates");
                            assertThat(found.place()).isEqualTo(Place.SYMPTOM);
                        });
    }
}
