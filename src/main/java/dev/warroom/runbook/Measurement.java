package dev.warroom.runbook;

import dev.warroom.runbook.Expectation.Comparison;
import dev.warroom.runbook.Expectation.Relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step's output says of an expectation with a number. It is read where a line names what is
 * compared and a number of the right unit follows ("disk usage: 61%"), or stands in a column that
 * is headed so ("Use%" of {@code df}). Of several numbers the worst counts. Where nothing can be
 * read for certain, nothing is: a person is asked.
 *
 * @param value in the unit of the expectation
 * @param evidence the line that it stands in
 */
public record Measurement(BigDecimal value, String evidence) {

    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 400;
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{2,}");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\d.:])(\\d{1,12}+(?:\\.\\d{1,9}+)?+)(?![.:]?\\d)"
                            + "\\s?(%|[\\p{L}µ]{1,12})?");

    /** Seconds in each unit of time, as they are written. */
    private static final Map<String, BigDecimal> SECONDS =
            Map.ofEntries(
                    Map.entry("us", new BigDecimal("0.000001")),
                    Map.entry("µs", new BigDecimal("0.000001")),
                    Map.entry("ms", new BigDecimal("0.001")),
                    Map.entry("s", BigDecimal.ONE),
                    Map.entry("sec", BigDecimal.ONE),
                    Map.entry("secs", BigDecimal.ONE),
                    Map.entry("seconds", BigDecimal.ONE),
                    Map.entry("min", new BigDecimal(60)),
                    Map.entry("minutes", new BigDecimal(60)),
                    Map.entry("h", new BigDecimal(3600)),
                    Map.entry("hours", new BigDecimal(3600)));

    /**
     * What the output of a step says.
     *
     * @param title of the step: what it names need not be named again in its output
     * @param output of which the last 2,000 lines count
     */
    public static Optional<Measurement> of(Comparison wanted, String title, List<String> output) {
        List<String> lines = output.subList(Math.max(0, output.size() - MOST_LINES), output.size());
        List<Measurement> found = new ArrayList<>();
        List<String> words = words(wanted.subject());
        for (String line : lines) {
            if (line.length() <= LONGEST_LINE) {
                named(wanted, words, words(title), line).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            found.addAll(columns(wanted, words, lines));
        }
        Comparator<Measurement> bySize = Comparator.comparing(Measurement::value);
        return switch (wanted.relation()) {
            case LESS, AT_MOST -> found.stream().max(bySize);
            case GREATER, AT_LEAST -> found.stream().min(bySize);
            case EQUAL ->
                    found.stream()
                            .filter(it -> it.value().compareTo(wanted.number()) != 0)
                            .findFirst()
                            .or(() -> found.stream().findFirst());
        };
    }

    /** Whether the value is as it must be. */
    public boolean holds(Relation relation, BigDecimal number) {
        int compared = value.compareTo(number);
        return switch (relation) {
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case EQUAL -> compared == 0;
            case AT_LEAST -> compared >= 0;
            case GREATER -> compared > 0;
        };
    }

    private static Optional<Measurement> named(
            Comparison wanted, List<String> subject, List<String> title, String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        int behind = -1;
        for (String word : subject) {
            int at = place(lower, word);
            if (at < 0 && title.stream().noneMatch(it -> alike(it, word))) {
                return Optional.empty();
            }
            behind = Math.max(behind, at);
        }
        if (behind < 0) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(lower);
        for (int from = behind; number.find(from); from = number.end()) {
            Optional<BigDecimal> value = value(number.group(1), number.group(2), wanted.unit());
            if (value.isPresent()) {
                return value.map(it -> new Measurement(it, line.strip()));
            }
        }
        return Optional.empty();
    }

    private static List<Measurement> columns(
            Comparison wanted, List<String> subject, List<String> lines) {
        List<Measurement> found = new ArrayList<>();
        int column = -1;
        for (String line : lines) {
            String[] cells = line.strip().split("\\s+");
            int heading = heading(cells, subject, wanted.unit());
            if (heading >= 0) {
                column = heading;
            } else if (column >= 0 && cells.length > column) {
                Matcher number = NUMBER.matcher(cells[column].toLowerCase(Locale.ROOT));
                if (number.matches()) {
                    value(number.group(1), number.group(2), wanted.unit())
                            .ifPresent(it -> found.add(new Measurement(it, line.strip())));
                }
            }
        }
        return found;
    }

    /** The place of the cell that names the subject and ends with its unit. */
    private static int heading(String[] cells, List<String> subject, String unit) {
        for (int i = 0; i < cells.length && !unit.isEmpty(); i++) {
            String cell = cells[i].toLowerCase(Locale.ROOT);
            String name = cell.endsWith(unit) ? cell.substring(0, cell.length() - 1) : "";
            if (name.length() >= 2 && name.chars().allMatch(Character::isLetter)) {
                int most = name.length() - 1;
                if (subject.stream().anyMatch(it -> common(it, name) >= Math.max(2, most))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Optional<BigDecimal> value(String number, String unit, String wanted) {
        BigDecimal value = new BigDecimal(number);
        String have = unit == null ? "" : unit;
        String want = wanted.toLowerCase(Locale.ROOT);
        if (SECONDS.containsKey(want) && SECONDS.containsKey(have)) {
            return Optional.of(
                    value.multiply(SECONDS.get(have))
                            .divide(SECONDS.get(want), 9, java.math.RoundingMode.HALF_UP)
                            .stripTrailingZeros());
        }
        boolean counted = !SECONDS.containsKey(want) && !want.equals("%") && have.isEmpty();
        boolean plain = want.isEmpty() && !have.equals("%") && !SECONDS.containsKey(have);
        return have.equals(want) || counted || plain ? Optional.of(value) : Optional.empty();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    /** Where {@code line} has a word like {@code word}; its end, or -1. */
    private static int place(String line, String word) {
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            if (alike(matcher.group(), word)) {
                return matcher.end();
            }
        }
        return -1;
    }

    /** "time" and "times", "use" and "used". */
    private static boolean alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return common(one, other) == shorter && Math.abs(one.length() - other.length()) <= 2;
    }

    private static int common(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
