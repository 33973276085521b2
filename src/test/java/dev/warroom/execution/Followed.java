package dev.warroom.execution;

import dev.warroom.testing.Await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a listener has heard of one run. */
final class Followed implements RunListener {

    private final List<String> lines = new ArrayList<>();
    private final List<RunEnd> ends = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<String> contacts = new ArrayList<>();
    private final List<String> said = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<String> secrets = new ArrayList<>();
    private long dropped;

    @Override
    public synchronized void output(String run, List<String> more, long lost) {
        if (!ends.isEmpty()) {
            throw new AssertionError("output after the end: " + more);
        }
        lines.addAll(more);
        dropped += lost;
        notifyAll();
    }

    @Override
    public synchronized void secrets(String run, List<String> values) {
        if (!lines.isEmpty()) {
            throw new AssertionError("told what not to show when it was shown: " + values);
        }
        secrets.addAll(values);
    }

    @Override
    public synchronized void answered(String run) {
        contacts.add(lines.isEmpty() && ends.isEmpty() ? "answered" : "answered, told late");
        notifyAll();
    }

    @Override
    public synchronized void lost(String run, String why) {
        contacts.add("lost: " + why);
        notifyAll();
    }

    @Override
    public synchronized void found(String run) {
        contacts.add("found");
        notifyAll();
    }

    @Override
    public synchronized void said(String run, String words) {
        words().add(words);
        notifyAll();
    }

    @Override
    public synchronized void ended(String run, RunEnd end) {
        ends.add(end);
        ended.countDown();
    }

    /** What was said beside the output. */
    List<String> words() {
        return said;
    }

    /** Whenever its place has answered first, was lost or was found. */
    synchronized List<String> contacts() {
        return List.copyOf(contacts);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** What was said to be in it and not to be shown. */
    synchronized List<String> secrets() {
        return List.copyOf(secrets);
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Waits until it has ended, and says how. */
    RunEnd end() throws InterruptedException {
        if (!ended.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it has not ended; its output: " + lines());
        }
        synchronized (this) {
            if (ends.size() != 1) {
                throw new AssertionError("ended more than once: " + ends);
            }
            return ends.getFirst();
        }
    }

    /** Waits for a line, and answers it. */
    synchronized String line(Predicate<String> wanted) throws InterruptedException {
        return first(lines, wanted);
    }

    /** Waits for something that was said beside the output, and answers it. */
    synchronized String word(Predicate<String> wanted) throws InterruptedException {
        return first(said, wanted);
    }

    private String first(List<String> all, Predicate<String> wanted) throws InterruptedException {
        long until = System.nanoTime() + Await.LIMIT.toNanos();
        while (true) {
            for (String line : all) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no such line; its output: " + lines);
            }
            wait(left);
        }
    }
}
