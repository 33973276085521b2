package dev.warroom.logs;

import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.testing.Await;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Keeps account of every line that is heard: {@code writer.generation.number … #the same again}. A
 * line that comes in two pieces, because its writer paused for long, counts when both are there.
 */
final class ChaosAccount implements LogFollower.Listener {

    private static final String LOSS = "what came last in it is missing";

    private final Set<String> heard = new HashSet<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private final Map<String, String> begun = new HashMap<>();
    private final Map<String, String> ends = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> news = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    @Override
    public synchronized void lines(List<LogLine> batch) {
        batch.forEach(this::line);
        notifyAll();
    }

    @Override
    public synchronized void source(LogSource source) {
        news.merge(source.detail(), 1, Integer::sum);
        notifyAll();
    }

    private void line(LogLine line) {
        String text = line.text();
        if (line.offset() < 0 || text.endsWith(" is missing")) {
            remarks.add(line.source().replaceFirst(".*:", "") + " " + text);
            return;
        }
        int end = text.lastIndexOf(" #");
        boolean rest = text.startsWith(SourceLines.REST);
        if (rest && end >= 0) {
            piece(ends, text.substring(end + 2), text.substring(SourceLines.REST.length()));
        } else if (end < 0 || !text.startsWith(text.substring(end + 2) + " ")) {
            piece(begun, text.split(" ", 2)[0], text);
        } else {
            whole(text);
        }
    }

    private void piece(Map<String, String> pieces, String number, String text) {
        pieces.put(number, text);
        if (begun.containsKey(number) && ends.containsKey(number)) {
            whole(begun.remove(number) + ends.remove(number));
        }
    }

    private void whole(String line) {
        if (!heard.add(line)) {
            doubled.add(line);
            return;
        }
        String number = line.split(" ", 2)[0];
        int dot = number.lastIndexOf('.');
        int count = Integer.parseInt(number.substring(dot + 1));
        Integer before = last.put(number.substring(0, dot), count);
        if (before != null && before > count) {
            outOfOrder.add(before + " before " + number);
        }
    }

    /** Waits until the files that were there at the beginning are open. */
    synchronized void awaitFollowed(int files) {
        while (news.getOrDefault("", 0) < files) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    void await(String line) {
        await(List.of(line));
    }

    synchronized void await(Collection<String> lines) {
        long limit = System.nanoTime() + Await.LIMIT.toNanos();
        // What was heard stays so: each line is looked for until it is there, and never again.
        for (String line : lines) {
            while (!heard.contains(line)) {
                long left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("never heard: " + missing(lines) + pieces());
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** What is wrong, in few words; empty where every line was heard once, in its file's order. */
    String faults(Collection<String> expected) {
        return faults(expected, expected);
    }

    /**
     * The same.
     *
     * @param written what else may be heard as well
     */
    synchronized String faults(Collection<String> expected, Collection<String> written) {
        List<String> strange = new ArrayList<>(heard);
        strange.removeAll(new HashSet<>(written));
        StringBuilder faults = new StringBuilder();
        say(faults, "never heard", missing(expected));
        say(faults, "heard again", doubled);
        say(faults, "never written", strange);
        say(faults, "out of order", outOfOrder);
        return faults.toString();
    }

    /** How often it was said of a file of {@code writer} that it is gone with what came last. */
    synchronized int losses(String writer) {
        return (int)
                remarks.stream().filter(it -> it.startsWith(writer) && it.endsWith(LOSS)).count();
    }

    /** How often which news came. */
    synchronized Map<String, Integer> news() {
        return Map.copyOf(news);
    }

    synchronized List<String> missing(Collection<String> lines) {
        return lines.stream().filter(it -> !heard.contains(it)).toList();
    }

    private String pieces() {
        return begun.isEmpty() && ends.isEmpty() ? "" : "; pieces " + begun + ends;
    }

    private static void say(StringBuilder out, String what, List<String> lines) {
        if (!lines.isEmpty()) {
            List<String> some = lines.subList(0, Math.min(5, lines.size()));
            out.append(lines.size() + " " + what + ", such as " + some + "; ");
        }
    }
}
