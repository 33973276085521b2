package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;

class LineBufferPropertiesTest {

    @Property(seed = "912196714")
    void itHoldsTheNewestLinesAndCountsTheOthers(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 200) Integer> blocks,
            @ForAll @IntRange(min = 1, max = 300) int limit) {
        LineBuffer<Integer> buffer = LineBuffer.of(limit);
        List<Integer> all = new ArrayList<>();
        for (int size : blocks) {
            List<Integer> block = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                block.add(all.size() + i);
            }
            all.addAll(block);
            buffer = buffer.plus(block);

            List<Integer> newest = all.subList(Math.max(0, all.size() - limit), all.size());
            assertThat(buffer.all()).isEqualTo(newest);
            assertThat(buffer.size()).isEqualTo(newest.size());
            assertThat(buffer.gone()).isEqualTo(all.size() - newest.size());
            assertThat(buffer.blocks()).noneMatch(List::isEmpty);
        }
    }

    @Property(seed = "145851856")
    void aWindowIsAPartOfAllLines(
            @ForAll @IntRange(max = 500) int lines,
            @ForAll @IntRange(min = 1, max = 300) int limit,
            @ForAll @IntRange(max = 600) int fromEnd,
            @ForAll @IntRange(max = 600) int most) {
        LineBuffer<Integer> buffer = LineBuffer.of(limit);
        for (int i = 0; i < lines; i++) {
            buffer = buffer.plus(List.of(i));
        }
        List<Integer> all = buffer.all();
        int end = Math.max(0, all.size() - fromEnd);

        assertThat(buffer.window(fromEnd, most))
                .isEqualTo(all.subList(Math.max(0, end - most), end));
    }

    @Example
    void aTrickleDoesNotMakeABlockALine() {
        LineBuffer<Integer> buffer = LineBuffer.of(10_000);
        for (int i = 0; i < 6_400; i++) {
            buffer = buffer.plus(List.of(i));
        }

        assertThat(buffer.blocks()).hasSize(100);
    }

    @Example
    void aLimitBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineBuffer.of(0))
                .withMessage("limit 0 must be >= 1");
    }
}
