package dev.warroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.warroom.problem.Problem;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.runbook.Joining;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each rule finds what it is for, in the place where it stands, and nothing in what is well. */
class ChecksTest {

    private static final Pattern RULE =
            Pattern.compile("(?ms)^## (\\S+)$.*?^````markdown\\n(.*?)^````$");

    private static Map<String, String> examples() throws IOException {
        Matcher rule = RULE.matcher(Files.readString(Path.of("docs/checks.md")));
        Map<String, String> examples = new TreeMap<>();
        while (rule.find()) {
            examples.put(rule.group(1), rule.group(2));
        }
        return examples;
    }

    static Set<Map.Entry<String, String>> documented() throws IOException {
        return examples().entrySet();
    }

    private static List<Finding> check(String text) {
        return check(Optional.empty(), material("x.md", text));
    }

    /** What is found in and between these files. */
    private static List<Finding> check(Optional<Set<String>> walked, Material... files) {
        Checks checks = new Checks(walked);
        List<Finding> found = new ArrayList<>();
        List.of(files).forEach(it -> found.addAll(checks.in(it)));
        found.addAll(
                checks.across(
                        it -> Files.exists(Path.of(it)),
                        () -> List.of("wiki/Not checked.md"),
                        name -> Stream.of(files).filter(it -> it.file().equals(name)).findAny()));
        return found;
    }

