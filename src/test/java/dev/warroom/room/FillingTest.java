package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueKept;
import dev.warroom.incident.IncidentEvent.ValueSet;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Values for placeholders. */
class FillingTest {

    private static final String RUNBOOK =
            """
            ---
            placeholders: {previous-version: {suggest: "ls -1 .versions | tail -5"}}
            ---
            # Rollback

            ```bash
            # 1. Roll back
            ./rollback.sh <previous-version> --force

            # 2. Tell it
            ./tell.sh <previous-version> <channel>
            ```
            """;

    private static final String SUGGESTING =
            RUNBOOK.replace(
                    "placeholders: {previous-version: {suggest: \"ls -1 .versions | tail -5\"}}",
                    "placeholders:\n  previous-version:\n    suggest: ls -1 .versions");

    private final Desk desk = Desk.walking(120, 30, SUGGESTING);

    private String line() {
        return ((Question.Text) desk.room().question().orElseThrow()).line().text();
    }

    private String script() {
        return ((Question.Preview) desk.room().question().orElseThrow()).script();
    }

    @Test
    void theCommandOfTheFrontMatterIsAskedAndItsLinesAreOffered() {
        desk.press(Key.Kind.ENTER);
        assertThat(desk.asked())
                .contains(new Effect.Suggest("previous-version", "ls -1 .versions"));
        assertThat(line()).isEmpty();

        desk.press(Key.Kind.DOWN);
        assertThat(line()).isEqualTo("1.4.1");
        desk.press(Key.Kind.DOWN).press(Key.Kind.DOWN);
        assertThat(line()).isEqualTo("<previous-version>");
        desk.press(Key.Kind.DOWN).press(Key.Kind.UP).press(Key.Kind.UP).press(Key.Kind.ENTER);
        assertThat(script()).isEqualTo("./rollback.sh 1.4.0 --force");
    }

    @Test
    void nothingRunsBeforeThePlaceholderIsFilledOrSaidToBeNone() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("<previous-version> needs a value");
        assertThat(desk.events()).noneMatch(StepStarted.class::isInstance);

        desk.press(Key.Kind.UP).press(Key.Kind.ENTER);
        assertThat(desk.events()).contains(new ValueKept("previous-version", "<previous-version>"));
        assertThat(script()).isEqualTo("./rollback.sh <previous-version> --force");
    }

    @Test
    void aValueIsRememberedAndOfferedAgainWhenItIsChanged() {
        desk.press(Key.Kind.ENTER).type("1.3.9").press(Key.Kind.ENTER).type("1");
        assertThat(line()).isEqualTo("1.3.9");

        desk.press(Key.control('u')).type("1.3.8").press(Key.Kind.ENTER);
        assertThat(script()).isEqualTo("./rollback.sh 1.3.8 --force");
        desk.type("1");
        assertThat(offers())
                .containsExactly("1.3.8", "1.3.9", "1.4.1", "1.4.0", "<previous-version>");
    }

    private List<String> offers() {
        Question.Text asked = (Question.Text) desk.room().question().orElseThrow();
        return Filling.offers(desk.room(), ((Question.Purpose.Value) asked.purpose()).placeholder())
                .stream()
                .map(Filling.Offer::value)
                .toList();
    }

    @Test
    void theNextStepUsesItWithoutAskingAndAsksForTheOtherOne() {
        desk.press(Key.Kind.ENTER).type("1.3.9").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
        desk.goTo("Tell it").press(Key.Kind.ENTER).type("#ops").press(Key.Kind.ENTER);

        assertThat(script()).isEqualTo("./tell.sh 1.3.9 '#ops'");
        desk.type("9");
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
    }

    @Test
    void aValueTakesThePlaceOfWhatWasLeftAsItStood() {
        desk.press(Key.Kind.ENTER).press(Key.Kind.UP).press(Key.Kind.ENTER).type("1");
        desk.press(Key.control('u')).type("1.4.1").press(Key.Kind.ENTER);

        assertThat(script()).isEqualTo("./rollback.sh 1.4.1 --force");
        assertThat(desk.events()).contains(new ValueSet("previous-version", "1.4.1"));
        assertThat(desk.incident().walk().kept()).isEmpty();
    }

    @Test
    void aSuggestionIsReadInTheFormOfOneLineToo() {
        Desk other = Desk.walking(120, 30, RUNBOOK).press(Key.Kind.ENTER);

        assertThat(other.asked())
                .contains(new Effect.Suggest("previous-version", "ls -1 .versions | tail -5"));
    }

    @Test
    void moreThanAFewSuggestionsAreLeftOut() {
        List<String> many =
                java.util.stream.IntStream.range(0, 900).mapToObj(it -> "v" + it).toList();
        desk.press(Key.Kind.ENTER).signal(new Signal.Suggested("previous-version", many, ""));

        assertThat(offers()).hasSize(Suggestions.MOST + 1);
    }

    @Test
    void whatAStepOfItsNameHasPrintedIsOfferedAndWhatWasPrintedLast() {
        Desk walk =
                Desk.walking(
                        120,
                        30,
                        """
                        # Roll back

                        ```bash {name=version}
                        # 1. Which was it
                        ls -1 versions | tail -1
                        ```

                        ```bash
                        # 1. Look
                        uptime
                        # 2. Roll back to it
                        ./rollback.sh <version>
                        ```
                        """);
        walk.goTo("Which").press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "x", "1.4.1", "");
        walk.goTo("Look").press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, "up 3 days");
        walk.goTo("Roll back to it").press(Key.Kind.ENTER);

        Question.Text asked = (Question.Text) walk.room().question().orElseThrow();
        Question.Purpose.Value value = (Question.Purpose.Value) asked.purpose();
        assertThat(Filling.offers(walk.room(), value.placeholder()))
                .containsExactly(
                        new Filling.Offer("1.4.1", "printed by Which was it"),
                        new Filling.Offer("up 3 days", "printed last"),
                        new Filling.Offer("<version>", "leave it as it stands"));
    }
}
