package dev.warroom.cli;

import dev.warroom.policy.Probe;
import dev.warroom.policy.Range;
import dev.warroom.room.HealthBoard;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;

import tools.jackson.core.JsonGenerator;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one look at all probes has come to, in the form of a Nagios plugin: see <a
 * href="https://www.monitoring-plugins.org/doc/guidelines.html">the guidelines</a>.
 *
 * @param board in which each probe has been looked at
 */
record HealthReport(String service, HealthBoard board, Instant at) {

    static final int UNKNOWN = 3;

    /** The guidelines know no other units. */
    private static final Set<String> UNITS =
            Set.of("s", "us", "ms", "%", "B", "KB", "MB", "TB", "c");

    private static final int MOST_NAMED = 5;

    /** 0 ok, 1 warning, 2 critical, 3 unknown: the worst of what counts. */
    int code() {
        return worst().ordinal();
    }

    /** Unknown is worse than a warning, since anything may hide in it, and better than critical. */
    private Health worst() {
        List<Health> found = board.probes().stream().map(this::health).toList();
        for (Health each : List.of(Health.CRITICAL, Health.UNKNOWN, Health.WARNING)) {
            if (found.contains(each)) {
                return each;
            }
        }
        return Health.OK;
    }

    /** As far as it counts. */
    private Health health(Probe probe) {
        return silent(probe).isPresent() ? Health.OK : reading(probe).health();
    }

    private Reading reading(Probe probe) {
        return board.history(probe).orElseThrow().last();
    }

    /** Why a probe does not count. */
    private Optional<String> silent(Probe probe) {
        if (board.quiet(probe, at)) {
            boolean window = board.quiet().maintainedUntil(probe, at).isPresent();
            return Optional.of(window ? "maintenance" : "quiet hours");
        }
        return reading(probe).health() == Health.OK
                ? Optional.empty()
                : board.behind(probe).map(it -> "behind " + it);
    }

    /** The first line with the figures, and where asked for a line a probe and what it said. */
    void words(PrintWriter out, boolean timed, boolean verbose) {
        String time = timed ? at.truncatedTo(ChronoUnit.SECONDS) + " " : "";
        out.println(time + summary() + " | " + figures());
        if (!verbose) {
            return;
        }
        int width = board.probes().stream().mapToInt(it -> it.name().length()).max().orElse(1);
        for (Probe probe : board.probes()) {
            Reading reading = reading(probe);
            String word = silent(probe).orElse(reading.health().name());
            String took = millis(reading.took()) + " ms";
            out.println(
                    plain(
                            String.format(
                                    Locale.ROOT,
                                    "  %-" + width + "s  %-8s  %s (%s)",
                                    probe.name(),
                                    word,
                                    reading.detail(),
                                    took)));
            reading.timing()
                    .ifPresent(
                            it ->
                                    out.printf(
                                            Locale.ROOT,
                                            "      lookup %s, connect %s, %sfirst byte %s,"
                                                    + " total %s ms%n",
                                            millis(it.lookup()),
                                            millis(it.connect()),
                                            it.secured() ? "TLS " + millis(it.tls()) + ", " : "",
                                            millis(it.firstByte()),
                                            millis(it.total())));
            reading.output().forEach(it -> out.println("      " + plain(it)));
        }
    }

    private String summary() {
        String name = service.isEmpty() ? "" : plain(service) + ": ";
        List<String> parts = new ArrayList<>();
        for (Health each : List.of(Health.CRITICAL, Health.UNKNOWN, Health.WARNING)) {
            List<Probe> these = board.probes().stream().filter(it -> health(it) == each).toList();
            if (!these.isEmpty()) {
                parts.add(these.size() + " " + each.word() + " (" + named(these) + ")");
            }
        }
        long silent = board.probes().stream().filter(it -> silent(it).isPresent()).count();
        long well = board.probes().stream().filter(it -> health(it) == Health.OK).count() - silent;
        parts.add(well + " ok");
        if (silent > 0) {
            parts.add(silent + " silent");
        }
        return worst().name() + ": " + name + String.join(", ", parts);
    }

