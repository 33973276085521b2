package dev.warroom.runbook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: attributes stand in braces behind a label, as JSON or as {@code name=value}, where the name
 * alone switches on. A wrong value is reported and ignored; a name that nobody knows is somebody
 * else's.
 */
final class FenceInfo {

    private static final Pattern JSON =
            Pattern.compile(
                    "\"([\\w-]+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(true|false|-?[\\d.]+))");
    private static final Pattern PAIR =
            Pattern.compile("([\\w-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s,}]+))");
    private static final Pattern BARE = Pattern.compile("(?<=[\\s{,])[A-Za-z]+(?=[\\s},:])");
    private static final Pattern KEY = Pattern.compile("\"([\\w-]+)\"\\s*:");

    /** What a bare name switches on. */
    private static final Set<String> FLAGS =
            Set.of("interactive", "background", "excludeFromRunAll", "ignore", "approval");

    /** What says nothing without a value. */
    private static final Set<String> VALUED =
            Set.of(
                    "name",
                    "target",
                    "timeout",
                    "expect",
                    "attempts",
                    "interval",
                    "cwd",
                    "interpreter",
                    "promptEnv");

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,6})\\s?(ms|s|m|h|seconds?|minutes?|hours?|mins?|secs?)?");
    private static final Set<String> YES = Set.of("true", "t", "1");
    private static final Set<String> NO = Set.of("false", "f", "0");
    private static final Set<String> PROMPTS = Set.of("always", "yes", "true", "1");
    private static final Set<String> NO_PROMPTS = Set.of("never", "no", "false", "0");

    private final int line;
    private final List<Finding> findings;
    private final Map<String, String> values = new LinkedHashMap<>();

    private FenceInfo(int line, List<Finding> findings) {
        this.line = line;
        this.findings = findings;
    }

    /**
     * @param line of the fence
     * @param info all that stands behind it
     */
    static Attributes of(int line, String info, List<Finding> findings) {
        int open = info.indexOf('{');
        if (open < 0 && info.indexOf('=') < 0) {
            return Attributes.NONE;
        }
        FenceInfo reading = new FenceInfo(line, findings);
        String inside = open < 0 ? info : info.substring(open);
        if (inside.matches("\\{\\s*\".*")) {
            reading.json(inside);
        } else {
            Matcher pairs = PAIR.matcher(inside);
            while (pairs.find()) {
                String value = pairs.group(2) != null ? pairs.group(2) : pairs.group(3);
                reading.values.put(pairs.group(1), value != null ? value : pairs.group(4));
            }
            if (open >= 0) {
                reading.bare(PAIR.matcher(inside).replaceAll(" "));
            }
        }
        Attributes said = reading.values.isEmpty() ? Attributes.NONE : reading.attributes();
        return said.equals(Attributes.NONE) ? Attributes.NONE : said;
    }

    /**
     * Names without a value: {@code {interactive}} switches on, {@code {timeout}} says nothing, and
     * neither does {@code {timeout: 5m}}.
     */
    private void bare(String text) {
        Matcher names = BARE.matcher(text);
        while (names.find()) {
            String name = names.group();
            boolean colon = text.charAt(names.end()) == ':';
            if (FLAGS.contains(name) && !colon) {
                values.putIfAbsent(name, "true");
            } else if (VALUED.contains(name) || FLAGS.contains(name)) {
                valueless(name);
            }
        }
    }

    private void valueless(String name) {
        findings.add(
                new Finding(
                        line,
                        name + " stands without a value; it is ignored",
                        "Write " + name + "=…, or leave it out."));
    }

    private void json(String text) {
        if (!text.stripTrailing().endsWith("}")) {
            wrong("attributes", text, "JSON in braces that are closed");
            return;
        }
        Matcher pairs = JSON.matcher(text);
        while (pairs.find()) {
            String value = pairs.group(2) == null ? pairs.group(3) : pairs.group(2);
            values.put(pairs.group(1), value.replaceAll("\\\\(.)", "$1"));
        }
        Matcher keys = KEY.matcher(text);
        while (keys.find()) {
            String name = keys.group(1);
            boolean ours = VALUED.contains(name) || FLAGS.contains(name);
            if (ours && !values.containsKey(name)) {
                valueless(name);
            }
        }
    }

    private Attributes attributes() {
        return new Attributes(
                words("name"),
                flag("interactive"),
                flag("background").orElse(false),
                words("cwd"),
                words("interpreter"),
                flag("excludeFromRunAll").orElse(false),
                prompting(),
                flag("ignore").or(() -> flag("transform").map(it -> !it)).orElse(false),
                words("target"),
                words("timeout").flatMap(it -> time("timeout", it)),
                words("expect"),
                words("approval").filter(it -> !it.equals("false")),
                retry());
    }

    /** Without a number of attempts, an interval says nothing. */
    private Optional<Attributes.Retry> retry() {
        Optional<String> attempts = words("attempts");
        if (attempts.isEmpty()) {
            return Optional.empty();
        }
        if (!attempts.get().matches("[1-9]\\d{0,2}")) {
            wrong("attempts", attempts.get(), "a number from 1 to 999");
            return Optional.empty();
        }
        return Optional.of(
                new Attributes.Retry(
                        Integer.parseInt(attempts.get()),
                        words("interval")
                                .flatMap(it -> time("interval", it))
                                .orElse(Attributes.Retry.USUAL_INTERVAL),
                        words("for").flatMap(it -> time("for", it)).orElse(Duration.ZERO)));
    }

    private Optional<String> words(String name) {
        return Optional.ofNullable(values.get(name)).filter(it -> !it.isBlank());
    }

    private Optional<Boolean> flag(String name) {
        return either(name, YES, NO, "true or false");
    }

    /** A block that skips prompts is one that never prompts. */
    private Optional<Boolean> prompting() {
        if (words("promptEnv").filter(it -> it.equalsIgnoreCase("auto")).isPresent()) {
            return Optional.empty();
        }
        return either("promptEnv", PROMPTS, NO_PROMPTS, "always, never or auto")
                .or(() -> flag("skipPrompts").filter(it -> it).map(it -> false));
    }

    private Optional<Boolean> either(String name, Set<String> yes, Set<String> no, String rule) {
        Optional<String> value = words(name).map(it -> it.toLowerCase(Locale.ROOT));
        if (value.filter(yes::contains).isPresent()) {
            return Optional.of(true);
        }
        if (value.filter(it -> !no.contains(it)).isPresent()) {
            wrong(name, value.get(), rule);
            return Optional.empty();
        }
        return value.map(it -> false);
    }

    private Optional<Duration> time(String name, String value) {
        Matcher time = TIME.matcher(value.strip());
        if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
            wrong(name, value, "a time such as 30s, 5m or 1h");
            return Optional.empty();
        }
        String count = time.group(1);
        String unit = time.group(2) == null ? "s" : time.group(2);
        return Optional.of(
                unit.equals("ms")
                        ? Duration.ofMillis(Long.parseLong(count))
                        : Span.of(count, unit));
    }

    private void wrong(String name, String value, String rule) {
        findings.add(
                new Finding(
                        line,
                        name + " \"" + value + "\" must be " + rule + "; it is ignored",
                        "Write " + rule + ", or leave it out."));
    }
}
