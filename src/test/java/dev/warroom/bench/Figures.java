package dev.warroom.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of one thing that was done many times, in nanoseconds. */
record Figures(long[] nanos) {

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void once(int number) throws Exception;
    }

    Figures {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /** Does it {@code warmUps} times without looking, and then {@code times} times. */
    static Figures of(int warmUps, int times, Work work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.once(i);
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            work.once(warmUps + i);
            nanos[i] = System.nanoTime() - began;
        }
        return new Figures(nanos);
    }

    double medianMillis() {
        return nanos[nanos.length / 2] / 1e6;
    }

    void print(String what) {
        say(
                "%-52s median %8.3f ms, min %8.3f, max %8.3f, %d times",
                what, medianMillis(), nanos[0] / 1e6, nanos[nanos.length - 1] / 1e6, nanos.length);
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    static void sayJava() {
        say(
                "java: %s %s",
                System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
    }
}
