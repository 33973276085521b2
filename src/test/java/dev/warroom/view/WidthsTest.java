package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.layout.Rectangle;

import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of every kind between borders, which must stay straight. */
class WidthsTest {

    private final Frame frame = new Frame(20, 1);
    private final Canvas all = new Canvas(frame, new Rectangle(0, 0, 20, 1), true);

    @ParameterizedTest
    @CsvSource({
        "plain, 5",
        "订单, 4",
        "ｗｉｄｅ, 8",
        "한글, 4",
        "é, 1",
        "e\u0301, 1",
        "🚒, 2",
        "⚠️, 1",
        "👩\u200D🚒, 4",
        "🇩🇪, 2",
        "ทำงาน, 5",
        "नमस्ते, 4",
        "\u200D, 0"
    })
    void textTakesAsManyCellsAsTerminalsGiveIt(String text, int cells) {
        int end = all.put(0, 0, text, Style.PLAIN);

        assertThat(end).isEqualTo(cells);
        assertThat(CellWidth.of(text)).isEqualTo(cells);
        Cells.areStraight(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "订单失败订单失败订单失败订单",
                "a订单失败订单失败订单失败订单",
                "👩\u200D🚒👩\u200D🚒👩\u200D🚒👩\u200D🚒👩\u200D🚒👩\u200D🚒",
                "🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱🇸🇪🇳🇴🇩🇰🇫🇮🇬🇷🇨🇿",
                "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
                        + "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
                "การทำงานล้มเหลวการทำงานล้มเหลว",
                "x\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309y",
                "\u001b[31mred\u001b[0m\u0007\b\u009b2J\u202eabc"
            })
    void theBorderAfterItStaysWhereItIs(String text) {
        all.put(0, 0, "│" + " ".repeat(18) + "│", Style.MUTED);
        Canvas inside = all.part(1, 0, 18, 1);
        inside.put(0, 0, text, Style.PLAIN);

        assertThat(frame.glyph(0, 0)).isEqualTo("│");
        assertThat(frame.glyph(19, 0)).isEqualTo("│");
        Cells.areStraight(frame);
    }

    @Test
    void linesAndBarsTakeOneCellAsTheTableOfWidthsHasIt() {
        for (int codePoint = 0x2500; codePoint <= 0x259F; codePoint++) {
            assertThat(CellWidth.of(codePoint)).isEqualTo(WCWidth.wcwidth(codePoint)).isEqualTo(1);
        }
    }

    @Test
    void whatIsCutEndsWithAnEllipsisAndWhatFitsDoesNot() {
        all.put(0, 0, "x".repeat(20), Style.PLAIN);
        assertThat(frame.text()).isEqualTo("x".repeat(20) + "\n");

        all.put(0, 0, "y".repeat(21), Style.PLAIN);
        assertThat(frame.text()).isEqualTo("y".repeat(19) + "…\n");
    }

    @Test
    void aMarkAfterTheLastCharacterThatFitsIsNotTakenForMore() {
        all.put(0, 0, "x".repeat(19) + "e\u0301", Style.PLAIN);

        assertThat(frame.text()).isEqualTo("x".repeat(19) + "e\u0301\n");
    }

    @Test
    void halfOfAWideCharacterThatIsDrawnOverBecomesABlank() {
        all.put(0, 0, "订单", Style.PLAIN);
        all.put(1, 0, "|", Style.PLAIN);
        assertThat(frame.text()).isEqualTo(" |单\n");
        Cells.areStraight(frame);

        all.put(2, 0, "|", Style.PLAIN);
        assertThat(frame.text()).isEqualTo(" ||\n");
        Cells.areStraight(frame);
    }

    @Test
    void nothingLeavesItsPart() {
        all.put(0, 0, "-".repeat(20), Style.PLAIN);
        Canvas part = all.part(5, 0, 6, 1);
        part.put(0, 0, "订单失败", Style.PLAIN);
        part.put(9, 0, "out", Style.PLAIN);
        part.put(0, 1, "out", Style.PLAIN);
        part.put(-1, 0, "out", Style.PLAIN);

        assertThat(frame.text()).startsWith("-----").endsWith("---------\n");
        Cells.areStraight(frame);
    }
}
