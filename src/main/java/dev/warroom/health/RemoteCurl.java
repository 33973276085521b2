package dev.warroom.health;

import dev.warroom.policy.Check;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Timing;
import dev.warroom.text.ShellWords;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How curl on another machine is told what to ask, and what it says of it. */
final class RemoteCurl {

    /** curl's exit code for what took too long. */
    static final int TIMED_OUT = 28;

    private static final Pattern TIMES =
            Pattern.compile("warroom-times ([\\d.,]+) ([\\d.,]+) ([\\d.,]+) ([\\d.,]+) ([\\d.,]+)");

    private static final Pattern EXPIRES = Pattern.compile("(?m)^\\*\\s+expire date: (.+?)\\s*$");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy zzz", Locale.ENGLISH);

    private RemoteCurl() {}

    /**
     * Headers may hold secrets, so curl reads them from a file that only it sees, not in its words.
     */
    static String script(Check.Http check, Duration timeout) {
        StringBuilder config = new StringBuilder();
        HttpRequestText.headers(check)
                .forEach((name, value) -> setting(config, "header", name + ": " + value));
        check.wants().authorities().ifPresent(it -> setting(config, "cacert", it));
        setting(config, "max-time", String.format(Locale.ROOT, "%.3f", timeout.toMillis() / 1e3));
        setting(
                config,
                "write-out",
                "%{stderr}warroom-times %{time_namelookup} %{time_connect} %{time_appconnect}"
                        + " %{time_starttransfer} %{time_total}");
        if ("https".equals(check.url().getScheme())) {
            // Says among much else until when the certificate holds.
            config.append("verbose\n");
        }
        setting(config, "url", withoutUser(check.url().toString(), check.url().getRawUserInfo()));
        return "printf %s "
                + ShellWords.quoted(config.toString())
                + " | curl --silent --show-error --include --raw --http1.1 --config -";
    }

    private static void setting(StringBuilder config, String name, String value) {
        String quoted =
                value.replaceAll("[\\r\\n]", " ").replace("\\", "\\\\").replace("\"", "\\\"");
        config.append(name).append(" = \"").append(quoted).append("\"\n");
    }

    private static String withoutUser(String url, String user) {
        return user == null ? url : url.replace(user + "@", "");
    }

    /** Empty where curl got no answer. */
    static Optional<Timing> timing(String errors) {
        Matcher times = TIMES.matcher(errors);
        if (!times.find()) {
            return Optional.empty();
        }
        Duration connect = time(times.group(2));
        Duration tls = time(times.group(3));
        return Optional.of(
                new Timing(
                        time(times.group(1)),
                        connect,
                        tls.isZero() ? connect : tls,
                        time(times.group(4)),
                        time(times.group(5))));
    }

    /**
     * When the certificate ends that the server has shown; empty where there was none, or curl was
     * built with a library that does not say.
     */
    static Optional<Instant> certificateEnds(String errors) {
        Matcher expires = EXPIRES.matcher(errors);
        if (!expires.find()) {
            return Optional.empty();
        }
        // OpenSSL's way, and that of GnuTLS.
        for (DateTimeFormatter way : List.of(DATE, DateTimeFormatter.RFC_1123_DATE_TIME)) {
            try {
                return Optional.of(way.parse(expires.group(1), Instant::from));
            } catch (DateTimeException e) {
                // The other way, then.
            }
        }
        return Optional.empty();
    }

    static Finding failure(int exit, String errors) {
        String said = errors.lines().filter(it -> it.startsWith("curl:")).findFirst().orElse("");
        // Exit codes of a shell that has no curl, and of ssh.
        boolean notAsked = exit == 126 || exit == 127 || exit == 255;
        return new Finding(
                notAsked ? Health.UNKNOWN : Health.CRITICAL,
                said.isEmpty() ? "curl: exit " + exit : said);
    }

    private static Duration time(String seconds) {
        return Duration.ofNanos(Math.round(Double.parseDouble(seconds.replace(',', '.')) * 1e9));
    }
}
