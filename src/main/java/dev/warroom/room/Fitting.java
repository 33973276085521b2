package dev.warroom.room;

/** As much of a text as there is room for. */
final class Fitting {

    private Fitting() {}

    /**
     * The beginning of {@code text} that has at most {@code most} characters, never ending within a
     * surrogate pair.
     */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        if (most <= 0) {
            return "";
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
