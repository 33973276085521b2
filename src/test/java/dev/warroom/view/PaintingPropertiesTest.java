package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Act;
import dev.warroom.room.Desk;
import dev.warroom.room.Signal;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.ZoneOffset;
import java.util.List;

class PaintingPropertiesTest {

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMinSize(1).ofMaxSize(40);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "221189610")
    void anyRoomIsPaintedStraightAtAnySize(
            @ForAll("acts") List<Act> acts,
            @ForAll boolean unicode,
            @ForAll @IntRange(max = 250) int columns,
            @ForAll @IntRange(max = 80) int rows) {
        Desk desk = Scenes.incident(120, 30);
        for (int i = 0; i < acts.size(); i++) {
            acts.get(i).on().accept(desk);
            if (i % 8 == 0) {
                straight(desk, unicode);
            }
        }
        desk.signal(new Signal.Resized(columns, rows));
        straight(desk, unicode);
        desk.signal(new Signal.Resized(80, 24));
        straight(desk, unicode);
    }

    private static void straight(Desk desk, boolean unicode) {
        Frame frame = ScreensTest.paint(desk, new Look(ZoneOffset.UTC, unicode));
        assertThat(frame.columns()).isEqualTo(desk.room().screen().columns());
        assertThat(frame.rows()).isEqualTo(desk.room().screen().rows());
        Cells.areStraight(frame);
        frame.cursor()
                .ifPresent(
                        it -> {
                            assertThat(it.column()).isBetween(0, frame.columns() - 1);
                            assertThat(it.row()).isBetween(0, frame.rows() - 1);
                        });
        if (!unicode) {
            assertThat(frame.text()).matches("[\\n -~]*");
        }
    }
}
