package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables, databases, and rows without a condition: {@code mysql -e "DROP TABLE t"}. */
final class DroppingData implements Rule {

    private static final Pattern STATEMENT =
            Pattern.compile(
                    "\\b(?:(DROP)\\s+(?:DATABASE|SCHEMA|TABLE|INDEX|VIEW|MATERIALIZED|USER|ROLE"
                            + "|COLUMN|KEYSPACE|COLLECTION|TABLESPACE|SEQUENCE|FUNCTION|TRIGGER"
                            + "|PARTITION|CONSTRAINT|SUBSCRIPTION|PUBLICATION)\\b"
                            + "|(TRUNCATE)\\s+(?:TABLE\\s+)?[\\w\"`]"
                            + "|(DELETE)\\s+FROM\\s+[\\w.\"`]+\\s*(?:;|\\z))"
                            + "|\\.(drop|dropDatabase|deleteMany)\\s*\\(",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TASK =
            Pattern.compile("db:(?:drop|reset|purge)|migrate:(?:fresh|reset|wipe)|db:wipe");

    @Override
    public Optional<Danger> in(Command command) {
        if (command.isHarmless()) {
            return Optional.empty();
        }
        return why(command).map(it -> Danger.of(Kind.DROPS_DATA, command, it));
    }

    private static Optional<String> why(Command command) {
        boolean tool =
                command.isOneOf("dropdb", "dropuser", "pg_dropcluster")
                        || command.name().equals("mysqladmin") && command.has("drop");
        if (tool) {
            return Optional.of("it drops the database with all that is in it");
        }
        if (command.arguments().stream().anyMatch(it -> TASK.matcher(it).matches())) {
            return Optional.of("the task drops the database with all that is in it");
        }
        return Stream.concat(command.arguments().stream(), Stream.of(command.input()))
                .map(STATEMENT::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(DroppingData::why);
    }

    private static String why(Matcher statement) {
        return statement.group(3) != null
                ? "DELETE without WHERE removes every row"
                : "\"" + statement.group().strip() + "\" cannot be undone without a backup";
    }
}
