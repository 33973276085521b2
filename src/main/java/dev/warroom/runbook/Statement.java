package dev.warroom.runbook;

import java.util.regex.Pattern;

/**
 * Rule: a statement for a database in a shell block is shown, not run. A statement begins with its
 * verb in capitals, which no shell command has, and reaches to its semicolon.
 */
final class Statement {

    private static final Pattern STATEMENT =
            Pattern.compile(
                    "(?:SELECT|SHOW|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|KILL|EXPLAIN|ANALYZE"
                            + "|VACUUM|REINDEX|GRANT|REVOKE|SET|USE|TRUNCATE|OPTIMIZE|FLUSH|CALL"
                            + "|DESCRIBE|WITH|START|STOP|RESET|CHANGE|LOCK|UNLOCK|PURGE|CHECKPOINT"
                            + "|BEGIN|COMMIT|ROLLBACK|MATCH|MERGE)(?:\\s.*|;.*)?");

    private Statement() {}

    /** Whether a statement begins here. */
    static boolean begins(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && Character.isUpperCase(text.charAt(0))
                && STATEMENT.matcher(text).matches();
    }

    /** Whether the statement that stands in {@code line} ends there. */
    static boolean ends(String line) {
        return line.strip().endsWith(";");
    }
}
