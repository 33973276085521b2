package dev.warroom.bench;

import dev.warroom.logs.LineTally;
import dev.warroom.policy.Policy;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogTally;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** A day's worth of log lines through what keeps them, and the heap in use after each part. */
public final class MemoryBench {

    private static final int BLOCK = 1_000;
    private static final String[] WORDS = {"cart", "checkout", "login", "pay", "items", "search"};

    private MemoryBench() {}

    /**
     * @param args how many million lines, such as 1000 or 0.6
     */
    public static void main(String[] args) {
        double millions = args.length == 0 ? 1_000 : Double.parseDouble(args[0]);
        long parts = Math.clamp((long) millions, 3, 20);
        Instant begin = Instant.parse("2026-03-12T00:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(begin);
        AtomicReference<LogTally> tally = new AtomicReference<>(LogTally.EMPTY);
        InstantSource clock = now::get;
        Random random = new Random(1);
        long blocks = Math.round(millions * 1_000_000 / BLOCK);
        long first = 0;
        try (LineTally counting = LineTally.start(Map::of, tally::set, clock)) {
            Room room = Room.empty(new Person("ana", "app-1"), ".", Policy.usual(), begin, 200, 50);
            for (long i = 0; i < blocks; i++) {
                now.set(begin.plusMillis(i * 86_400_000 / blocks));
                List<LogLine> lines = lines(random, i, now.get().toEpochMilli());
                counting.add(lines);
                room = room.update(now.get(), new Signal.LogArrived(lines, 0)).room();
                if (i % 1_000 == 0) {
                    room = room.update(now.get(), new Signal.LogsCounted(tally.get())).room();
                }
                if ((i + 1) % (blocks / parts) == 0) {
                    long used = used();
                    first = first == 0 ? used : first;
                    System.out.printf(
                            Locale.ROOT,
                            "%,13d lines: %,6d kB of heap in use, %,d lines held%n",
                            (i + 1) * BLOCK,
                            used / 1024,
                            room.logs().kept().size());
                }
            }
        }
        double grown = (double) used() / first;
        System.out.printf(
                Locale.ROOT, "at the end %.2f times as much as after the first part%n", grown);
        System.exit(grown < 1.25 ? 0 : 1);
    }

    private static List<LogLine> lines(Random random, long block, long at) {
        List<LogLine> lines = new ArrayList<>(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            boolean error = random.nextInt(20) == 0;
            String text =
                    (error ? "ERROR " : "INFO ")
                            + "shop.Gateway request /"
                            + WORDS[random.nextInt(WORDS.length)]
                            + "/"
                            + Integer.toHexString(random.nextInt())
                            + (random.nextInt(1_000) == 0 ? " odd-" + random.nextInt() : "")
                            + " answered in "
                            + random.nextInt(2_000)
                            + " ms";
            lines.add(
                    new LogLine(
                            "app-" + i % 3,
                            (block * BLOCK + i) * 80,
                            at,
                            error ? LogLevel.ERROR : LogLevel.INFO,
                            false,
                            text));
        }
        return lines;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
