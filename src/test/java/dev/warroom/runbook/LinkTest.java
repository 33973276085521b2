package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** Links lead from step to runbook, in other files too. */
class LinkTest {

    private static final String LAMP =
            """
            # Lamp

            1. Swap the fuse, as in [fuses](../power/fuses.md#swap-it)

            ```sh
            lampctl on
            ```
            """;

    private static final String FUSES =
            """
            # Fuses

            ## Look

            1. Look

            ## Swap it

            1. Swap, then [go on](/runbooks/sea/lamp.md)
            """;

    private final Library library =
            Library.join(
                    List.of(
                            RunbookReader.read("runbooks/sea/lamp.md", LAMP),
                            RunbookReader.read("runbooks/power/fuses.md", FUSES)));

    @Test
    void aStepLeadsToTheRunbookThatItNames() {
        Step step = library.byId("lamp").orElseThrow().steps().getFirst();

        Link link = linkIn(library, step);

        assertThat(library.behind(link))
                .get()
                .isInstanceOfSatisfying(
                        Place.InRunbook.class,
                        it -> assertThat(it.runbook().title()).isEqualTo("Swap it"));
    }

    @Test
    void aPathFromTheTopIsOneOfTheWorkspace() {
        Link link = library.links().getLast();

        assertThat(link.in()).isEqualTo("swap-it/steps/swap-then-go-on");
        assertThat(library.behind(link))
                .get()
                .isInstanceOfSatisfying(
                        Place.InRunbook.class,
                        it -> assertThat(it.runbook().id()).isEqualTo("lamp"));
    }

    @Test
    void aLinkStaysWithItsStepWhenTwoRunbooksHaveTheSameName() {
        Library twice =
                Library.join(
                        List.of(
                                RunbookReader.read("a.md", FUSES),
                                RunbookReader.read("b.md", FUSES)));

        assertThat(twice.links())
                .extracting(Link::in)
                .containsExactly(
                        "swap-it/steps/swap-then-go-on", "swap-it-2/steps/swap-then-go-on");
        assertThat(linkIn(twice, twice.byId("swap-it-2").orElseThrow().steps().getFirst()).file())
                .isEqualTo("b.md");
    }

    @Test
    void aLinkStaysWithItsStepWhenAnotherStepLeadsFurtherDown() {
        Library twice =
                RunbookReader.read(
                        "a.md",
                        "# A\n\n1. Swap the db, see [fuses](db/fuses.md)\n2. See [db](db/)\n");

        assertThat(twice.links())
                .extracting(Link::in)
                .containsExactly("a/steps/swap-the-db-see-fuses", "a/steps/see-db");
    }

