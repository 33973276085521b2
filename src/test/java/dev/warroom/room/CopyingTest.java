package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyingTest {

    private final Desk desk = Desk.inIncident().type("2");

    private static LogLine line(String source, long offset, String text) {
        return new LogLine(source, offset, LogLine.UNTIMED, LogLevel.INFO, false, text);
    }

    private CopyingTest held() {
        desk.logs(
                line("api", 0, "one"),
                line("api", 4, "two"),
                new LogLine("api", 8, LogLine.UNTIMED, LogLevel.ERROR, false, "three"),
                new LogLine("api", 14, LogLine.UNTIMED, LogLevel.ERROR, true, "\tat X"),
                line("web", 0, "four"));
        return this;
    }

    private Effect.CopyLines copied() {
        return (Effect.CopyLines) desk.logsAsked().getLast();
    }

    @Test
    void theEventThatIsMeantIsCopiedWhole() {
        held();
        desk.type("Ey");
        assertThat(copied()).isEqualTo(new Effect.CopyLines("three\n\tat X\n", "2 lines"));
    }

    @Test
    void markedLinesAreCopiedTogetherAndAreNotMarkedThen() {
        held();
        desk.type("/one").press(Key.Kind.ENTER).type("m/four").press(Key.Kind.ENTER);
        desk.type("G/two").press(Key.Kind.ENTER).type("mm");
        desk.type("Gm");
        assertThat(desk.room().notice().text()).startsWith("2 lines marked");
        desk.type("y");
        assertThat(copied()).isEqualTo(new Effect.CopyLines("one\nfour\n", "2 lines"));
        assertThat(desk.room().logs().look().marks()).isEmpty();
    }

    @Test
    void theLinesOfOneSourceAreShownAlone() {
        held();
        desk.type(":source web").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().shown().all())
                .extracting(LogLine::text)
                .containsExactly("four");
        assertThat(desk.room().logs().filters().words()).isEqualTo("only web");
        desk.type(":source nope").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).endsWith("Sources: api web");
        desk.type(":source").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().shown().size()).isEqualTo(5);
    }
}
