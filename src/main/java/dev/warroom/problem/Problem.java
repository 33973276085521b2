package dev.warroom.problem;

/**
 * Something wrong with what a person wrote.
 *
 * @param level how bad it is
 * @param location where to look
 * @param message what is wrong, naming the value and the rule
 * @param hint what to write or do instead; may be empty
 */
public record Problem(Level level, Location location, String message, String hint) {

    /** How bad a problem is. */
    public enum Level {
        /** What it stands in cannot be used. */
        ERROR,
        /** It can be used, and probably not as meant. */
        WARNING,
        /** Worth knowing. */
        NOTE
    }

    public static Problem error(Location location, String message, String hint) {
        return new Problem(Level.ERROR, location, message, hint);
    }

    public static Problem warning(Location location, String message, String hint) {
        return new Problem(Level.WARNING, location, message, hint);
    }

    /** One line, and a second one with the hint where there is one. */
    @Override
    public String toString() {
        String first =
                location + ": " + level.name().toLowerCase(java.util.Locale.ROOT) + ": " + message;
        return hint.isEmpty() ? first : first + "\n    " + hint;
    }
}