    private static Material material(String name, String text) {
        return new Material(name, text.lines().toList(), RunbookReader.read(name, text));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void theDocumentedExampleIsFound(Map.Entry<String, String> example)
            throws IOException, InterruptedException {
        String rule = example.getKey();
        // Nothing was walked, and no command asked for, where another rule is shown.
        boolean walks = rule.equals("never-walked");
        Material material = material("x.md", example.getValue());
        List<Finding> found =
                check(walks ? Optional.of(Set.of("other")) : Optional.empty(), material);
        found.addAll(ShellSyntax.in(material));
        if (rule.equals(MissingCommands.NAME)) {
            found.addAll(missing(material));
        }

        assertThat(found).extracting(Finding::rule).containsOnly(rule);
    }

    @Test
    void everyRuleIsDocumented() throws IOException {
        Set<String> names =
                new TreeSet<>(Set.of(Checks.READING, ShellSyntax.NAME, MissingCommands.NAME));
        new Checks(Optional.empty()).names().forEach(names::add);

        assertThat(examples().keySet()).isEqualTo(names);
    }

    @Test
    void aProblemStandsWhereItIs() {
        List<Finding> found = check("# A\n\n```bash\ncd /srv\n  sudo rm -rf cache\n```\n");

        assertThat(found).hasSize(1);
        Problem problem = found.getFirst().problem();
        assertThat(problem.location()).hasToString("x.md:5:3");
        assertThat(problem.message()).contains("rm -rf cache");
        assertThat(problem.hint()).isNotBlank();
    }

    @Test
    void marksOfAWordProcessorAreFoundWhereTheShellReadsThem() {
        List<Finding> found =
                check(
                        """
                        # A

                        ```bash
                        harbour open –north
                        harbour say "the “old” gate – open" # now – at once
                        harbour say=‘open’
                        ```
                        """);

        assertThat(found)
                .extracting(it -> it.rule() + " " + it.problem().location())
                .containsExactly("typographic-mark x.md:4:1", "typographic-mark x.md:6:1");
    }

    @Test
    void aLinkWithoutWordsIsCalledSo() {
        assertThat(check("# A\n\nSee ![](gate-that-is-not-there.png)\n\n```bash\nuptime\n```\n"))
                .extracting(it -> it.problem().message())
                .containsExactly(
                        "a link without words leads to gate-that-is-not-there.png, which is not"
                                + " there");
    }

    @Test
    void aLinkWithoutAnEndingLeadsToAFileOfThatNameOrIntoAFolder() {
        Material wiki =
                material(
                        "wiki/look.md",
                        """
                        # Look

                        1. Do as in [one](Restore-database), [two](./db/restore/), [three](db/),
                           [four](Restore-database#look-twice)
                        2. See [five](Restore-database#not-there), [six](Restore-databases)
                        3. See [seven](../src/test), [eight](../LICENSE)
                        """);
        Material restore = material("wiki/Restore-database.md", "# Look twice\n\n1. Look\n");
        Material inner = material("wiki/db/restore.md", "# Restore\n\n1. Act\n");
        Material index = material("wiki/db/README.md", "# All of them\n\n1. Act\n");

        assertThat(check(Optional.empty(), wiki, restore, inner, index))
                .extracting(it -> it.problem().location() + " " + it.problem().message())
                .containsExactlyInAnyOrder(
                        "wiki/look.md:5:13 the link \"five\" leads to #not-there, a heading that"
                                + " wiki/Restore-database.md lacks",
                        "wiki/look.md:5:48 the link \"six\" leads to wiki/Restore-databases,"
                                + " which is not there");
    }

    @Test
    void aPageThatIsCalledByItsNameIsLookedForAndToldOnce() {
        Material wiki =
                material(
                        "wiki/look.md",
                        """
                        # Look

                        1. Do as in [[Restore database]], [[restore_database|here]],
                           [[here|Restore-database]], [[Restore database#look: twice]], [[db]]
                        2. See [[#Look]], [[Not checked]], ![[picture.png]], [[1]](#look), `[[a b]]`
                        3. See [[Restore database#not there]], [[Nowhere to go]], [[#Gone]]
                        4. See [a]({{< ref "restore-database" >}}), [b]({% link db/README.md %}),
                           [c]({{< ref "gone.md" >}}), [d]({% post_url 2026-11-28-gone %})

                        ```bash
                        if [[ -f x ]]; then [[x]]; fi
                        ```
                        """);
        Material restore = material("db/Restore-database.md", "# Look, twice\n\n1. Look\n");
        Material index = material("db/README.md", "# All of them\n\n1. Act\n");

        assertThat(check(Optional.empty(), wiki, restore, index))
                .extracting(it -> it.problem().location() + " " + it.problem().message())
                .containsExactlyInAnyOrder(
                        "wiki/look.md:6:8 the link \"Restore database > not there\" leads to #not"
                                + " there, a heading that db/Restore-database.md lacks",
                        "wiki/look.md:6:40 no file is called so: [[Nowhere to go]]",
                        "wiki/look.md:8:8 no file is called so: {{< ref \"gone.md\" >}}",
                        "wiki/look.md:6:59 the link \"Gone\" leads to #Gone, a heading that"
                                + " wiki/look.md lacks");
    }

    @Test
    void whatIsWellIsLeftAlone() {
        String text =
                """
                # P1: All is down

                **Look (0-5 minutes):**

                ```bash
                ssh <host> 'df -h'
                psql -c "SELECT 1"
                ```

                **Mend (5-15 minutes):**

                Restore from the backup if this was wrong, see [below](#after).

                ```bash
                ./rollback.sh <previous-version> --force
                ```

                ## After

                - Write it down.
                """;

        assertThat(check(text)).isEmpty();
    }

    @Test
    void anExpectationBesideItIsEnough() {
        assertThat(
                        check(
                                """
                                # Cache

                                ```bash
                                redis-cli FLUSHALL
                                ```

                                **Expected:**

                                - Memory < 80%
                                """))
                .isEmpty();
    }

    @Test
    void aCommandIsNoWordBesideItself() {
        assertThat(
                        check(
                                """
                                # Free the disk

                                ```bash
                                rm -rf /srv/backup
                                ```

                                # Go to the old release

                                ```bash
                                ./rollback.sh 1.2 --force
                                ./restore.sh
                                ```
                                """))
                .extracting(Finding::rule, it -> it.problem().location().line())
                .containsExactly(tuple("danger-alone", 4), tuple("danger-alone", 10));
    }

    @Test
    void theRunbooksOfThisRepositoryAreWell() throws IOException, InterruptedException {
        try (var files = Files.list(Path.of("runbooks"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.toString();
                String text = Files.readString(file);
                Material material = material(name, text);
                List<Finding> found = check(Optional.empty(), material);
                found.addAll(ShellSyntax.in(material));

                assertThat(
                                found.stream()
                                        .filter(Finding::counts)
                                        .map(it -> it.problem().toString()))
                        .isEmpty();
            }
        }
    }

    @Test
    void theLineThatBashCannotReadIsNamed() throws IOException, InterruptedException {
        String text = "# A\n\n```bash\nuptime\ndf )\n```\n";
        List<Finding> found = ShellSyntax.in(material("x.md", text));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().problem().location()).hasToString("x.md:5:1");
        assertThat(found.getFirst().problem().hint()).startsWith("Close what is open");
    }

    @Test
    void wordsInBracketsBelongBehindANumberSign() throws IOException, InterruptedException {
        String text = "# A\n\n```bash\nrm current   (if it is there)\n```\n";
        List<Finding> found = ShellSyntax.in(material("x.md", text));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().problem().hint()).contains("behind a #");
    }