    private static Link linkIn(Library library, Step step) {
        return library.links().stream()
                .filter(it -> it.in().equals(step.id()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.md, c.md, a/c.md",
        "a/b.md, ../c.md#x, c.md",
        "a/b.md, ./c%20d.md, a/c d.md",
        "a/b.md, 100%.md, a/100%.md",
        "a/b.md, '#x', a/b.md",
        "a/b.md, ../../c.md, ''",
        "/w/a.md, c.md, /w/c.md",
        "a/b.md, https://c.example/d.md, ''",
        "a/b.md, mailto:c@d.example, ''"
    })
    void aTargetIsLookedForBesideItsFile(String file, String target, String found) {
        assertThat(new Link(file, 1, "", "x", target).targetFile().orElse("")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "Restore-database, runbooks/Restore-database.md",
        "./Restore-database, runbooks/Restore-database.md",
        "Restore%20the%20rest, runbooks/Restore the rest.markdown",
        "db/restore, runbooks/db/restore.md",
        "../runbooks/db/restore/, runbooks/db/restore.md",
        "db, runbooks/db/README.md",
        "db/, runbooks/db/README.md",
        "gate/, runbooks/gate/index.md",
        "sea, runbooks/sea/_index.md",
        "v1.2, runbooks/v1.2.md",
        ".., README.md",
        "nowhere/, ''"
    })
    void aTargetWithoutAnEndingLeadsToTheFileThatIsThere(String target, String found) {
        List<String> files =
                List.of(
                        "README.md",
                        "runbooks/Restore-database.md",
                        "runbooks/Restore the rest.markdown",
                        "runbooks/db/restore.md",
                        "runbooks/db/README.md",
                        "runbooks/gate/index.md",
                        "runbooks/sea/_index.md",
                        "runbooks/v1.2.md");
        String look = "# Look\n\n1. Do as in [this](" + target + ")\n";

        assertThat(place("runbooks/look.md", look, files)).isEqualTo(found);
    }

    @Test
    void aTargetWithoutAnEndingKeepsItsHeading() {
        Library wiki =
                Library.join(
                        List.of(
                                RunbookReader.read("a.md", "# A\n\n1. See [b](b#swap-it)\n"),
                                RunbookReader.read("b.md", FUSES)));

        assertThat(wiki.behind(wiki.links().getFirst()))
                .get()
                .isInstanceOfSatisfying(
                        Place.InRunbook.class,
                        it -> assertThat(it.runbook().title()).isEqualTo("Swap it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[Restore database]]; runbooks/wiki/Restore-database.md",
                "[[restore_database]]; runbooks/wiki/Restore-database.md",
                "[[Restore database|here]]; runbooks/wiki/Restore-database.md",
                "[[here|Restore-database]]; runbooks/wiki/Restore-database.md",
                "[[here|swap fuses]]; runbooks/power/Swap fuses.md",
                "[[Swap-fuses.md]]; runbooks/power/Swap fuses.md",
                "[[power/Swap fuses]]; runbooks/power/Swap fuses.md",
                "[[../power/swap-fuses]]; runbooks/power/Swap fuses.md",
                "[[wer/Swap fuses]]; ''",
                "[[fuses]]; ''",
                "[[sea]]; runbooks/sea/_index.md",
                "[x]({{< ref \"Swap fuses.md\" >}}); runbooks/power/Swap fuses.md",
                "[x]({{< relref \"swap-fuses\" >}}); runbooks/power/Swap fuses.md",
                "[x]({{% ref swap-fuses %}}); runbooks/power/Swap fuses.md",
                "[x]({{<ref \"/power/swap-fuses\">}}); runbooks/power/Swap fuses.md",
                "[x]({{< ref path=\"swap-fuses.md\" lang=\"en\" >}} \"Fuses\"); runbooks/power/Swap"
                        + " fuses.md",
                "[x]({{< relref \"../restore-database.md\" >}}); runbooks/Restore database.md",
                "[x]({{< ref \"sea\" >}}); runbooks/sea/_index.md",
                "[x]({{< ref \"/sea/_index.md\" >}}); runbooks/sea/_index.md",
                "[x]({% link power/Swap fuses.md %}); runbooks/power/Swap fuses.md",
                "[x]({{ site.baseurl }}{% link power/Swap fuses.md %}); runbooks/power/Swap"
                        + " fuses.md",
                "[x]({% link _runbooks/power/Swap fuses.md %}); ''",
                "[x]({% post_url 2026-11-28-swap-fuses %}); ''",
                "`[x]({{< ref \"swap-fuses\" >}})`; ''",
                "[x](Restore-database.md \"All of it\"); runbooks/wiki/Restore-database.md",
                "[[Release-1.2]]; runbooks/Release 1.2.md",
                "[[Café]]; runbooks/Café.md",
                "![[Swap fuses]]; ''",
                "`[[Swap fuses]]`; ''",
                "``a ` [[Swap fuses]]``; ''",
                "\\[[Swap fuses]]; ''",
                "[[Swap fuses]](#x); ''",
                "[[ Swap fuses ]]; ''",
                "x[[Swap fuses]]; ''",
                "[[[Swap fuses]]]; ''",
            })
    void aPageMayBeCalledByItsName(String written, String found) {
        List<String> files =
                List.of(
                        "runbooks/Café.md",
                        "runbooks/Release 1.2.md",
                        "runbooks/Restore database.md",
                        "runbooks/power/Swap fuses.md",
                        "runbooks/sea/_index.md",
                        "runbooks/wiki/Restore-database.md");

        assertThat(place("runbooks/wiki/look.md", "# Look\n\n1. As " + written + "\n", files))
                .isEqualTo(found);
    }

    @Test
    void aHeadingMayBeCalledByItsWordsToo() {
        Library wiki =
                Library.join(
                        List.of(
                                RunbookReader.read(
                                        "a.md",
                                        "# A\n\n1. See [[B#Swap: it|the second]]\n"
                                                + "2. See [it]({{< ref \"b.md#swap-it\" >}})\n"),
                                RunbookReader.read("b.md", FUSES)));

        assertThat(wiki.linksOf("a.md"))
                .extracting(Link::in)
                .containsExactly("a/steps/see-the-second", "a/steps/see-it");
        assertThat(wiki.linksOf("a.md"))
                .extracting(it -> ((Place.InRunbook) wiki.behind(it).orElseThrow()).runbook())
                .extracting(Runbook::title)
                .containsExactly("Swap it", "Swap it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[Restore database]]; Restore database",
                "[[Restore database|here]]; here (Restore database)",
                "[[the database|Restore-database]]; the database (Restore-database)",
                "[[Restore database|Restore-database]]; Restore database",
                "[[a_b_c | here & now]]; here & now (a_b_c)",
                "[[a_b_c\\|here & now]]; here & now (a_b_c)",
                "[[Restore#Look * twice]]; ",
                "[[Restore#Look twice]]; Restore > Look twice",
                "[[#Look twice]]; Look twice",
                "[[Gauge|https://gauge.example/a_b_c]]; Gauge (https://gauge.example/a_b_c)",
                "[[https://gauge.example]]; https://gauge.example",
                "[it]({{< ref \"a b.md#look\" >}}); it (a b.md#look)",
                "[it]({{< ref \"a b.md\" >}}#look); it (a b.md#look)",
                "[it]({{% relref a.md %}}); it (a.md)",
                "[it]({% link docs/a.md %}#look); it (docs/a.md#look)",
                "[it]({% post_url 2026-11-28-a %}); ",
                "[it]({{ site.baseurl }}/a); ",
                "[[ -f x ]]; ",
                "[[ $a == b ]]; ",
                "[[:alpha:]]; ",
                "[[-n x]]; ",
                "[[1]]; ",
                "[[1, 2], [3, 4]]; ",
                "[[inputs.cpu]]; ",
                "[[picture.png]]; ",
                "[[a plan.pdf]]; ",
                "![[Restore database]]; ",
                "[[_TOC_]]; [[TOC]]",
                "[[Category:Gates]]; ",
                "[[user@]host]; ",
                "[[a|b|c]]; ",
                "[[a=b]]; ",
                "`[[Restore database]]`; ",
                "[[]]; "
            })
    void wordsOfALinkStandWithoutBracketsAndOthersAsTheyAre(String written, String shown) {
        String expected = shown == null ? written : shown;

        assertThat(Inline.lines("See " + written + " first"))
                .containsExactly("See " + expected + " first");
    }

    @Test
    void aTableOfSettingsIsNoLink() {
        assertThat(Inline.lines("[[mounts]]\nsource = \"gate\""))
                .containsExactly("[[mounts]]", "source = \"gate\"");
    }

    /** The file that the first link of a text leads to; empty for none. */
    private static String place(String file, String text, List<String> others) {
        List<Library> all = new ArrayList<>();
        all.add(RunbookReader.read(file, text));
        others.forEach(it -> all.add(RunbookReader.read(it, "# In " + it + "\n\n1. Act\n")));
        Library library = Library.join(all);
        return library.links().stream()
                .findFirst()
                .flatMap(library::behind)
                .map(Place::file)
                .orElse("");
    }
}
