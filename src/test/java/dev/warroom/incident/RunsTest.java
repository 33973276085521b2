package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class RunsTest {

    private static final int RUNS = 50;

    /** Whatever table is added to, also an older one, no table that was made changes. */
    @Property(tries = 200, seed = "5914")
    void aTableThatWasMadeNeverChanges(
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 10_000) Integer> choices) {
        List<Runs> made = new ArrayList<>(List.of(Runs.NONE));
        List<Map<String, String>> expected = new ArrayList<>(List.of(Map.of()));
        for (int choice : choices) {
            int on = made.size() - 1 - Math.min(choice % 4, made.size() - 1);
            String run = "INC-1-" + choice % RUNS;
            String step = "step-" + choice % 7;
            made.add(made.get(on).plus(run, step));
            Map<String, String> more = new HashMap<>(expected.get(on));
            more.put(run, step);
            expected.add(more);
        }
        for (int i = 0; i < made.size(); i++) {
            Map<String, String> wanted = expected.get(i);
            assertThat(made.get(i).size()).isEqualTo(wanted.size());
            for (int run = 0; run < RUNS; run++) {
                String name = "INC-1-" + run;
                assertThat(made.get(i).get(name)).isEqualTo(wanted.get(name));
                assertThat(made.get(i).containsKey(name)).isEqualTo(wanted.containsKey(name));
                assertThat(made.get(i).getOrDefault(name, "none"))
                        .isEqualTo(wanted.getOrDefault(name, "none"));
            }
        }
    }
}
