package dev.warroom.room;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

import java.util.Collection;
import java.util.Map;

/**
 * Where log lines come from.
 *
 * @param news what is known of each, by its name
 * @param rates how much comes, by the short name that lines carry
 * @param steps runs whose output comes among the log lines, and what their lines are called
 */
public record LogSources(
        PMap<String, LogSource> news, Map<String, LogRate> rates, PMap<String, String> steps) {

    static final LogSources NONE = new LogSources(TreePMap.empty(), Map.of(), HashTreePMap.empty());

    public LogSources {
        rates = Map.copyOf(rates);
    }

    public Collection<LogSource> values() {
        return news.values();
    }

    public int size() {
        return news.size();
    }

    /** Whether none of them is a command or a step. */
    public boolean onlyFiles() {
        return values().stream().allMatch(LogSource::file);
    }

    /** How many cannot be read now. */
    public long lost() {
        return values().stream().filter(it -> it.state() == LogSource.State.LOST).count();
    }

    LogSources plus(LogSource source) {
        return new LogSources(news.plus(source.name(), source), rates, steps);
    }

    LogSources measured(Map<String, LogRate> next) {
        return new LogSources(news, next, steps);
    }

    LogSources with(String run, String name) {
        return new LogSources(news, rates, steps.plus(run, name));
    }

    LogSources without(String run) {
        return new LogSources(news, rates, steps.minus(run));
    }
}
