package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.testing.Await;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes down what a follower tells. */
final class Heard implements LogFollower.Listener {

    private final List<LogLine> lines = new ArrayList<>();
    private final List<LogSource> news = new ArrayList<>();
    private int largest;

    @Override
    public synchronized void lines(List<LogLine> batch) {
        lines.addAll(batch);
        largest = Math.max(largest, batch.size());
    }

    @Override
    public synchronized void source(LogSource source) {
        news.add(source);
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }

    synchronized List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    synchronized List<LogSource> news() {
        return List.copyOf(news);
    }

    synchronized int largestBatch() {
        return largest;
    }

    /** Waits until these are all lines there are, in this order. */
    void awaitTexts(String... expected) {
        awaitTexts(List.of(expected));
    }

    void awaitTexts(List<String> expected) {
        await(heard -> heard.texts().size() >= expected.size());
        assertThat(texts()).isEqualTo(expected);
    }

    void awaitNews(String name, LogSource.State state, String detail) {
        await(
                heard ->
                        heard.news().stream()
                                .map(it -> new LogSource(it.name(), it.state(), it.detail()))
                                .anyMatch(new LogSource(name, state, detail)::equals));
    }

    /** Waits until {@code condition} holds; fails with all that was heard. */
    void await(Predicate<Heard> condition) {
        Await.until(
                "what is told of logs",
                () -> condition.test(this),
                () -> {
                    List<String> texts = texts();
                    int from = Math.max(0, texts.size() - 30);
                    return "heard "
                            + texts.size()
                            + " lines, at last "
                            + texts.subList(from, texts.size())
                            + ", news "
                            + news();
                });
    }
}
