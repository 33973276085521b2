package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * No text is so large, so deep or so broken that it stops the reader. Processor time is bounded,
 * since a busy machine takes its own; the wall clock only ends what would never end.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTextTest {

    private static final Duration MOST = Duration.ofSeconds(8);

    /** Of one kind; what takes time by the square of it takes more than the limit already. */
    private static final int MUCH = 100_000;

    private static final String STEPS = "\n\n# After\n\n```sh\ndate\n```\n";

    /** Of this thread, so that nothing else in the tests counts. */
    private static Library read(String name, String text) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Library library = RunbookReader.read(name, text);
        // What is found only when somebody looks at it must take no longer.
        assertThat(library.hashCode()).isEqualTo(library.hashCode());
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        assertThat(Duration.ofNanos(took)).as("processor time of %s", name).isLessThan(MOST);
        return library;
    }

    @Test
    void aTextOfTenMegabytesIsReadToItsLimitAndSaysSo() {
        String text =
                ("## Drain\n\n1. look\n\n```sh\n./drain.sh <node>\n```\n\n"
                                + "Words. ".repeat(60)
                                + "\n\n")
                        .repeat(22_000);

        assertThat(text).hasSizeGreaterThan(10_000_000);
        Library library = read("big.md", text);

        assertThat(library.runbooks()).hasSizeGreaterThan(8_000);
        assertThat(library.problems())
                .anySatisfy(
                        it -> {
                            assertThat(it.level()).isEqualTo(Problem.Level.ERROR);
                            assertThat(it.message()).contains("" + text.length(), "4000000");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "1. ", "> ", "- > ", "* 1. "})
    void tenThousandNestedListsOrQuotesAreReadAndNamed(String mark) {
        String nested = mark.repeat(10_000 / (mark.length() / 2)) + "deep";

        Library library = read("deep.md", "text\n\n" + nested + STEPS);

        assertThat(library.runbooks().getLast().steps().getLast().script()).isEqualTo("date");
        assertThat(library.problems())
                .anySatisfy(
                        it -> {
                            assertThat(it.message()).contains("nest deeper");
                            assertThat(it.location()).hasToString("deep.md:3");
                        });
    }

    @Test
    void listsThatNestLineByLineAreReadAndNamed() {
        StringBuilder nested = new StringBuilder("text\n\n");
        for (int depth = 0; depth < 1_900; depth++) {
            nested.append("  ".repeat(depth)).append("- level ").append(depth).append('\n');
        }

        Library library = read("deep.md", nested + STEPS);

        assertThat(library.runbooks().getLast().steps().getLast().script()).isEqualTo("date");
        assertThat(library.problems()).anyMatch(it -> it.message().contains("nest deeper"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "*a ",
                "**a",
                "[",
                "![",
                "](",
                "`",
                "`` ` ",
                "<",
                "<a ",
                "&amp;",
                "\\",
                "_a_",
                "|",
                "# ",
                "$ ",
                "\u0000",
                "{a}",
                "<x>",
                "'",
                "😀",
                "[a](",
                "a|",
                "$(",
                "\t",
                "==a",
                "==a== ",
                "==",
                "[[",
                "[[a]]",
                "[[a|b]] ",
                "`[[",
                "[[a "
            })
    void aMegabyteOnOneLineIsCutAndNamed(String piece) {
        String line = "x " + piece.repeat(1_000_000 / piece.length());

        Library library = read("long.md", line + STEPS);
        Library code = read("long.md", "# A\n\n```sh\n" + line + "\n```" + STEPS);

        assertThat(library.byId("after")).isPresent();
        assertThat(code.byId("after")).isPresent();
        assertThat(library.problems())
                .anyMatch(
                        it ->
                                it.message().contains("1000000 characters")
                                        || it.message()
                                                .contains("characters; those after the first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "**a\n",
                "[a",
                "[a\n",
                "![",
                "a](",
                "[[a",
                "==a ",
                "(==a",
                "==`",
                "==a==\n",
                "[[a]]",
                "[[a|b]] ",
                "[[a]]\n\n",
                "[a]({{< ref b",
                "[a]({{< ref \"b\" c",
                "]({{< ref \"b\" >}})",
                "]({{a}}{% link ",
                "``[[a`\n",
                "`a\n",
                "<a \n",
                "[a]: b\n",
                "|a\n",
                "a |\n",
                "- a\n",
                "- [ ] a\n\n",
                "1. a\n",
                "> a\n",
                "# a\n",
                "**a**\n\n",
                "    a\n\n",
                "***\n",
                "**Expected**\n\n- a\n\n",
                "**Option 1: a**\n\n",
                "<!--\n",
                "<?\n```\n",
                "<details>\n```sh\n",
                "<pre>\n",
                "```md\n",
                "````\n```x\n",
                "1. a\n```\nb\n```\n",
                "\u00c3\u00a9\u00e2",
                "a\n",
                "---\n",
                "a: b\n"
            })
    void muchOfTheSameMarkupTakesMoments(String piece) {
        String text = piece.repeat(MUCH / piece.length());

        assertThat(read("same.md", "# A\n\n- [ ] b\n\n" + text).runbooks()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 1. a\n",
                "# Option 1: a\n",
                "# a\n\n",
                "a |\n",
                "a \\\n",
                "cat <<A\n",
                "echo '\n",
                "if a\n",
                "{ a\n",
                "( a\n",
                "SELECT a\n",
                "echo {a} <b>\n",
                "awk awk '{a}'\n",
                "echo \"\n'\n",
                "$ a\n",
                "a; b & c || d && e\n",
                "$A ${B} C=",
                "A_NAME user@host -h host\n",
                "[a b",
                "top\n",
                "a  b  c  d ",
                "a | b | c ",
                "(a / b",
                "> a\n# b\n",
                "A B c-d, e\n",
                "\n",
                "tail -f a | b\n",
                "<a<a<a{a{a\n"
            })
    void muchOfTheSameShellTakesMoments(String piece) {
        String text = piece.repeat(MUCH / piece.length());

        assertThat(read("same.md", "# A\n\n- [ ] b\n\n```sh\n" + text + "```\n").runbooks())
                .isNotEmpty();
    }

    @Test
    void aScriptOfNamesWithoutNumberAsksForSomeOfThem() {
        StringBuilder script = new StringBuilder("# A\n\n```sh\n");
        for (int i = 10_000; i < 70_000; i++) {
            script.append("curl $V").append(i).append(" YOUR_").append(i).append(" N");
            script.append(i).append("_NAME\n");
        }

        Library library = read("names.md", script + "```\n");

        assertThat(library.runbooks().getFirst().steps().getFirst().placeholders())
                .hasSizeBetween(300, 1_000);
    }

    @Test
    void problemsWithoutNumberAreCounted() {
        String text = "# A\n\n```sh\necho '\n```\n\n".repeat(300);

        assertThat(read("many.md", text).problems())
                .hasSize(101)
                .last()
                .satisfies(it -> assertThat(it.message()).contains("200 more problems"));
    }

    @Test
    void aTitleOfWideLettersIsCutBetweenThem() {
        Step step =
                read("wide.md", "# A\n\n1. " + "😀".repeat(150))
                        .runbooks()
                        .getFirst()
                        .steps()
                        .getFirst();

        assertThat(step.title()).isEqualTo("😀".repeat(99) + "…");
        assertThat(step.instructions()).containsExactly("😀".repeat(150));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Tabs>\n<TabItem label=\"a\">\n\n",
                "{{< tabs >}}\n{{< tab \"a\" >}}\n",
                "=== \"a\"\n\n    text\n\n",
                "1. Look\n\n    === \"a\"\n\n        text\n\n",
                "<a name=\"x\"/>\n",
                "<br/>\n",
                ":::note\n",
                "> [!note] a\n",
                "[source,bash]\n----\n\n",
                "Symptom: a\n"
            })
    void manyMarksOfSitesAreReadInBoundedTime(String mark) {
        Library library = read("marks.md", mark.repeat(MUCH) + STEPS);

        assertThat(library.runbooks().toString() + library.pages()).contains("After");
    }

    @Test
    void tabsInTabsInTabsAreReadInBoundedTime() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 1_200; depth++) {
            text.append("    ".repeat(depth)).append("=== \"a\"\n\n");
        }

        Library library = read("tabs.md", text + STEPS);

        assertThat(library.runbooks()).isNotEmpty();
    }

    static Stream<String> longLines() {
        return Stream.of(
                "[source" + " ".repeat(MUCH) + "x\n----\n",
                ("<a " + "id=".repeat(150) + " x\n\n").repeat(2_000),
                ("!!! " + "a".repeat(3_000) + "\"x\n    y\n").repeat(300),
                inShell("A=x" + " ".repeat(390) + "$"),
                inShell("A=" + "Ab ".repeat(10_000) + "$"),
                inShell("A=\\\n" + "Ab \\\n".repeat(10_000) + "$"),
                inShell("npx ".repeat(MUCH)),
                inShell("python -m ".repeat(MUCH)),
                inShell("bundle exec ".repeat(MUCH)),
                inShell("docker exec a ".repeat(MUCH)));
    }

    private static String inShell(String line) {
        return "# A\n\n```sh\n" + line + "\n```\n";
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void whatSaysTheSameAgainAndAgainInALineIsReadInBoundedTime(String text) {
        Library library = read("long.md", text + STEPS);

        assertThat(library.runbooks().getLast().steps().getLast().script()).isEqualTo("date");
    }
}
