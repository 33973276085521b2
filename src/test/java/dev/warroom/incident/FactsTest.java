package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;

class FactsTest {

    /** Whatever list is added to, also an older one, no list that was made changes. */
    @Property(tries = 200, seed = "7301")
    void aListThatWasMadeNeverChanges(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000) Integer> bases) {
        List<Facts> made = new ArrayList<>(List.of(Facts.NONE));
        List<List<Fact>> expected = new ArrayList<>(List.of(List.of()));
        for (int base : bases) {
            int on = made.size() - 1 - Math.min(base % 4, made.size() - 1);
            Fact fact =
                    new Fact(
                            made.size(),
                            EveryEvent.START,
                            "ana",
                            "a",
                            new IncidentEvent.Acknowledged());
            made.add(made.get(on).plus(fact));
            List<Fact> longer = new ArrayList<>(expected.get(on));
            longer.add(fact);
            expected.add(longer);
        }
        assertThat(made).isEqualTo(expected);
    }
}
