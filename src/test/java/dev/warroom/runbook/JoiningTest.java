package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Severity;

import org.junit.jupiter.api.Test;

import java.util.List;

class JoiningTest {

    private static final String QUEUE =
            "# P2: Queue\n\n"
                    + "**Fix:**\n\n"
                    + "```sh\n"
                    + "# Option 1: Restart\n"
                    + "./r.sh\n"
                    + "```\n\n"
                    + "**Then:**\n\n"
                    + "- [ ] Look\n";

    @Test
    void filesStandInTheirOrderAndKeepTheirProblems() {
        Library joined =
                Library.join(
                        List.of(
                                RunbookReader.read("a.md", QUEUE),
                                RunbookReader.read("b.md", "# Cache\n\n```sh\necho '\n```\n"),
                                Library.EMPTY));

        assertThat(joined.runbooks()).extracting(Runbook::file).containsExactly("a.md", "b.md");
        assertThat(joined.problems())
                .extracting(it -> it.location().toString())
                .containsExactly("b.md:4");
        assertThat(joined.forSeverity(Severity.P2)).map(Runbook::id).contains("p2-queue");
    }

    @Test
    void aRunbookIsAlsoMeantByItsFile() {
        Library joined =
                Library.join(
                        List.of(
                                RunbookReader.read("runbooks/queue.md", QUEUE),
                                RunbookReader.read("runbooks/b.md", "# Cache\n\n- [ ] Look\n")));

        assertThat(joined.named("runbooks/queue.md"))
                .extracting(Runbook::title)
                .containsExactly("P2: Queue");
        assertThat(joined.named("b.md")).extracting(Runbook::title).containsExactly("Cache");
        assertThat(joined.named("ueue.md")).isEmpty();
    }

    @Test
    void aSecondRunbookOfTheSameNameIsNumberedThroughout() {
        Library joined =
                Library.join(
                        List.of(
                                RunbookReader.read("a.md", QUEUE),
                                RunbookReader.read("b.md", QUEUE)));

        assertThat(joined.byId("p2-queue")).map(Runbook::file).contains("a.md");
        Runbook second = joined.byId("p2-queue-2").orElseThrow();
        assertThat(second.file()).isEqualTo("b.md");
        assertThat(second.sections())
                .extracting(Section::id)
                .containsExactly("p2-queue-2/fix", "p2-queue-2/then");
        assertThat(second.steps())
                .extracting(Step::id)
                .containsExactly("p2-queue-2/fix/restart", "p2-queue-2/then/look");
        Choice choice = (Choice) second.sections().getFirst().items().getFirst();
        assertThat(choice.id()).isEqualTo("p2-queue-2/fix/choice");
        assertThat(choice.options().getFirst().id()).isEqualTo("p2-queue-2/fix/option-1-restart");
        assertThat(joined.problems()).isEmpty();
    }

    @Test
    void idsDoNotDependOnLines() {
        Library here = RunbookReader.read("a.md", QUEUE);
        Library lower =
                RunbookReader.read("a.md", "Some words.\n\n" + QUEUE.replace("\n\n", "\n\n\n"));

        assertThat(lower.runbooks().getFirst().steps())
                .extracting(Step::id)
                .isEqualTo(here.runbooks().getFirst().steps().stream().map(Step::id).toList());
    }
}