    @Test
    void commandsThatAreThereAndThoseElsewhereAreNotMissing()
            throws IOException, InterruptedException {
        String script = "f() { cat; }\nf | sort\nssh host no-such-thing\n./no-script.sh\ncd /\n";
        Material material = material("x.md", "# A\n\n```bash\n" + script + "```\n");

        // A machine that tests run on need not have ssh.
        assertThat(
                        missing(material).stream()
                                .map(it -> it.problem().message())
                                .filter(it -> !it.contains("command ssh")))
                .isEmpty();
    }

    @Test
    void whatIsBetweenFilesIsFoundWhenAllAreKnown() {
        Material quay =
                material("quay.md", "# Quay\n\nSee [gates](gates.md#north-gate), [b](b.md).\n");
        Material gates =
                material(
                        "gates.md",
                        "# Gates\n\n## North gate\n\nSee [q](quay.md#south), [q](quay.md).\n");

        assertThat(check(Optional.empty(), quay, gates))
                .extracting(it -> it.problem().toString())
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).contains("quay.md:3:", "b.md, which is not there"),
                        it -> assertThat(it).contains("gates.md:5:", "#south, a heading"));
    }

    @Test
    void aHeadingThatAnEarlierFileHasIsFound() {
        String text = "# Gates\n\n```bash\nuptime\n```\n";
        Joining joining = new Joining();
        Material[] both =
                Stream.of("a.md", "b.md")
                        .map(
                                it ->
                                        new Material(
                                                it,
                                                text.lines().toList(),
                                                joining.next(RunbookReader.read(it, text))))
                        .toArray(Material[]::new);

        assertThat(check(Optional.empty(), both))
                .extracting(Finding::rule, it -> it.problem().location().file())
                .containsExactly(tuple(Checks.DUPLICATE_ID, "b.md"));
        assertThat(check(Optional.empty(), both).getFirst().problem().message())
                .contains("the runbook at a.md:1 already has");
    }

    @Test
    void whatIsToBeFilledInIsNamedAsItIsWritten() {
        List<Finding> found = check("# A\n\n```bash\nrm -rf /srv/<quay>/old-quay\n```\n");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().problem().message())
                .contains("\"rm -rf /srv/<quay>/old-quay\"", "deletes /srv/<quay>/old-quay with");
    }

    @Test
    void theCommandThatNeverEndsIsWhereTheStepIsSaidToBeEndless() {
        List<Finding> found = check("# A\n\n```bash\nuptime\ntail -f a.log\n```\n");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().problem().location()).hasToString("x.md:5:1");
    }

    private static List<Finding> missing(Material material)
            throws IOException, InterruptedException {
        MissingCommands commands = new MissingCommands();
        commands.take(material);
        return commands.on("local", ChecksTest::here);
    }

    private static ChildResult here(String target, String script, Duration limit, int most)
            throws IOException, InterruptedException {
        return Child.run(
                ChildCommand.of(Path.of("/"), limit, "sh")
                        .withInput(script.getBytes(StandardCharsets.UTF_8)));
    }
}
