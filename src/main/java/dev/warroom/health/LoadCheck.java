package dev.warroom.health;

import dev.warroom.room.Metric;
import dev.warroom.text.Counted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load average of the last minute for each processor, as {@code /proc/loadavg} has it. */
record LoadCheck() implements MachineCheck {

    private static final Pattern ANSWER =
            Pattern.compile("([\\d.]{1,12}) ([\\d.]{1,12}) ([\\d.]{1,12}) .*\\s+(\\d{1,6})\\s*");

    @Override
    public String script() {
        // What is no Linux tells the same in words, and its processors otherwise.
        return "if [ -r /proc/loadavg ]; then cat /proc/loadavg; else LC_ALL=C uptime"
                + " | sed 's/.*averages*: *//; s/,//g; s/$/ -/'; fi"
                + " && { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN; }";
    }

    @Override
    public String here() throws IOException {
        return Files.readString(Path.of("/proc/loadavg"))
                + Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Figure read(String answer) throws IOException {
        Matcher parts = ANSWER.matcher(answer);
        if (!parts.matches() || Integer.parseInt(parts.group(4)) == 0) {
            throw new IOException("/proc/loadavg cannot be read");
        }
        int processors = Integer.parseInt(parts.group(4));
        double each = Math.round(Double.parseDouble(parts.group(1)) * 100 / processors) / 100.0;
        return new Figure(
                Metric.of("load", each, ""),
                parts.group(1)
                        + " "
                        + parts.group(2)
                        + " "
                        + parts.group(3)
                        + " on "
                        + Counted.of(processors, "processor"));
    }
}
