package dev.warroom.cli;

/** The program as it was called, for commands that a person is to type. */
final class Program {

    private Program() {}

    /** {@code ./warroom}, a path, or the bare name where the shell finds that. */
    static String typed() {
        return System.getProperty("warroom.typed", "warroom");
    }
}
