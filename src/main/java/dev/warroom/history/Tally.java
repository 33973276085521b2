package dev.warroom.history;

/**
 * Something added up by state: milliseconds, or looks. Each is 0 or more.
 *
 * @param silent while nothing counted: in maintenance windows and quiet hours
 */
public record Tally(long ok, long warning, long critical, long unknown, long silent) {

    /** The states that are added up, in the order of the fields. */
    public enum Kind {
        OK,
        WARNING,
        CRITICAL,
        UNKNOWN,
        SILENT
    }

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally {
        if (ok < 0 || warning < 0 || critical < 0 || unknown < 0 || silent < 0) {
            throw new IllegalArgumentException(
                    "a tally of "
                            + ok
                            + ", "
                            + warning
                            + ", "
                            + critical
                            + ", "
                            + unknown
                            + ", "
                            + silent
                            + ": none may be negative");
        }
    }

    /** {@code amount} of one kind. */
    public static Tally of(Kind kind, long amount) {
        return switch (kind) {
            case OK -> new Tally(amount, 0, 0, 0, 0);
            case WARNING -> new Tally(0, amount, 0, 0, 0);
            case CRITICAL -> new Tally(0, 0, amount, 0, 0);
            case UNKNOWN -> new Tally(0, 0, 0, amount, 0);
            case SILENT -> new Tally(0, 0, 0, 0, amount);
        };
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                ok + other.ok,
                warning + other.warning,
                critical + other.critical,
                unknown + other.unknown,
                silent + other.silent);
    }

    /** What counts: all but what was silent. */
    public long counted() {
        return ok + warning + critical + unknown;
    }

    /** All of it. */
    public long whole() {
        return counted() + silent;
    }
}
