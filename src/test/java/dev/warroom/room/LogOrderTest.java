package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class LogOrderTest {

    private static LogLine line(String source, long at, String text) {
        return new LogLine(source, 0, at, LogLevel.NONE, at == LogLine.UNTIMED, text);
    }

    private static List<String> merged(int loose, List<LogLine> before, LogLine... more) {
        LineBuffer<LogLine> buffer = LineBuffer.<LogLine>of(100).plus(before);
        return LogOrder.merged(buffer, loose, List.of(more)).all().stream()
                .map(LogLine::text)
                .toList();
    }

    @Example
    void linesOfTwoSourcesStandInTheOrderOfTheirTimesAndATraceStaysWithItsEvent() {
        List<LogLine> before =
                List.of(
                        line("a", 10, "a10"),
                        line("a", 30, "a30"),
                        line("a", LogLine.UNTIMED, "a30 trace"),
                        line("a", 50, "a50"));
        assertThat(merged(4, before, line("b", 20, "b20"), line("b", 40, "b40")))
                .containsExactly("a10", "b20", "a30", "a30 trace", "b40", "a50");
    }

    @Example
    void aClockThatJumpsBackDoesNotReorderItsOwnLines() {
        assertThat(merged(0, List.of(), line("a", 50, "1"), line("a", 20, "2"), line("b", 30, "3")))
                .containsExactly("3", "1", "2");
    }

    @Example
    void whatHasSettledStaysWhereItIs() {
        List<LogLine> before = List.of(line("a", 10, "a10"), line("a", 30, "a30"));
        assertThat(merged(1, before, line("b", 5, "b5"))).containsExactly("a10", "b5", "a30");
        assertThat(merged(0, before, line("b", 5, "b5"))).containsExactly("a10", "a30", "b5");
    }

    @Example
    void linesMoveWithinASecondAndNotAfterIt() {
        Desk desk = Desk.ready();
        desk.logs(line("a", 10, "a10"), line("a", 30, "a30")).logs(line("b", 20, "b20"));
        desk.pass(java.time.Duration.ofSeconds(5)).logs(line("b", 25, "b25"));
        assertThat(desk.room().logs().shown().all())
                .extracting(LogLine::text)
                .containsExactly("a10", "b20", "a30", "b25");
        assertThat(desk.room().logs().kept().all()).isEqualTo(desk.room().logs().shown().all());
    }

    @Property(seed = "11", tries = 300)
    void everyLineIsThereOnceAndThoseOfASourceKeepTheirOrder(
            @ForAll @Size(max = 60) List<@IntRange(min = -1, max = 40) Integer> times,
            @ForAll @IntRange(max = 20) int loose,
            @ForAll @IntRange(max = 60) int old) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            long at = times.get(i) < 0 ? LogLine.UNTIMED : times.get(i);
            lines.add(line(List.of("a", "b", "c").get(i % 3), at, Integer.toString(i)));
        }
        int first = Math.min(old, lines.size());
        LineBuffer<LogLine> before = LineBuffer.<LogLine>of(100).plus(lines.subList(0, first));
        List<LogLine> after =
                LogOrder.merged(before, loose, lines.subList(first, lines.size())).all();

        assertThat(after).containsExactlyInAnyOrderElementsOf(lines);
        Stream.of("a", "b", "c")
                .forEach(
                        source ->
                                assertThat(after.stream().filter(it -> it.source().equals(source)))
                                        .isEqualTo(
                                                lines.stream()
                                                        .filter(it -> it.source().equals(source))
                                                        .toList()));
    }
}