    private String named(List<Probe> probes) {
        String names =
                probes.stream()
                        .limit(MOST_NAMED)
                        .map(it -> plain(it.name() + ": " + reading(it).detail()))
                        .collect(Collectors.joining("; "));
        return names + (probes.size() > MOST_NAMED ? "; …" : "");
    }

    /** A bar would begin the figures. */
    private static String plain(String text) {
        return text.replace('|', '¦');
    }

    private String figures() {
        List<String> all = new ArrayList<>();
        for (Probe probe : board.probes()) {
            Reading reading = reading(probe);
            if (reading.metrics().isEmpty()) {
                all.add(label(probe.name() + " time") + "=" + millis(reading.took()) + "ms");
            }
            for (int i = 0; i < reading.metrics().size(); i++) {
                Metric metric = reading.metrics().get(i);
                String label = i == 0 ? probe.name() : probe.name() + " " + metric.label();
                all.add(label(label) + "=" + figure(metric));
            }
        }
        return String.join(" ", all);
    }

    /** Neither an equals sign nor a quote may stand in a label, says the guidelines' grammar. */
    private static String label(String name) {
        return "'" + plain(name).replace('=', '-').replace("'", "''") + "'";
    }

    private static String figure(Metric metric) {
        String written =
                (metric.value().isPresent() ? number(metric.value().getAsDouble()) : "U")
                        + (UNITS.contains(metric.unit()) ? metric.unit() : "")
                        + ";"
                        + metric.warning().map(Range::toString).orElse("")
                        + ";"
                        + metric.critical().map(Range::toString).orElse("")
                        + ";"
                        + number(metric.least())
                        + ";"
                        + number(metric.most());
        return written.replaceFirst(";+$", "");
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "U";
        }
        BigDecimal plain = BigDecimal.valueOf(value).setScale(6, java.math.RoundingMode.HALF_UP);
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }

    private static String millis(Duration time) {
        return number(
                BigDecimal.valueOf(time.toNanos(), 6)
                        .setScale(3, java.math.RoundingMode.HALF_UP)
                        .doubleValue());
    }

    /** One object a probe. */
    void json(PrintWriter out) {
        for (Probe probe : board.probes()) {
            out.println(JsonText.object(it -> json(it, probe, reading(probe))));
        }
    }

    private void json(JsonGenerator json, Probe probe, Reading reading) {
        json.writeStringProperty("probe", probe.name());
        json.writeStringProperty("state", reading.health().word());
        json.writeName("silent");
        if (silent(probe).isPresent()) {
            json.writeString(silent(probe).get());
        } else {
            json.writeNull();
        }
        json.writeStringProperty("at", reading.at().toString());
        json.writeNumberProperty("seconds", reading.took().toNanos() / 1e9);
        json.writeStringProperty("detail", reading.detail());
        json.writeArrayPropertyStart("figures");
        for (Metric metric : reading.metrics()) {
            json.writeStartObject();
            json.writeStringProperty("label", metric.label());
            json.writeName("value");
            if (metric.value().isPresent()) {
                json.writeNumber(metric.value().getAsDouble());
            } else {
                json.writeNull();
            }
            json.writeStringProperty("unit", metric.unit());
            metric.warning().ifPresent(it -> json.writeStringProperty("warning", it.toString()));
            metric.critical().ifPresent(it -> json.writeStringProperty("critical", it.toString()));
            metric.least().ifPresent(it -> json.writeNumberProperty("min", it));
            metric.most().ifPresent(it -> json.writeNumberProperty("max", it));
            json.writeEndObject();
        }
        json.writeEndArray();
        reading.timing()
                .ifPresent(
                        it -> {
                            json.writeObjectPropertyStart("seconds_until");
                            json.writeNumberProperty("lookup", it.lookup().toNanos() / 1e9);
                            json.writeNumberProperty("connect", it.connect().toNanos() / 1e9);
                            json.writeNumberProperty("tls", it.tls().toNanos() / 1e9);
                            json.writeNumberProperty("first_byte", it.firstByte().toNanos() / 1e9);
                            json.writeNumberProperty("total", it.total().toNanos() / 1e9);
                            json.writeEndObject();
                        });
        json.writeArrayPropertyStart("output");
        reading.output().forEach(json::writeString);
        json.writeEndArray();
    }
}
