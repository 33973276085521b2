package dev.warroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.layout.Layout;
import dev.warroom.layout.Layout.Direction;
import dev.warroom.layout.Layout.Leaf;
import dev.warroom.layout.Layout.Part;
import dev.warroom.layout.Layout.Split;
import dev.warroom.layout.Pane;
import dev.warroom.problem.ProblemsException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LayoutReaderTest {

    @TempDir Path folder;

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theTreeIsReadAsWritten() {
        Layout layout =
                LayoutReader.read(Path.of("src/test/resources/workspace/layout/usual.yaml"));
        assertThat(layout)
                .isEqualTo(
                        new Layout(
                                "usual",
                                new Split(
                                        Direction.COLUMNS,
                                        List.of(
                                                new Part(2, new Leaf(Pane.CHECKLIST, 40, 10)),
                                                new Part(
                                                        1,
                                                        new Split(
                                                                Direction.ROWS,
                                                                List.of(
                                                                        new Part(
                                                                                1,
                                                                                new Leaf(
                                                                                        Pane.LOGS,
                                                                                        20, 3)),
                                                                        new Part(
                                                                                3,
                                                                                new Leaf(
                                                                                        Pane.HEALTH,
                                                                                        20,
                                                                                        3))))))),
                                Optional.of("narrow")));
    }

    @Test
    void theLayoutsOfTheProductAreGood() {
        Map<String, Layout> layouts = LayoutReader.readAll(Path.of("layouts"));
        assertThat(layouts)
                .containsOnlyKeys(
                        "war-room",
                        "narrow",
                        "wide",
                        "checklist-only",
                        "deployment-watch",
                        "logs-and-health");
        assertThat(layouts.get("war-room").fallback()).contains("narrow");
        assertThat(layouts.get("narrow").root()).isEqualTo(new Leaf(Pane.CHECKLIST, 20, 5));
    }

    @Test
    void withoutAFolderThereAreNone() {
        assertThat(LayoutReader.readAll(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aCircleOfFallbacksIsToldWhereItIs() throws Exception {
        write("a.yaml", "pane: logs\nfallback: b\n");
        write("b.yaml", "pane: logs\nfallback: a\n");
        write("c.yaml", "pane: logs\nfallback: a\n");
        write("self.yaml", "pane: logs\nfallback: self\n");
        assertThatThrownBy(() -> LayoutReader.readAll(folder))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(3))
                .hasMessageContaining(folder.resolve("a.yaml") + ":2:11: ")
                .hasMessageContaining("a -> b -> a")
                .hasMessageContaining("b -> a -> b")
                .hasMessageContaining("self -> self");
    }

    @Test
    void aFallbackThatIsNotThereIsToldWithTheNearest() throws Exception {
        write("wide.yaml", "pane: logs\nfallback: narow\n");
        write("narrow.yaml", "pane: logs\n");
        assertThatThrownBy(() -> LayoutReader.readAll(folder))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("wide.yaml:2:11: ")
                .hasMessageContaining("Did you mean \"narrow\"?");
    }

    @Test
    void theProblemsOfAllFilesComeAtOnce() throws Exception {
        write("a.yaml", "pane: lgos\n");
        write("b.yaml", "pane: \t\n  x");
        write("c.yaml", "pane: logs\nfallback: a\n");
        assertThatThrownBy(() -> LayoutReader.readAll(folder))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("a.yaml:1:7")
                .hasMessageContaining("b.yaml");
    }

    @Test
    void aMissingFileIsAProblem() {
        assertThatThrownBy(() -> LayoutReader.read(folder.resolve("x.yaml")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("does not exist");
    }
}
