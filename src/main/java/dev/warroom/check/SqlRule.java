package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.shell.ShellCommands;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A statement where the shell expects a command; the walk shows it and does not run it. */
final class SqlRule implements Rule {

    private static final Pattern FENCE = Pattern.compile("\\s*(```+|~~~+)\\s*(\\w*).*");
    private static final Pattern SHELL = Pattern.compile("(?i)sh|bash|shell|zsh");
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "(?:SELECT|INSERT INTO|DELETE FROM|UPDATE \\S+ SET|ALTER (?:TABLE|SYSTEM|ROLE)"
                            + "|CREATE (?:TABLE|INDEX|UNIQUE|DATABASE|USER)|DROP (?:TABLE|DATABASE"
                            + "|INDEX)|SHOW [A-Z]+|EXPLAIN|GRANT|REVOKE|TRUNCATE|VACUUM)\\b.*");

    @Override
    public String name() {
        return "sql-in-shell";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return in(material.file(), material.lines()).stream();
    }

    private static List<Problem> in(String file, List<String> lines) {
        List<Problem> problems = new ArrayList<>();
        String fence = "";
        int begin = 0;
        boolean shell = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = FENCE.matcher(lines.get(i));
            if (!mark.matches()) {
                continue;
            }
            if (fence.isEmpty()) {
                fence = mark.group(1);
                shell = SHELL.matcher(mark.group(2)).matches();
                begin = i + 1;
            } else if (mark.group(1).startsWith(fence) && mark.group(2).isEmpty()) {
                fence = "";
                if (shell) {
                    block(file, lines.subList(begin, i), begin, problems);
                }
            }
        }
        return problems;
    }

    private static void block(String file, List<String> block, int before, List<Problem> problems) {
        ShellCommands.in(String.join("\n", block)).all().stream()
                .filter(it -> it.words().getFirst().plain())
                .filter(it -> STATEMENT.matcher(it.shown()).matches())
                .map(it -> new Location(file, before + it.line(), it.column()))
                .map(
                        it ->
                                Problem.warning(
                                        it,
                                        "this is SQL, and stands where the shell expects a command",
                                        "Put it into a block of its own that is labelled sql, or"
                                                + " give it to psql -c or mysql -e."))
                .forEach(problems::add);
    }
}
