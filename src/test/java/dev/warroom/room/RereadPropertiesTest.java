package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.StepState;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Step;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file that somebody edits, anyhow, while its runbook is walked. */
class RereadPropertiesTest {

    private static final String FILE =
            """
            # Deploy

            **Before (10 minutes):**

            ```bash
            # 1. Look at the disks
            df -h

            # 2. Run the tests
            make test
            ```

            **Deploy:**

            1. Tell the team
            2. Press the button
            3. Watch the errors

            **Expected Results:**

            - Error rate < 1%
            """;

    private static final List<String> LINES =
            List.of(
                    "",
                    "Some words.",
                    "# 9. A new step",
                    "make more",
                    "1. Another item",
                    "**A new phase (5 minutes):**",
                    "```",
                    "- a bullet",
                    "## A heading");

    /** One edit: a line is put in, or taken out. */
    private record Edit(int at, String line) {

        List<String> of(List<String> lines) {
            List<String> edited = new ArrayList<>(lines);
            int place = at % (lines.size() + 1);
            if (!line.equals("-")) {
                edited.add(place, line);
            } else if (place < edited.size() && place > 0) {
                edited.remove(place);
            }
            return edited;
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> lines = Arbitraries.oneOf(Arbitraries.of(LINES), Arbitraries.just("-"));
        return Combinators.combine(Arbitraries.integers().between(0, 60), lines)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "20261124")
    void whatIsFinishedStaysFinishedAndTheCursorStaysWhereItsSpotStill(
            @ForAll("edits") List<Edit> edits) {
        Desk desk = Desk.walking(120, 30, FILE);
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "fine");
        desk.goTo("Tell the team").type("x").goTo("Watch the errors").type("snot now");
        desk.press(Key.Kind.ENTER).goTo("Press the button").clear();
        Map<String, StepState> before = new HashMap<>();
        desk.incident().steps().forEach((id, record) -> before.put(id, record.state()));
        String cursor = desk.room().checklist().cursor();
        List<String> old = RunbookLines.of(desk.room().checklist().runbook().orElseThrow());

        List<String> lines = FILE.lines().toList();
        for (Edit edit : edits) {
            lines = edit.of(lines);
        }
        desk.signal(
                Signal.LibraryRead.of(
                        RunbookReader.read("runbooks/walk.md", String.join("\n", lines) + "\n")));

        Checklist after = desk.room().checklist();
        List<IncidentEvent> events = desk.events();
        Map<String, String> from = new HashMap<>();
        for (IncidentEvent event : events) {
            if (event instanceof StepMoved moved) {
                from.put(moved.to(), moved.from());
            }
        }
        for (Step step : after.steps()) {
            String was = from.getOrDefault(step.id(), step.id());
            assertThat(desk.incident().state(step.id()))
                    .as(step.id())
                    .isEqualTo(before.getOrDefault(was, StepState.OPEN));
        }
        assertThat(desk.incident().steps()).hasSameSizeAs(before);
        for (String title : List.of("Look at the disks", "Tell the team", "Watch the errors")) {
            List<Step> still =
                    after.steps().stream().filter(it -> it.title().equals(title)).toList();
            if (still.size() == 1 && kind(still.getFirst()).equals(title)) {
                assertThat(desk.incident().state(still.getFirst().id()).settled())
                        .as(title)
                        .isTrue();
            }
        }
        if (after.spots().at(cursor).isPresent()) {
            assertThat(after.cursor()).isEqualTo(cursor);
        }
        boolean differs = !RunbookLines.of(after.runbook().orElseThrow()).equals(old);
        assertThat(events).filteredOn(RunbookChanged.class::isInstance).hasSize(differs ? 1 : 0);
        assertThat(after.changed().isPresent()).isEqualTo(differs);
    }

    /** The title, where the step is still what it was: by a command, or by a person. */
    private static String kind(Step step) {
        boolean command = step.title().equals("Look at the disks");
        boolean same = command ? step.script().equals("df -h") : step.script().isEmpty();
        return same ? step.title() : "";
    }
}
