package dev.warroom.bench;

import dev.warroom.logs.LocalLog;
import dev.warroom.logs.LogFiles;
import dev.warroom.room.Effect;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogPlace;
import dev.warroom.room.LogSought;
import dev.warroom.room.Signal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What {@code /} does in the room, from a file's end to its beginning, beside grep. */
public final class SearchBench {

    private static final String[] PATHS = {"/cart", "/checkout", "/login", "/items/17", "/pay"};
    private static final int[] CODES = {200, 200, 200, 404, 500};

    private SearchBench() {}

    /**
     * @param args megabytes; rounds
     */
    public static void main(String[] args) throws Exception {
        Figures.sayJava();
        long size = Long.parseLong(args[0]) * 1_000_000;
        int rounds = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("bench-search");
        Path log = folder.resolve("app.log");
        try {
            write(log, size);
            // None of them is there, so all of the file has to be looked through.
            compare(log, rounds, "words", "-F", "needle-in-a-haystack");
            compare(log, rounds, "an expression", "-E", "replied 7[0-9]+ after 199[0-9] ms");
            compare(
                    log,
                    rounds,
                    "words that are everywhere",
                    "-E",
                    "replied [0-9]+ .*(a|b)c[0-9]x");
            compare(log, rounds, "choices", "-E", "answered|7[0-9]{2} after");
            compare(log, rounds, "only classes", "-E", "[0-9]{3} [A-Z]+[a-z]");
            compare(log, rounds, "classes and a choice", "-E", "=[a-z]+ .*(a|b)c[0-9]");
        } finally {
            Files.delete(log);
            Files.delete(folder);
        }
    }

    private static void write(Path log, long size) throws IOException {
        Random random = new Random(1);
        LocalDateTime time = LocalDateTime.parse("2026-03-12T10:00:00");
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 20)) {
            for (long i = 0; written < size; i++) {
                String line =
                        time.plusSeconds(i / 1_000).toString().replace('T', ' ')
                                + String.format(Locale.ROOT, ".%03d", i % 1_000)
                                + (random.nextInt(20) == 0 ? " ERROR" : " INFO")
                                + " [worker-"
                                + random.nextInt(16)
                                + "] shop.Gateway request "
                                + PATHS[random.nextInt(PATHS.length)]
                                + " replied "
                                + CODES[random.nextInt(CODES.length)]
                                + " after "
                                + random.nextInt(2_000)
                                + " ms for session "
                                + Integer.toHexString(random.nextInt())
                                + "\n";
                byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
                out.write(bytes);
                written += bytes.length;
            }
        }
    }

    private static void compare(Path log, int rounds, String what, String kind, String sought)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> greps = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            double room = search(log, sought);
            double grep = grep(log, kind, sought);
            if (i > 0) {
                ours.add(room);
                greps.add(grep);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "/ %-24s %6.2f s, grep -c %s %6.2f s: %.2f times%n",
                what,
                median(ours),
                kind,
                median(greps),
                median(ours) / median(greps));
    }

    private static double search(Path log, String sought) throws Exception {
        BlockingQueue<Signal> answers = new LinkedBlockingQueue<>();
        long size = Files.size(log);
        try (LogFiles files =
                new LogFiles(
                        source -> Optional.of(new LocalLog(log, ZoneOffset.UTC)), answers::add)) {
            long begin = System.nanoTime();
            files.search(
                    new Effect.SearchLog(
                            1,
                            List.of(new LogPlace("app", size)),
                            false,
                            new LogSought.Words(LogFilter.of(sought)),
                            LogFilters.NONE));
            Signal answer = answers.take();
            while (answer instanceof Signal.LogSearchWent) {
                answer = answers.take();
            }
            if (!(answer instanceof Signal.LogSearchEnded)) {
                throw new IllegalStateException("found what is not there: " + answer);
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static double grep(Path log, String kind, String sought) throws Exception {
        long begin = System.nanoTime();
        Process grep = new ProcessBuilder("grep", "-c", kind, sought, log.toString()).start();
        grep.getInputStream().readAllBytes();
        if (grep.waitFor() > 1) {
            throw new IOException("grep failed");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
