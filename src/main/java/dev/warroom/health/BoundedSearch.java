package dev.warroom.health;

import dev.warroom.text.BoundedText;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks for a person's regular expression in text from outside, and gives up in time. */
final class BoundedSearch {

    /** Characters looked at, many times over for an expression that goes back and forth. */
    private static final int MOST_LOOKS = 20_000_000;

    private BoundedSearch() {}

    /** Whether {@code pattern} is found; one that takes too long is not. */
    static boolean finds(String pattern, String text) {
        try {
            return Pattern.compile(pattern)
                    .matcher(new BoundedText(text, new BoundedText.Looks(MOST_LOOKS)))
                    .find();
        } catch (PatternSyntaxException | BoundedText.Exhausted | StackOverflowError e) {
            return false;
        }
    }
}
