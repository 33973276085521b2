package dev.warroom.health;

import dev.warroom.room.Metric;
import dev.warroom.text.Counted;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How many sockets listen on a TCP port, as {@code /proc/net/tcp} and {@code tcp6} list them: their
 * second column ends in the port in hexadecimal, their fourth is {@code 0A} for a socket that
 * listens. Those come first, as the kernel's documentation of these tables says; behind them
 * nothing is read, because listing each connection of a busy server is work.
 */
record PortCheck(int port) implements MachineCheck {

    private static final String LISTENS = "0A";

    @Override
    public String script() {
        // A host that has no such tables, and does not tell otherwise, is not one where nobody
        // listens.
        return "if [ -r /proc/net/tcp ] || [ -r /proc/net/tcp6 ]; then"
                + " cat /proc/net/tcp /proc/net/tcp6 2>/dev/null"
                + " | awk '$4 == \"0A\" { print $2 }';"
                + " else all=$(netstat -an) && printf '%s\\n' \"$all\""
                + " | awk '$1 ~ /^tcp/ && / LISTEN/ { n = split($4, part, /[.:]/);"
                + " printf \":%04X\\n\", part[n] }'; fi";
    }

    @Override
    public String here() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc/net", table);
            if (Files.exists(file)) {
                listening(file, all);
            }
        }
        return all.toString();
    }

    private static void listening(Path table, StringBuilder into) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            lines.readLine(); // The names of the columns.
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.strip().split("\\s+", 5);
                if (columns.length < 4 || !columns[3].equals(LISTENS)) {
                    return;
                }
                into.append(columns[1]).append('\n');
            }
        }
    }

    @Override
    public Figure read(String answer) {
        String end = String.format(Locale.ROOT, ":%04X", port);
        long count = answer.lines().filter(it -> it.strip().endsWith(end)).count();
        return new Figure(
                Metric.of("listeners", count, ""),
                count == 0
                        ? "nothing listens on " + port
                        : port + " has " + Counted.of(count, "listener"));
    }
}
