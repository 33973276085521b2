package dev.warroom.logs.clue;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warroom.room.LogFilter;
import dev.warroom.text.Sanitiser;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class AutomatonTest {

    @Property(tries = 4_000, seed = "5")
    void noShownLineInWhichSomethingIsFoundIsPassedBy(
            @ForAll @IntRange(min = 0, max = 100_000_000) int seed) throws Exception {
        Random random = new Random(seed);
        AnyExpression any = new AnyExpression(random);
        String expression = any.expression();
        LogFilter filter = LogFilter.of(expression);
        Optional<Automaton> automaton = Automaton.ofShownLines(expression, filter.anyCase());
        if (automaton.isEmpty()) {
            return;
        }
        List<byte[]> lines = lines(any, random);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int begin = 0;
        for (byte[] line : lines) {
            int length =
                    line.length > 0 && line[line.length - 1] == '\r'
                            ? line.length - 1
                            : line.length;
            all.writeBytes(line);
            all.write('\n');
            if (finds(filter, Sanitiser.line(new String(line, 0, length, UTF_8)))) {
                int found = automaton.get().find(all.toByteArray(), begin, begin + line.length + 1);
                assertThat(found)
                        .as("%s in %s", expression, new String(line, UTF_8))
                        .isNotNegative();
                if (line.length > 0) {
                    int last = automaton.get().find(all.toByteArray(), begin, begin + line.length);
                    assertThat(last)
                            .as("%s in %s", expression, new String(line, UTF_8))
                            .isNotNegative();
                }
            }
            begin = all.size();
        }
    }

    /** An expression that takes too long finds nothing. */
    private static boolean finds(LogFilter filter, String text) {
        try {
            return filter.lets(text);
        } catch (LogFilter.Unusable e) {
            return false;
        }
    }

    private static List<byte[]> lines(AnyExpression any, Random random) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = random.nextInt(30) + 1; i > 0; i--) {
            lines.add(any.line());
        }
        return lines;
    }

    @Property(tries = 4_000, seed = "5")
    void noEventInWhichSomethingIsFoundIsPassedBy(
            @ForAll @IntRange(min = 0, max = 100_000_000) int seed) throws Exception {
        Random random = new Random(seed);
        AnyExpression any = new AnyExpression(random);
        String expression = any.expression();
        LogFilter filter = LogFilter.exactly(expression);
        Optional<Automaton> automaton = Automaton.ofEvents(expression);
        if (automaton.isEmpty()) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] line : lines(any, random)) {
            out.writeBytes(line);
            out.write('\n');
        }
        byte[] all = out.toByteArray();
        for (int i = 0; i < 30; i++) {
            int from = lineStart(all, random.nextInt(all.length));
            int to = from;
            for (int lines = random.nextInt(3); lines >= 0 && to < all.length; lines--) {
                to = lineEnd(all, to) + 1;
            }
            String event = new String(all, from, to - 1 - from, UTF_8).replace("\r\n", "\n");
            if (event.endsWith("\r")) {
                event = event.substring(0, event.length() - 1);
            }
            if (finds(filter, event)) {
                // As much as comes before an event makes no difference.
                int before = lineStart(all, random.nextInt(from + 1));
                int found = next(automaton.get(), all, before, from);
                assertThat(found).as("%s in %s", expression, event).isBetween(from, to - 1);
                byte[] window = Arrays.copyOfRange(all, from - random.nextInt(from + 1), to);
                assertThat(next(automaton.get(), window, 0, window.length - (to - from)))
                        .as("%s in %s", expression, event)
                        .isNotNegative();
            }
        }
    }

    /**
     * The first place from {@code from} on, taking one place of each line from {@code begin} on.
     */
    private static int next(Automaton automaton, byte[] all, int begin, int from) {
        int found = automaton.find(all, begin, all.length);
        while (found >= 0 && found < from) {
            found = automaton.find(all, Math.min(all.length, lineEnd(all, found) + 1), all.length);
        }
        return found;
    }

    private static int lineStart(byte[] b, int at) {
        int start = at;
        while (start > 0 && b[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int lineEnd(byte[] b, int at) {
        int end = at;
        while (end < b.length && b[end] != '\n') {
            end++;
        }
        return end;
    }

    @Example
    void setsOfEveryKindAndWhatAGroupHasFoundAreFollowed() {
        List<String> expressions =
                List.of(
                        "\\p{Lu}{3}",
                        "\\PL+;",
                        "[a-z&&[^aeiou]]{9}",
                        "[[:alpha:]\\p{IsDigit}]=",
                        "\\h\\H;",
                        "([a-z])\\1;",
                        "(?<half>[0-9]+):\\k<half>");
        for (String each : expressions) {
            assertThat(Automaton.ofEvents(each)).as(each).isPresent();
        }
    }

    /** Otherwise the properties above would show nothing. */
    @Example
    void mostExpressionsAreFollowedAndMostLinesAreLedToOrPassedByAsTheyShould() throws Exception {
        int followed = 0;
        int led = 0;
        int passed = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            AnyExpression any = new AnyExpression(random);
            String expression = any.expression();
            LogFilter filter = LogFilter.of(expression);
            Optional<Automaton> automaton = Automaton.ofShownLines(expression, filter.anyCase());
            if (automaton.isEmpty()) {
                continue;
            }
            followed++;
            for (byte[] line : lines(any, random)) {
                boolean leads = automaton.get().find(line, 0, line.length) >= 0;
                boolean finds = finds(filter, Sanitiser.line(new String(line, UTF_8)));
                led += leads && finds ? 1 : 0;
                passed += leads || finds ? 0 : 1;
            }
        }
        assertThat(followed).isGreaterThan(100);
        assertThat(led).isGreaterThan(100);
        assertThat(passed).isGreaterThan(100);
    }
}
