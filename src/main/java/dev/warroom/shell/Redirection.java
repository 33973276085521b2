package dev.warroom.shell;

/**
 * Where a command's input comes from or its output goes.
 *
 * @param operator such as {@code >}, {@code >>}, {@code <<<}
 * @param target a file's name, or a text
 */
public record Redirection(String operator, String target) {

    /** Whether it writes to its target from the beginning. */
    public boolean overwrites() {
        return operator.equals(">") || operator.equals(">|") || operator.equals("&>");
    }
}
