package dev.warroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class LineAssemblerPropertiesTest {

    @Provide
    Arbitrary<byte[]> hostile() {
        return Hostile.bytes();
    }

    @Property(seed = "977958283")
    void everySplitGivesTheSameLines(
            @ForAll("hostile") byte[] bytes,
            @ForAll @IntRange(min = 4, max = 40) int most,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<String> split = new ArrayList<>();
        LineAssembler assembler = new LineAssembler(most, split::add);
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(bytes.length - at, random.nextInt(5));
            assembler.add(bytes, at, count);
            at += count;
        }
        assembler.flush();
        assertThat(split).isEqualTo(whole(bytes, most));
    }

    @Property(seed = "308603697")
    void nothingDangerousComesOut(
            @ForAll("hostile") byte[] bytes, @ForAll @IntRange(min = 4, max = 40) int most) {
        for (String line : whole(bytes, most)) {
            assertThat(line.codePoints().filter(Hostile::dangerous).count()).isZero();
        }
    }

    @Property(seed = "163394215")
    void whatIsPendingIsWhatFlushingShows(@ForAll("hostile") byte[] bytes) {
        List<String> lines = new ArrayList<>();
        LineAssembler assembler = new LineAssembler(1000, lines::add);
        assembler.add(bytes);
        String pending = assembler.pending();
        assertThat(pending.codePoints().filter(Hostile::dangerous).count()).isZero();
        lines.clear();
        assembler.flush();
        assertThat(String.join("", lines)).startsWith(pending);
    }

    private static List<String> whole(byte[] bytes, int most) {
        List<String> lines = new ArrayList<>();
        LineAssembler assembler = new LineAssembler(most, lines::add);
        assembler.add(bytes);
        assembler.flush();
        return lines;
    }
}
