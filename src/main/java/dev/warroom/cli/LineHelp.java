package dev.warroom.cli;

import dev.warroom.keys.Bindings;
import dev.warroom.plain.TypedLine;

import java.util.ArrayList;
import java.util.List;

/** What can be typed while a runbook is walked in lines. */
final class LineHelp {

    private LineHelp() {}

    static List<String> lines(Bindings bindings) {
        List<String> lines = new ArrayList<>();
        lines.add("Enter alone shows what the step would run, and asks before it runs.");
        lines.add("A number goes to that step; so does its title (Tab completes it).");
        lines.add("list shows the whole runbook, here the step again.");
        lines.add("Words: " + String.join(" ", TypedLine.words()) + ".");
        lines.add("What follows a word answers what it asks: skip not needed today");
        lines.add("Ctrl-C lets a step run on by itself, or closes a question; so does :back.");
        lines.add("Ctrl-D leaves. The keys of the full screen mean the same here:");
        bindings.all().stream()
                .filter(it -> !it.brief().isEmpty())
                .forEach(it -> lines.add("  " + it.labels() + "  " + it.words()));
        lines.add("After a colon:");
        dev.warroom.room.CommandLine.COMMANDS.forEach(
                it -> lines.add("  :" + it.usage() + "  " + it.words()));
        return lines;
    }
}
