package dev.warroom.drill;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question to the store, as a release brings it in its {@code queries/} folder.
 *
 * @param columns the columns asked for, at least one
 * @param table the table's name
 * @param filter a column and the value it must have; empty for every row
 * @param orderBy the column to sort by, as numbers where they are; empty for the order of arrival
 * @param limit the most rows to answer with, from 1 to {@value #MOST_ROWS}
 */
record Query(
        List<String> columns,
        String table,
        Optional<Filter> filter,
        Optional<String> orderBy,
        int limit) {

    static final int MOST_ROWS = 1_000;

    private static final Pattern SHAPE =
            Pattern.compile(
                    "select (?<columns>\\w+(?:, ?\\w+)*) from (?<table>\\w+)"
                            + "(?: where (?<column>\\w+) = '(?<value>[^']*)')?"
                            + "(?: order by (?<order>\\w+))?(?: limit (?<limit>\\d{1,4}))?");

    /** Only the rows whose {@code column} is {@code value}. */
    record Filter(String column, String value) {}

    Query {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a query; lines that begin with {@code --} are comments.
     *
     * @throws StoreException where it is none
     */
    static Query parse(String text) throws StoreException {
        String line =
                text.lines()
                        .filter(part -> !part.startsWith("--"))
                        .collect(Collectors.joining(" "))
                        .strip()
                        .replaceAll("\\s+", " ");
        Matcher matcher = SHAPE.matcher(line);
        if (!matcher.matches()) {
            throw new StoreException("not a query: " + line);
        }
        int limit =
                matcher.group("limit") == null
                        ? MOST_ROWS
                        : Integer.parseInt(matcher.group("limit"));
        if (limit < 1 || limit > MOST_ROWS) {
            throw new StoreException("limit " + limit + " must be from 1 to " + MOST_ROWS);
        }
        return new Query(
                Arrays.asList(matcher.group("columns").split(", ?")),
                matcher.group("table"),
                Optional.ofNullable(matcher.group("column"))
                        .map(column -> new Filter(column, matcher.group("value"))),
                Optional.ofNullable(matcher.group("order")),
                limit);
    }

    /** The query on one line, as {@link #parse} reads it. */
    String text() {
        return "select "
                + String.join(", ", columns)
                + " from "
                + table
                + filter.map(it -> " where " + it.column() + " = '" + it.value() + "'").orElse("")
                + orderBy.map(it -> " order by " + it).orElse("")
                + " limit "
                + limit;
    }

    /** Every column that the query names, wherever in it. */
    List<String> namedColumns() {
        var named = new LinkedHashSet<>(columns);
        filter.ifPresent(wanted -> named.add(wanted.column()));
        orderBy.ifPresent(named::add);
        return List.copyOf(named);
    }
}
