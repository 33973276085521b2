package dev.warroom.incident;

import java.util.Optional;

/** What an incident may be called. */
public final class Title {

    /** In UTF-16 units. */
    public static final int LONGEST = 200;

    private Title() {}

    /** Why {@code title} cannot be one, and what to do instead; empty where it can. */
    public static Optional<String> whyNot(String title) {
        if (title.isBlank()) {
            return Optional.of("An incident needs a title: say in a few words what is wrong.");
        }
        if (title.length() > LONGEST) {
            return Optional.of(
                    "The title has "
                            + title.length()
                            + " characters, and may have "
                            + LONGEST
                            + ": shorten it, and put the rest into a note.");
        }
        return title.codePoints()
                .filter(
                        it ->
                                Character.isISOControl(it)
                                        || Character.getType(it) == Character.FORMAT
                                        || it >= 0xD800 && it <= 0xDFFF)
                .mapToObj(
                        it ->
                                "The title has the character "
                                        + String.format("U+%04X", it)
                                        + ", which cannot be shown: take it out.")
                .findFirst();
    }
}
