package dev.warroom.cli;

import dev.warroom.figures.Figure;
import dev.warroom.figures.Figures;
import dev.warroom.text.Counted;
import dev.warroom.text.Sanitiser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Prints the team's figures against their targets. */
@Command(
        name = "metrics",
        description = {
            "Print the team's figures against their targets.",
            "Uptime, error rate, response time, MTTA, MTTR, MTBF, updates kept; docs/metrics.md"
                    + " says how each is worked out.",
            "Exit code 0 no target is missed, 1 one is."
        },
        mixinStandardHelpOptions = true)
final class MetricsCommand implements Callable<Integer> {

    private static final int DAYS = 30;
    private static final Optional<Boolean> MISSED = Optional.of(false);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Mixin private FiguresOption asked;

    @Option(names = "--json", description = "One JSON object instead of words.")
    private boolean json;

    @Spec private CommandSpec spec;

    private final InstantSource clock;
    private final ZoneId zone;

    MetricsCommand() {
        this(Clock.systemUTC(), ZoneId.systemDefault());
    }

    MetricsCommand(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Integer call() {
        PeriodFigures read = asked.read(clock.instant(), zone, DAYS, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(FiguresJson.of(read.figures(), false));
        } else {
            words(read.figures(), out);
        }
        out.flush();
        return read.figures().all().stream().anyMatch(it -> it.met().equals(MISSED)) ? 1 : 0;
    }

    private void words(Figures figures, PrintWriter out) {
        String service =
                figures.service().isEmpty() ? "" : Sanitiser.line(figures.service()) + ", ";
        out.println(
                service
                        + MINUTE.format(figures.period().from().atZone(zone))
                        + " to "
                        + MINUTE.format(figures.period().to().atZone(zone))
                        + " "
                        + zone.getId());
        int name = width(figures.all().stream().map(Figure::name).toList());
        int value = width(figures.all().stream().map(Figure::words).toList());
        int target = width(figures.all().stream().map(it -> it.target().orElse("")).toList());
        for (Figure figure : figures.all()) {
            String line =
                    String.format(
                            Locale.ROOT,
                            "  %-" + name + "s  %-" + value + "s  %-" + target + "s  %-6s  %s",
                            figure.name(),
                            figure.words(),
                            figure.target().orElse(""),
                            figure.verdict(),
                            figure.note());
            out.println(Sanitiser.line(line.stripTrailing()));
        }
        out.println(
                "  Incidents declared: "
                        + figures.bySeverity().entrySet().stream()
                                .map(it -> it.getKey() + " " + it.getValue())
                                .collect(Collectors.joining(", "))
                        + "; open: "
                        + figures.open().size());
        out.println(
                "  Noted: "
                        + Counted.of(figures.deployments().size(), "deployment")
                        + ", "
                        + Counted.of(figures.security().size(), "security event"));
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }
}
