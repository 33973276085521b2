package dev.warroom.health;

import dev.warroom.room.Metric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of the memory programs cannot have: all but {@code MemAvailable} of {@code
 * /proc/meminfo}, which proc(5) says is what can be had without swapping.
 */
record MemoryCheck() implements MachineCheck {

    private static final Pattern LINE = Pattern.compile("(MemTotal|MemAvailable): +(\\d{1,15}) kB");

    @Override
    public String script() {
        return "cat /proc/meminfo";
    }

    @Override
    public String here() throws IOException {
        return Files.readString(Path.of("/proc/meminfo"));
    }

    @Override
    public Figure read(String answer) throws IOException {
        long total = 0;
        long available = -1;
        Matcher line = LINE.matcher(answer);
        while (line.find()) {
            if (line.group(1).equals("MemTotal")) {
                total = Long.parseLong(line.group(2));
            } else {
                available = Long.parseLong(line.group(2));
            }
        }
        if (total <= 0 || available < 0) {
            throw new IOException("/proc/meminfo has no MemTotal and MemAvailable");
        }
        double percent = Math.round((total - available) * 1000.0 / total) / 10.0;
        return new Figure(
                Metric.of("memory", percent, "%"),
                percent + " % used, " + Bytes.of(available * 1024) + " available");
    }
}
