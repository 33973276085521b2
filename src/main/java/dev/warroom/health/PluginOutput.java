package dev.warroom.health;

import dev.warroom.room.Metric;

import java.util.ArrayList;
import java.util.List;

/**
 * What a Nagios plugin has written, taken apart as <a
 * href="https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/pluginapi.html">the
 * plugin API</a> has it: the first line up to its bar is the text, what is behind the bar is
 * performance data; the lines after it are the long output, up to another bar, after which all the
 * rest is performance data.
 *
 * @param text the first line, without its performance data
 * @param output the long output
 * @param metrics in the order of the output
 */
record PluginOutput(String text, List<String> output, List<Metric> metrics) {

    static PluginOutput parse(String written) {
        String[] lines = written.split("\n", -1);
        List<String> output = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        String text = before(lines[0]);
        data.append(after(lines[0]));
        boolean behindTheBar = false;
        for (int i = 1; i < lines.length; i++) {
            if (behindTheBar) {
                data.append(' ').append(lines[i]);
                continue;
            }
            String words = before(lines[i]);
            behindTheBar = lines[i].indexOf('|') >= 0;
            if (behindTheBar) {
                data.append(' ').append(after(lines[i]));
            }
            if (!words.isEmpty() || !behindTheBar) {
                output.add(words);
            }
        }
        while (!output.isEmpty() && output.getLast().isEmpty()) {
            output.removeLast();
        }
        return new PluginOutput(text, output, PerformanceData.parse(data.toString()));
    }

    private static String before(String line) {
        int bar = line.indexOf('|');
        return (bar < 0 ? line : line.substring(0, bar)).strip();
    }

    private static String after(String line) {
        int bar = line.indexOf('|');
        return bar < 0 ? "" : line.substring(bar + 1);
    }
}
