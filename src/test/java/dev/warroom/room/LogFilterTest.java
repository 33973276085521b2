package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilterTest {

    private final Desk desk = Desk.ready().keys();

    private static LogLine line(String text) {
        return new LogLine("app", LogLevel.NONE, text);
    }

    private void filter(String words) {
        desk.type("f").press(Key.control('u')).type(words).press(Key.Kind.ENTER);
    }

    @Test
    void onlyMatchingLinesAreShownAndTheOthersAreCounted() {
        desk.logs(line("alpha ERROR"), line("beta"), line("gamma error"));
        filter("error");
        desk.logs(line("delta error"), line("epsilon"));

        assertThat(desk.room().logs().shown().all())
                .extracting(LogLine::text)
                .containsExactly("alpha ERROR", "gamma error", "delta error");
        assertThat(desk.room().logs().hidden()).isEqualTo(2);
        assertThat(desk.room().logs().kept().size()).isEqualTo(5);
    }

    @Test
    void caseCountsOnlyWhereAnUpperCaseLetterIsTyped() {
        desk.logs(line("alpha ERROR"), line("gamma error"));
        filter("ERROR");

        assertThat(desk.room().logs().shown().all())
                .extracting(LogLine::text)
                .containsExactly("alpha ERROR");
    }

    @Test
    void anEmptyFilterShowsEverythingAgain() {
        desk.logs(line("a"), line("b"));
        filter("a");
        assertThat(desk.room().logs().shown().size()).isEqualTo(1);

        filter("");
        assertThat(desk.room().logs().shown().size()).isEqualTo(2);
        assertThat(desk.room().logs().filters().in()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*x", "a{2,1}", "(?<n>a)(?<n>b)", "\\"})
    void whatIsNoExpressionIsSaidAndTheFilterBeforeStays(String words) {
        desk.logs(line("a"), line("b"));
        filter("a");
        filter(words);

        assertThat(desk.room().notice().tone()).isEqualTo(Notice.Tone.BAD);
        assertThat(desk.room().notice().text())
                .contains("\"" + words + "\"")
                .contains("not a regular expression");
        assertThat(desk.room().logs().filters().in()).map(LogFilter::words).contains("a");
    }

    @Test
    @Timeout(120)
    void aFilterThatTakesForEverOnLinesThatAreThereIsNotTaken() {
        desk.logs(line("a".repeat(4000) + "!"));
        filter("(a+)+$");

        assertThat(desk.room().notice().text()).contains("takes too long");
        assertThat(desk.room().logs().filters().in()).isEmpty();
    }

    @Test
    @Timeout(120)
    void aFilterThatTakesForEverOnANewLineIsRemovedWithAWordAndTheLineIsShown() {
        desk.logs(line("b"));
        filter("(a+)+$");
        desk.logs(line("a".repeat(4000) + "!"));

        assertThat(desk.room().notice().text()).startsWith("Filter removed: \"(a+)+$\"");
        assertThat(desk.room().logs().filters().in()).isEmpty();
        assertThat(desk.room().logs().shown().size()).isEqualTo(2);
    }

    @Test
    @Timeout(120)
    void anExpressionThatOverflowsTheStackIsGivenUp() throws LogFilter.Unusable {
        LogFilter filter = LogFilter.of("(a|b)*c");

        assertThatExceptionOfType(LogFilter.Unusable.class)
                .isThrownBy(
                        () -> filter.lets(line("ab".repeat(100_000)), new LogFilter.Patience(1)));
    }

    @Test
    void ordinaryExpressionsAreNotGivenUpOnTheLongestLine() throws LogFilter.Unusable {
        LogLine longest = line("x ".repeat(LogLine.MOST_CHARACTERS / 2));

        assertThat(lets("error|warn(ing)?|timeout.*\\d+ ms", longest)).isFalse();
        assertThat(lets("x", longest)).isTrue();
    }

    @Test
    void anExpressionThatIsSlowOnOneLongLineIsNotGivenUp() throws LogFilter.Unusable {
        assertThat(lets(".*timeout.*\\d+ ms", line("x ".repeat(500)))).isFalse();
    }

    private static boolean lets(String words, LogLine line) throws LogFilter.Unusable {
        return LogFilter.of(words).lets(line, new LogFilter.Patience(1));
    }
}
