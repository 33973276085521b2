package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is kept of many files, and what is read again. */
class OutlinesTest {

    private final Map<String, String> folder = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private Library library(Outlines outlines) {
        return Library.join(
                folder.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> outline(outlines, it.getKey(), it.getValue()))
                        .toList());
    }

    private Library outline(Outlines outlines, String file, String text) {
        return outlines.read(
                file,
                text,
                () -> {
                    asked.add(file);
                    return folder.getOrDefault(file, "");
                });
    }

    private static String runbook(String title) {
        return "# " + title + "\n\nSee [it](#x).\n\n1. Look\n2. Mend\n\n```sh\nuptime\n```\n";
    }

    @Test
    void noTextIsKeptAndNoFileIsReadTwiceBeforeSomebodyLooksIntoIt() throws Exception {
        folder.put("a.md", runbook("Lamp"));
        Library library = library(new Outlines());
        WeakReference<String> text = new WeakReference<>(folder.put("a.md", "gone"));

        Await.until(
                "the text's end",
                () -> {
                    System.gc();
                    return text.get() == null;
                });

        assertThat(library.runbooks()).extracting(Runbook::title).containsExactly("Lamp");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasLookedIntoLastIsKept() {
        folder.put("a.md", runbook("Lamp"));
        folder.put("b.md", runbook("Fuse"));
        folder.put("c.md", runbook("Wire"));
        Library library = library(new Outlines(2L * runbook("Lamp").length()));

        for (int place : List.of(0, 1, 0, 2, 0, 1)) {
            assertThat(library.runbooks().get(place).steps()).hasSize(3);
        }

        assertThat(asked).containsExactly("a.md", "b.md", "c.md", "b.md");
    }

    @Test
    void aFileThatIsLongerThanWhatIsKeptIsReadOnceWhileOneLooksIntoIt() {
        folder.put("a.md", runbook("Lamp"));
        Library library = library(new Outlines(1));

        assertThat(library.runbooks().getFirst().steps()).hasSize(3);
        assertThat(library.runbooks().getFirst().sections()).hasSize(1);

        assertThat(asked).containsExactly("a.md");
    }

    @Test
    void aFileThatHasChangedSinceIsReadAsItIsNow() {
        folder.put("a.md", runbook("Lamp"));
        folder.put("b.md", runbook("Lamp"));
        Library library = library(new Outlines());
        folder.put("b.md", "# Before\n\n1. Wait\n\n# Lamp\n\n1. Take the spare one\n");

        assertThat(library.byId("lamp-2").orElseThrow().steps())
                .extracting(Step::id, Step::title)
                .containsExactly(tuple("lamp-2/steps/take-the-spare-one", "Take the spare one"));
    }

    @Test
    void ofAHeadingThatIsGoneSinceItSaysSo() {
        folder.put("a.md", runbook("Lamp"));
        folder.put("b.md", runbook("Lamp"));
        Library library = library(new Outlines());
        folder.clear();

        assertThat(library.runbooks())
                .allSatisfy(
                        it -> {
                            assertThat(it.steps()).isEmpty();
                            assertThat(it.sections().getFirst().id()).isEqualTo(it.id() + "/steps");
                            assertThat(it.sections().getFirst().instructions().getFirst())
                                    .startsWith(it.file() + " has changed since");
                        });
    }

    @Test
    void whoHasOpenedARunbookKeepsIt() {
        folder.put("a.md", runbook("Lamp"));
        folder.put("b.md", runbook("Fuse"));
        Library library = library(new Outlines(1));
        Runbook opened = library.runbooks().getFirst().opened();
        assertThat(library.runbooks().getLast().steps()).hasSize(3);
        folder.clear();

        assertThat(opened.steps()).hasSize(3);
    }

    @Test
    void linesThatArePackedAreTheSame() {
        List<String> lines = List.of("", "a", "über 5 €", "", "😀 ok");

        assertThat(PackedLines.of(lines)).containsExactlyElementsOf(lines).isEqualTo(lines);
        assertThat(PackedLines.of(List.of())).isEmpty();
        assertThat(PackedLines.of(List.of(""))).containsExactly("");
    }
}
