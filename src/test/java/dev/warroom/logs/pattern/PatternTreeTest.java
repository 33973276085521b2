package dev.warroom.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class PatternTreeTest {

    private final PatternTree tree = new PatternTree();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    took 35 ms, 1.5 % of 20                  | took <*> ms, <*> % of <*>
                    Received block blk_-1608999687919862906  | Received block blk_<*>
                    Received block blk_3587508140051953248   | Received block blk_<*>
                    from /10.250.19.102:54106 to node-17     | from /<*> to node-<*>
                    at 2026-03-12 14:05:09,123 it began      | at <*> <*> it began
                    request 550e8400-e29b-41d4-a716-446655440000 ended | request <*> ended
                    commit a3f29c1 by deadbeef00              | commit <*> by <*>
                    user 'bob o hara' is not "known"          | user '<*>' is not "<*>"
                    can't open what isn't there               | can't open what isn't there
                    address 0x7ffe12ab,  code -5              | address <*>, code <*>
                    session aZ3kQ9xB0 of worker2              | session <*> of worker<*>
                    key="" value=''                           | key="" value=''
                    uid=0 euid=1000 tty=NODEVssh              | uid=<*> euid=<*> tty=NODEVssh
                    """)
    void numbersIdsAndQuotedPartsAreTakenOut(String message, String pattern) {
        assertThat(tree.add(message, LogLevel.NONE).text()).isEqualTo(pattern);
    }

    @Test
    void wordsThatDifferBecomePartOfNoPattern() {
        tree.add("Connection from alice accepted on port 22", LogLevel.INFO);
        tree.add("Connection from bob accepted on port 23", LogLevel.INFO);
        tree.add("Connection from carol accepted on port 24", LogLevel.WARNING);
        tree.add("Disk full", LogLevel.ERROR);
        assertThat(tree.patterns())
                .extracting(Pattern::text, Pattern::count, Pattern::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Connection from <*> accepted on port <*>", 3L, LogLevel.WARNING),
                        org.assertj.core.groups.Tuple.tuple("Disk full", 1L, LogLevel.ERROR));
    }

    @Test
    void messagesOfMostlyNumbersKeepTogether() {
        Pattern first = tree.add("10 20 30 rows", LogLevel.NONE);
        assertThat(tree.add("11 21 31 rows", LogLevel.NONE)).isSameAs(first);
        assertThat(tree.add("12 22 32 rows", LogLevel.NONE)).isSameAs(first);
    }

    @Test
    void messagesOfOtherWordsKeepApart() {
        tree.add("Opening file for reading", LogLevel.NONE);
        tree.add("Closing file after reading", LogLevel.NONE);
        tree.add("Opening socket", LogLevel.NONE);
        assertThat(tree.patterns()).hasSize(3);
    }

    @Test
    void theIdIsMadeFromTheFirstMessage() {
        PatternTree other = new PatternTree();
        other.add("something before", LogLevel.NONE);
        assertThat(other.add("took 5 ms", LogLevel.NONE).id())
                .isEqualTo(tree.add("took 7 ms", LogLevel.NONE).id())
                .matches("[0-9a-f]{8}");
    }

    @Test
    void thereAreNoMorePatternsThanTheLimit() {
        for (int i = 0; i < PatternTree.MOST_PATTERNS + 500; i++) {
            String word = new StringBuilder(Integer.toString(i, 26)).reverse().toString();
            String letters =
                    word.chars().mapToObj(PatternTreeTest::letter).reduce("", String::concat);
            tree.add(letters + " " + letters + "x " + letters + "y", LogLevel.NONE);
        }
        List<Pattern> patterns = tree.patterns();
        assertThat(patterns).hasSizeLessThanOrEqualTo(PatternTree.MOST_PATTERNS + 1);
        assertThat(patterns.stream().mapToLong(Pattern::count).sum())
                .isEqualTo(PatternTree.MOST_PATTERNS + 500);
    }

    /** Digits of base 26 as letters only. */
    private static String letter(int digit) {
        return Character.toString(digit <= '9' ? digit - '0' + 'q' : digit);
    }
}
